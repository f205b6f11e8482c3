namespace Clientele.Templating;

/// <summary>An array made by a template. May carry named members, as the argument list of a function does.</summary>
internal sealed class TemplateArray : ListView
{
    private Value[] _items;
    private int _count;

    public TemplateArray(int capacity = 0) => _items = capacity == 0 ? [] : new Value[capacity];

    public TemplateObject? Members { get; set; }

    public override int Count => _count;

    public override Value this[int index] => _items[index];

    public void Add(Value item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, _count * 2));
        }

        _items[_count++] = item;
    }

    public void Insert(int index, Value item)
    {
        Add(default);
        Array.Copy(_items, index, _items, index + 1, _count - 1 - index);
        _items[index] = item;
    }

    public void RemoveAt(int index)
    {
        _count--;
        Array.Copy(_items, index + 1, _items, index, _count - index);
        _items[_count] = default;
    }

    public void Set(int index, Value item)
    {
        while (_count <= index)
        {
            Add(default);
        }

        _items[index] = item;
    }

    public Span<Value> AsSpan() => _items.AsSpan(0, _count);

    public override IEnumerator<Value> Enumerate(RenderState state)
    {
        for (var i = 0; i < _count; i++)
        {
            yield return _items[i];
        }
    }
}
