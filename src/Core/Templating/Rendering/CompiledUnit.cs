namespace Clientele.Templating;

/// <summary>A compiled template or function body: what runs, and how many slots it needs. Immutable once compiled.</summary>
internal sealed class CompiledUnit(SourceText source, Escaping escaping, string description)
{
    public static readonly CompiledUnit None = new(new SourceText("", ""), Escaping.None, "") { Body = [] };

    public SourceText Source { get; } = source;

    public Escaping Escaping { get; } = escaping;

    /// <summary>What the stack of an error calls it.</summary>
    public string Description { get; } = description;

    public string[] LocalNames { get; set; } = [];

    /// <summary>Parameters, and whatever a function with parameters assigns.</summary>
    public string[] ScopedNames { get; set; } = [];

    public int LoopCount { get; set; }

    /// <summary>Whether a plain name may be found before the globals.</summary>
    public bool HasOwnNames => ScopedNames.Length > 0 || IsAnonymous;

    public bool IsAnonymous { get; init; }

    public required Statement[] Body { get; set; }

    public int LocalSlot(string name) => Array.IndexOf(LocalNames, name);
}
