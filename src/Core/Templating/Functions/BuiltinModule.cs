namespace Clientele.Templating;

/// <summary>A named set of functions and values that every template sees. Immutable; a template that assigns a member gets a copy.</summary>
internal sealed class BuiltinModule(string name, IReadOnlyDictionary<string, Value> members, Function? self = null)
{
    public string Name { get; } = name;

    public IReadOnlyDictionary<string, Value> Members { get; } = members;

    /// <summary>What calling the module itself does, as <c>date "2026-01-05"</c> parses.</summary>
    public Function? Self { get; } = self;
}
