namespace Clientele.Templating;

/// <summary>Collects the functions of a builtin module.</summary>
internal sealed class ModuleBuilder(string name)
{
    private readonly Dictionary<string, Value> _members = new(StringComparer.Ordinal);

    public ModuleBuilder Add(string function, string parameters, BuiltinBody body, bool isPure = true, BuiltinWriter? writer = null)
    {
        _members[function] = Value.Of(new BuiltinFunction($"{name}.{function}", parameters, body, isPure) { Writer = writer });
        return this;
    }

    public ModuleBuilder Add(string member, Value value)
    {
        _members[member] = value;
        return this;
    }

    public BuiltinModule Build(Function? self = null) => new(name, _members, self);
}
