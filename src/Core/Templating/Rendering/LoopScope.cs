namespace Clientele.Templating;

/// <summary>A running loop: its variable and what <c>for.index</c> and its kin tell.</summary>
internal sealed class LoopScope(string? name, string keyword, LoopScope? outer)
{
    private ListView? _items;
    private int _length = -1;

    /// <summary>The loop variable's name, or null when it is not a plain name.</summary>
    public string? Name { get; } = name;

    public string Keyword { get; } = keyword;

    public LoopScope? Outer { get; } = outer;

    public Value Current { get; set; }

    public int Index { get; set; }

    public bool IsLast { get; set; }

    public Value Previous { get; set; }

    public int Columns { get; set; } = 1;

    public void Over(ListView items, int length)
    {
        _items = items;
        _length = length;
    }

    public bool TryGet(RenderState state, string member, out Value value)
    {
        value = member switch
        {
            "index" => Value.Of(Index),
            "first" => Value.Of(Index == 0),
            "even" => Value.Of((Index & 1) == 0),
            "odd" => Value.Of((Index & 1) != 0),
            "last" => Value.Of(IsLast),
            "changed" => Value.Of(Index == 0 || !Equality.Same(state, Previous, Current)),
            "length" => Value.Of(Length(state)),
            "rindex" => Value.Of(Length(state) - Index - 1),
            "col" => Value.Of(Index % Columns),
            "col_first" => Value.Of(Index % Columns == 0),
            "col_last" => Value.Of((Index % Columns) + 1 == Columns),
            _ => Value.Unset,
        };
        return !value.IsUnset;
    }

    // A lazy sequence is counted only when a template asks.
    private int Length(RenderState state)
    {
        if (_length < 0 && _items is not null)
        {
            _length = _items.Count >= 0 ? _items.Count : state.Items(_items, default).Count();
        }

        return Math.Max(0, _length);
    }
}
