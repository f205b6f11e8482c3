namespace Clientele.Templating;

/// <summary>The variables of one running template or function.</summary>
internal sealed class Frame(CompiledUnit unit, Frame? caller, TextSpan callSpan)
{
    public static readonly Frame None = new(CompiledUnit.None, null, default);

    private readonly Value[] _locals = unit.LocalNames.Length == 0 ? [] : new Value[unit.LocalNames.Length];
    private readonly Value[] _scoped = unit.ScopedNames.Length == 0 ? [] : NewScope(unit.ScopedNames.Length);
    private readonly LoopScope?[] _loops = unit.LoopCount == 0 ? [] : new LoopScope?[unit.LoopCount];

    public CompiledUnit Unit { get; } = unit;

    public Frame? Caller { get; } = caller;

    public TextSpan CallSpan { get; } = callSpan;

    /// <summary>The positional arguments, with the named ones as members; null outside functions and includes.</summary>
    public TemplateArray? Arguments { get; set; }

    /// <summary>The block given by <c>wrap</c>.</summary>
    public WrappedBlock? Wrapped { get; set; }

    public ref Value Local(int slot) => ref _locals[slot];

    public ref Value Scoped(int slot) => ref _scoped[slot];

    public ref LoopScope? Loop(int slot) => ref _loops[slot];

    public bool TryGetScoped(string name, out Value value)
    {
        var slot = Unit.ScopedNames.Length == 0 ? -1 : Array.IndexOf(Unit.ScopedNames, name);
        value = slot < 0 ? Value.Unset : _scoped[slot];
        return !value.IsUnset;
    }

    /// <summary>Sets <c>$</c>: positional arguments as items, named ones as members and locals.</summary>
    public void Pass(ReadOnlySpan<Value> arguments, List<NamedArgument>? named)
    {
        var list = new TemplateArray(arguments.Length);
        foreach (var argument in arguments)
        {
            list.Add(argument.IsUnset ? Value.Null : argument);
        }

        foreach (var (name, value, _) in named ?? [])
        {
            (list.Members ??= new TemplateObject()).Set(name, value);
            if (Unit.LocalSlot(name) is >= 0 and var slot)
            {
                Local(slot) = value;
            }
        }

        Arguments = list;
    }

    private static Value[] NewScope(int count)
    {
        var values = new Value[count];
        Array.Fill(values, Value.Unset);
        return values;
    }
}
