namespace Clientele.Templating;

/// <summary>Everything an engine's templates see without defining it: the language's modules and the host's.</summary>
internal sealed class Builtins
{
    /// <summary>Names whose calls are bound at compile time, as bits, so that a render can tell when one is shadowed.</summary>
    public static readonly IReadOnlyList<(string Name, int Bit)> ModuleBits =
    [
        .. new[] { "array", "date", "html", "math", "object", "regex", "string", "timespan", "include", "include_join", "raw", "empty", "blank" }
            .Select((name, index) => (name, 1 << index)),
    ];

    private const int HostBit = 1 << 30;

    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    public Builtins(IReadOnlyList<FunctionModule> modules)
    {
        Add(StringFunctions.Module());
        Add(ArrayFunctions.Module());
        Add(MathFunctions.Module());
        Add(DateFunctions.Module());
        Add(TimeSpanFunctions.Module());
        Add(HtmlFunctions.Module());
        Add(ObjectFunctions.Module());
        Add(RegexFunctions.Module());
        _values["include"] = Value.Of(IncludeFunctions.Include());
        _values["include_join"] = Value.Of(IncludeFunctions.IncludeJoin());
        _values["raw"] = Value.Of(RawFunction.Create());
        _values["empty"] = Value.Empty;
        _values["blank"] = Value.Empty;
        foreach (var (name, function) in modules.Where(module => module.Name.Length == 0).SelectMany(module => module.Functions))
        {
            _values[name] = Value.Of(function);
        }

        foreach (var module in modules.Where(module => module.Name.Length > 0))
        {
            var members = _values.TryGetValue(module.Name, out var known) && known.Reference is BuiltinModule builtin
                ? new Dictionary<string, Value>(builtin.Members, StringComparer.Ordinal)
                : new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var (name, function) in module.Functions)
            {
                members[name] = Value.Of(function);
            }

            Add(new BuiltinModule(module.Name, members, (known.Reference as BuiltinModule)?.Self));
        }
    }

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Whether shadowing of the name is tracked by a bit of its own.</summary>
    public static bool IsBoundEarly(string name) => ModuleBit(name) != HostBit;

    public static int ModuleBit(string name)
    {
        foreach (var (module, bit) in ModuleBits)
        {
            if (module == name)
            {
                return bit;
            }
        }

        return HostBit;
    }

    public bool TryGet(string name, out Value value) => _values.TryGetValue(name, out value);

    public bool TryGetFunction(string module, string function, out Function result)
    {
        if (_values.TryGetValue(module, out var value) && value.Reference is BuiltinModule builtin
            && builtin.Members.TryGetValue(function, out var member) && member.Kind == ValueKind.Function)
        {
            result = member.Function;
            return true;
        }

        result = null!;
        return false;
    }

    public IEnumerable<string> FunctionNames => _values.SelectMany(pair =>
        pair.Value.Reference is BuiltinModule module ? module.Members.Keys.Select(member => $"{pair.Key}.{member}") : [pair.Key]);

    private void Add(BuiltinModule module) => _values[module.Name] = Value.OfObject(module);
}
