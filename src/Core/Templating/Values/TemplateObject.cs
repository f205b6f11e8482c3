using System.Runtime.InteropServices;

namespace Clientele.Templating;

/// <summary>An object made by a template: members in the order they were first set, each possibly read-only.</summary>
internal sealed class TemplateObject
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];

    public int Count => _index.Count;

    public IEnumerable<string> Names
    {
        get
        {
            foreach (var entry in _entries)
            {
                yield return entry.Name;
            }
        }
    }

    public bool TryGet(string name, out Value value)
    {
        if (_index.TryGetValue(name, out var index))
        {
            value = _entries[index].Value;
            return true;
        }

        value = default;
        return false;
    }

    public bool Contains(string name) => _index.ContainsKey(name);

    public bool IsReadOnly(string name) => _index.TryGetValue(name, out var index) && _entries[index].ReadOnly;

    public void Set(string name, Value value)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, name, out var known);
        if (known)
        {
            _entries[index] = _entries[index] with { Value = value };
            return;
        }

        index = _entries.Count;
        _entries.Add(new Entry(name, value, ReadOnly: false));
    }

    public void MakeReadOnly(string name)
    {
        if (_index.TryGetValue(name, out var index))
        {
            _entries[index] = _entries[index] with { ReadOnly = true };
        }
    }

    private readonly record struct Entry(string Name, Value Value, bool ReadOnly);
}
