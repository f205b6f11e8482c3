namespace Clientele.Templating;

/// <summary>How an engine compiles and renders. Set once, before the engine is created.</summary>
public sealed class TemplateOptions
{
    /// <summary>The format of every template of this engine.</summary>
    /// <value>
    /// The default is <see langword="null"/>: by the extension of the template's name: <c>.html .htm</c> HTML, <c>.md</c> Markdown,
    /// <c>.csv</c> CSV, <c>.json</c> JSON, else none. An included template without one of these extensions takes the includer's format.
    /// </value>
    public Escaping? Escaping { get; init; }

    /// <summary>Where included templates come from.</summary>
    /// <value>The default is none: <c>include</c> fails.</value>
    public ITemplateLoader? Loader { get; init; }

    /// <summary>Functions of the host, each module under its own name, such as <c>format.money</c>.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<FunctionModule> Modules { get; init; } = [];

    /// <summary>Limits of every render that does not bring its own.</summary>
    /// <value>The default is <see cref="TemplateBudget.Default"/>.</value>
    public TemplateBudget Budget { get; init; } = TemplateBudget.Default;

    /// <summary>Whether reading a variable that nothing defines is an error.</summary>
    /// <value>The default is <see langword="false"/>: it reads as null and prints nothing.</value>
    public bool StrictVariables { get; init; }

    /// <summary>Whether Scriban's defects are reproduced and its own limits apply; see <c>docs/scriban.md</c> for the list.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ScribanCompatible { get; init; }

    /// <summary>Scriban's switches for access and indentation, and, with <see cref="ScribanCompatible"/>, its limits.</summary>
    /// <value>The default is Scriban's defaults.</value>
    public ScribanSettings Scriban { get; init; } = ScribanSettings.Default;

    /// <summary>Characters that one template may have.</summary>
    /// <value>At least 1. The default is 4,194,304.</value>
    public int MaximumTemplateLength { get; init; } = 4 * 1024 * 1024;
}
