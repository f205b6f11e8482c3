using Clientele.Care;
using Clientele.Documents;
using Clientele.Import;
using Clientele.Insights;
using Clientele.Measures;
using Clientele.Plugins;
using Clientele.Segments;
using Clientele.Storage;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele;

/// <summary>An open CRM: the facts, and the way from them to measures, segments, care and documents.</summary>
/// <remarks>Thread-safe. Dispose it to close the database, unless a <see cref="CrmSource"/> opened it.</remarks>
/// <example>
/// <code>
/// await using var batch = await crm.BeginAsync();
/// var client = await batch.SaveAsync(new Client { Id = ClientId.From("mine", "1"), Name = "Harbour Authority", Since = today });
/// await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("mine", "s1"), Client = client.Id, Kind = "core.sale", OccurredOn = today, Amount = new Money(120_000, "CNY") });
/// await batch.CommitAsync();
/// var segments = await crm.Segments.RunAsync(today);
/// </code>
/// </example>
public sealed class Crm : IAsyncDisposable
{
    private Crm(Store store, PluginSet plugins, TemplateEngine rules, ClienteleOptions options)
    {
        Store = store;
        Plugins = plugins;
        Measures = new MeasureReader(store, plugins.Catalogue, rules);
        Segments = new SegmentRunner(store, plugins.Catalogue, rules);
        Explanations = new SegmentExplainer(store, plugins.Catalogue, rules);
        Insights = new InsightDesk(store, plugins.Catalogue, rules);
        Planner = new CarePlanner(store, plugins.Catalogue);
        Care = new CareDesk(store, plugins.Catalogue, Planner);
        Rules = rules;
        Importer = new Importer(store, plugins.Catalogue);
        var templates = new TemplateSource(options.TemplateOverrides, plugins.Catalogue.Origins.Where(origin => origin.TemplateFolder is not null).ToDictionary(origin => origin.Prefix, origin => origin.TemplateFolder!, StringComparer.Ordinal));
        Letters = new LetterDesk(store, plugins.Catalogue, Measures, rules, templates, options);
        Reports = new ReportDesk(store, plugins.Catalogue, Measures, Insights, templates, options);
    }

    /// <summary>The store: reads stream from it, writes go through <see cref="BeginAsync"/>.</summary>
    public Store Store { get; }

    /// <summary>What was found on disk, running or not.</summary>
    public PluginSet Plugins { get; }

    /// <summary>Everything registered by the core, the application and the running plugins.</summary>
    public Catalogue Catalogue => Plugins.Catalogue;

    /// <summary>Takes client files in.</summary>
    public Importer Importer { get; }

    /// <summary>Computes measures.</summary>
    public MeasureReader Measures { get; }

    /// <summary>Puts clients into segments.</summary>
    public SegmentRunner Segments { get; }

    /// <summary>Explains why a client is in a segment.</summary>
    public SegmentExplainer Explanations { get; }

    /// <summary>Computes results about the whole population.</summary>
    public InsightDesk Insights { get; }

    /// <summary>Turns policies into follow-ups.</summary>
    public CarePlanner Planner { get; }

    /// <summary>Lists what is due and records what was done.</summary>
    public CareDesk Care { get; }

    /// <summary>Writes letters, through the gate of guards.</summary>
    public LetterDesk Letters { get; }

    /// <summary>Writes reports.</summary>
    public ReportDesk Reports { get; }

    internal TemplateEngine Rules { get; }

    /// <summary>Opens the database and loads the plugins.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="time">Gives the instant at which facts are recorded.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The open CRM.</returns>
    /// <exception cref="ClienteleException">The database cannot be opened, a required plugin directory is missing, or a registration of the application itself is invalid. A plugin that fails is no exception: see <see cref="Plugins"/>.</exception>
    public static async Task<Crm> OpenAsync(ClienteleOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var rules = new TemplateEngine(new TemplateOptions());
        var plugins = BuiltIn.Load(options, rules, cancellationToken);
        var store = await Store.OpenAsync(new StoreOptions { Database = options.Database, Currency = options.Currency, Durable = options.Durable }, time, cancellationToken).ConfigureAwait(false);
        return new Crm(store, plugins, rules, options);
    }

    /// <summary>Loads the plugins alone, without opening a database: for listing and checking them.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="cancellationToken">Stops between two plugins.</param>
    /// <returns>The plugins that were found and what they register together with the core.</returns>
    public static PluginSet LoadPlugins(ClienteleOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return BuiltIn.Load(options, new TemplateEngine(new TemplateOptions()), cancellationToken);
    }

    /// <summary>Begins a batch of writes; see <see cref="StoreBatch"/>.</summary>
    /// <param name="cancellationToken">Stops waiting for the batch before it.</param>
    /// <returns>The batch.</returns>
    public Task<StoreBatch> BeginAsync(CancellationToken cancellationToken = default) => Store.BeginAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
