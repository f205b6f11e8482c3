namespace Clientele.Templating;

/// <summary>A compiled template. Immutable; may be rendered from many threads at once.</summary>
public sealed class Template
{
    private readonly TemplateEngine _engine;
    private readonly CompiledUnit _unit;
    private readonly WalkedPage _page;
    private readonly Lazy<IReadOnlyList<string>> _variables;

    internal Template(TemplateEngine engine, CompiledUnit unit, BlockSyntax page)
    {
        _engine = engine;
        _unit = unit;
        _page = new WalkedPage(page, unit.Source, unit.Escaping, []);
        _variables = new Lazy<IReadOnlyList<string>>(() => VariableCollector.Collect(engine, _page));
    }

    /// <summary>The name given when it was compiled.</summary>
    public string Name => _unit.Source.Name;

    /// <summary>The format its values are escaped for.</summary>
    public Escaping Escaping => _unit.Escaping;

    /// <summary>
    /// What the template reads from its model, as dotted paths such as <c>client.name</c>, sorted; without what it defines itself and what
    /// builtin modules give. Templates that it includes by a written name are followed through the loader when this is first asked; one that
    /// cannot be included, or whose name is computed, adds nothing.
    /// </summary>
    public IReadOnlyList<string> Variables => _variables.Value;

    /// <summary>Renders to a string.</summary>
    /// <param name="model">
    /// A dictionary, a JSON object, or any object: its public properties are read under snake_case names, <c>OccurredOn</c> as
    /// <c>occurred_on</c>. Never written to. May be <see langword="null"/>.
    /// </param>
    /// <param name="options">Culture, clock, zone, limits; <see cref="RenderOptions.Default"/> where absent.</param>
    /// <param name="cancellationToken">Ends the render within a few hundred steps.</param>
    /// <returns>The output.</returns>
    /// <exception cref="TemplateException">The render failed or crossed its budget; says where.</exception>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public string Render(object? model, RenderOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var output = new OutputBuffer();
        Run(model, options, output, cancellationToken);
        return output.ToString();
    }

    /// <summary>Renders into a writer. What was written before an error stays written.</summary>
    /// <param name="writer">Where the output goes; neither flushed nor closed.</param>
    /// <param name="model">As in <see cref="Render(object?, RenderOptions?, CancellationToken)"/>.</param>
    /// <param name="options">Culture, clock, zone, limits; <see cref="RenderOptions.Default"/> where absent.</param>
    /// <param name="cancellationToken">Ends the render within a few hundred steps.</param>
    /// <exception cref="TemplateException">The render failed or crossed its budget; says where.</exception>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public void Render(TextWriter writer, object? model, RenderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var output = new OutputBuffer(writer);
        Run(model, options, output, cancellationToken);
        output.Drain();
    }

    /// <summary>
    /// Renders a model that holds tasks or asynchronous sequences: those that <see cref="Variables"/> name are awaited first, within the
    /// budget, then the template is rendered without waiting for anything.
    /// </summary>
    /// <param name="model">As in <see cref="Render(object?, RenderOptions?, CancellationToken)"/>, with awaitable members.</param>
    /// <param name="options">Culture, clock, zone, limits; <see cref="RenderOptions.Default"/> where absent.</param>
    /// <param name="cancellationToken">Ends waiting and rendering.</param>
    /// <returns>The output.</returns>
    /// <exception cref="TemplateException">The render failed or crossed its budget; says where.</exception>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public async ValueTask<string> RenderAsync(object? model, RenderOptions? options = null, CancellationToken cancellationToken = default)
    {
        var budget = options?.Budget ?? _engine.Options.Budget;
        var resolved = await AwaitedModel.ResolveAsync(_engine, model, Variables, budget, Name, cancellationToken).ConfigureAwait(false);
        return Render(resolved, options, cancellationToken);
    }

    /// <summary>
    /// Checks the template against a declared model without rendering: members the model does not have, functions that do not exist,
    /// builtin or host functions called with the wrong number of arguments, and includes that cannot be included. Templates that are included
    /// by a written name are checked as well, each once; where they stand is in the stack of the diagnostic.
    /// </summary>
    /// <param name="schema">What the model has; an empty one checks no names.</param>
    /// <returns>What is wrong, in reading order, template by template; empty when nothing is.</returns>
    public IReadOnlyList<TemplateDiagnostic> Check(ModelSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return TemplateChecker.Check(_engine, _page, schema);
    }

    private void Run(object? model, RenderOptions? options, OutputBuffer output, CancellationToken cancellationToken)
    {
        var state = new RenderState(_engine, options ?? RenderOptions.Default, output, cancellationToken);
        state.Run(_unit, model);
    }
}
