namespace Clientele.Templating;

/// <summary>The names of one template or function while it is bound: which slot each has.</summary>
internal sealed class BindingScope(bool hasFunctionScope)
{
    private readonly List<string> _locals = [];
    private readonly List<string> _scoped = [];
    private readonly List<(string Name, int Slot)> _loops = [];

    public int LoopCount { get; private set; }

    public int LoopDepth { get; set; }

    public string[] LocalNames => [.. _locals];

    public string[] ScopedNames => [.. _scoped];

    /// <summary>Whether assignments may stay inside: true for functions with parameters.</summary>
    public bool HasFunctionScope { get; } = hasFunctionScope;

    public int Local(string name) => IndexOrAdd(_locals, name);

    public int Scoped(string name) => IndexOrAdd(_scoped, name);

    public bool TryScoped(string name, out int slot) => (slot = _scoped.IndexOf(name)) >= 0;

    public bool TryLoop(string name, out int slot)
    {
        for (var i = _loops.Count - 1; i >= 0; i--)
        {
            if (_loops[i].Name == name)
            {
                slot = _loops[i].Slot;
                return true;
            }
        }

        slot = -1;
        return false;
    }

    public int EnterLoop(string name)
    {
        _loops.Add((name, LoopCount));
        return LoopCount++;
    }

    public void LeaveLoop() => _loops.RemoveAt(_loops.Count - 1);

    private static int IndexOrAdd(List<string> names, string name)
    {
        var index = names.IndexOf(name);
        if (index < 0)
        {
            index = names.Count;
            names.Add(name);
        }

        return index;
    }
}
