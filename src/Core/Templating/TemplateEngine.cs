using System.Collections.Concurrent;

namespace Clientele.Templating;

/// <summary>Compiles and renders templates written in the Scriban language, and compiles rules.</summary>
/// <remarks>
/// Thread-safe. One engine is meant to live as long as its templates: it keeps every template loaded through its
/// <see cref="TemplateOptions.Loader"/> compiled, and what it has learned about the types of models, held weakly.
/// </remarks>
/// <example>
/// <code>
/// var engine = new TemplateEngine(new TemplateOptions { Escaping = Escaping.Html });
/// var hello = engine.Compile("Hello {{ name }}", "hello.html");
/// var text = hello.Render(new { Name = "Ada" });
/// </code>
/// </example>
public sealed class TemplateEngine
{
    private const int MaximumIncludes = 4096;

    private readonly ConcurrentDictionary<(string Path, Escaping Escaping), (CompiledUnit Unit, BlockSyntax Page)> _included = new();
    private readonly ConcurrentDictionary<string, Template> _loaded = new(StringComparer.Ordinal);

    /// <summary>Creates an engine.</summary>
    /// <param name="options">How it compiles and renders.</param>
    public TemplateEngine(TemplateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Builtins = new Builtins(options.Modules);
    }

    /// <summary>How this engine compiles and renders.</summary>
    public TemplateOptions Options { get; }

    internal Builtins Builtins { get; }

    internal ModelAccess Models { get; } = new();

    /// <summary>Compiles a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="name">What errors call it; its extension decides the escaping unless the options do.</param>
    /// <returns>The compiled template, for any number of renders on any number of threads.</returns>
    /// <exception cref="TemplateException">The text is not a template; every mistake found is in the diagnostics.</exception>
    public Template Compile(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var (unit, page) = CompileWithSyntax(text, name, EscapingOf(name, Escaping.None), Options.Scriban.ScriptOnly);
        return new Template(this, unit, page);
    }

    /// <summary>Loads a template through the loader of the options and compiles it; the second call for a path returns the same object.</summary>
    /// <param name="path">The path given to the loader.</param>
    /// <returns>The compiled template.</returns>
    /// <exception cref="InvalidOperationException">The options have no loader.</exception>
    /// <exception cref="TemplateException">There is no such template, or its text is not a template.</exception>
    public Template Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Options.Loader is null)
        {
            throw new InvalidOperationException("The options of this engine name no loader.");
        }

        return _loaded.GetOrAdd(path, static (path, engine) =>
        {
            var text = engine.Options.Loader!.Load(path) ?? throw TemplateException.At(
                new SourceText("", path), default, TemplateErrorCode.IncludeNotFound, $"There is no template `{path}`.");
            return engine.Compile(text, path);
        }, this);
    }

    /// <summary>Compiles a rule: one expression of the side-effect-free part of the language.</summary>
    /// <param name="text">The expression, without braces, such as <c>core.sales_12m >= 100000</c>.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>The compiled rule, for any number of evaluations on any number of threads.</returns>
    /// <exception cref="TemplateException">The text is not an expression, or does what a rule may not.</exception>
    public RuleExpression CompileRule(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var source = new SourceText(text, name);
        CheckLength(source);
        var page = Parser.Parse(source, Options.Scriban with { ScriptOnly = true });
        return RuleBinder.Bind(page, source, this);
    }

    internal CompiledUnit CompileUnit(string text, string name, Escaping escaping, bool isScript) =>
        CompileWithSyntax(text, name, escaping, isScript).Unit;

    /// <summary>The template to include for a path, compiled once. Errors have no position but their own: the includer knows the place.</summary>
    internal (CompiledUnit Unit, BlockSyntax Page) Include(string path, Escaping around)
    {
        var escaping = EscapingOf(path, around);
        if (_included.TryGetValue((path, escaping), out var known))
        {
            return known;
        }

        var compiled = CompileWithSyntax(LoadText(path), path, escaping, isScript: false);

        // A template that computes the names it includes must not fill the memory.
        return _included.Count < MaximumIncludes ? _included.GetOrAdd((path, escaping), compiled) : compiled;
    }

    private string LoadText(string path)
    {
        if (Options.Loader is null)
        {
            throw Unplaced(TemplateErrorCode.IncludeNotFound, $"`{path}` cannot be included: the engine has no loader.");
        }

        try
        {
            return Options.Loader.Load(path) ?? throw Unplaced(TemplateErrorCode.IncludeNotFound, $"There is no template `{path}` to include.");
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException))
        {
            throw Unplaced(TemplateErrorCode.Host, $"The loader failed for `{path}`: {exception.Message}", exception);
        }
    }

    private static TemplateException Unplaced(string code, string message, Exception? cause = null) =>
        TemplateException.At(SourceText.None, default, code, message, cause);

    private (CompiledUnit Unit, BlockSyntax Page) CompileWithSyntax(string text, string name, Escaping escaping, bool isScript)
    {
        var source = new SourceText(text, name);
        CheckLength(source);
        var page = Parser.Parse(source, Options.Scriban with { ScriptOnly = isScript });
        return (Binder.Bind(page, source, escaping, this), page);
    }

    private void CheckLength(SourceText source)
    {
        if (source.Text.Length > Options.MaximumTemplateLength)
        {
            throw TemplateException.At(
                new SourceText("", source.Name), default, TemplateErrorCode.TooComplex,
                $"The template has {source.Text.Length} characters; {Options.MaximumTemplateLength} are allowed.");
        }
    }

    private Escaping EscapingOf(string name, Escaping otherwise) => Options.Escaping ?? Path.GetExtension(name) switch
    {
        ".html" or ".htm" => Escaping.Html,
        ".md" => Escaping.Markdown,
        ".csv" => Escaping.Csv,
        ".json" => Escaping.Json,
        ".txt" => Escaping.None,
        _ => otherwise,
    };
}
