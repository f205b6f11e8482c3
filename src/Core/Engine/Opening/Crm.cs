using Clientele.Actions;
using Clientele.Care;
using Clientele.Documents;
using Clientele.Handovers;
using Clientele.Import;
using Clientele.Insights;
using Clientele.Mailings;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Plugins;
using Clientele.Privacy;
using Clientele.Promises;
using Clientele.Quotations;
using Clientele.Registers;
using Clientele.Segments;
using Clientele.Storage;
using Clientele.Storage.Writing;
using Clientele.Templating;
using Clientele.Timing;

namespace Clientele;

/// <summary>An open CRM: the facts, and the way from them to measures, segments, care and documents.</summary>
/// <remarks>
/// Thread-safe. Dispose it to close the database, unless a <see cref="CrmSource"/> opened it.
/// When a plugin is loaded again or unloaded (see <see cref="Plugins"/>), <see cref="Measures"/>, <see cref="Segments"/> and the others give new objects that know the new version;
/// take them from here for each run. A run under way goes on with the measures it began with, and those of a version that is gone say so.
/// </remarks>
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
    private readonly ClienteleOptions _options;
    private readonly CareSettings _care;
    private readonly PdfPrinter _printer;
    private volatile Desks _desks;

    private Crm(Store store, PluginSet plugins, TemplateEngine rules, ClienteleOptions options, CareSettings care)
    {
        Store = store;
        Plugins = plugins;
        Rules = rules;
        _options = options;
        _care = care;
        _printer = new PdfPrinter(options.PdfProgram);
        _desks = new(store, plugins.Catalogue, rules, options, care, _printer);
    }

    /// <summary>The store: reads stream from it, writes go through <see cref="BeginAsync"/>.</summary>
    public Store Store { get; }

    /// <summary>What was found on disk, running or not.</summary>
    public PluginSet Plugins { get; }

    /// <summary>Everything registered by the core, the application and the running plugins.</summary>
    public Catalogue Catalogue => Plugins.Catalogue;

    /// <summary>Takes client files in.</summary>
    public Importer Importer => Now.Importer;

    /// <summary>Computes measures.</summary>
    public MeasureReader Measures => Now.Measures;

    /// <summary>Puts clients into segments.</summary>
    public SegmentRunner Segments => Now.Segments;

    /// <summary>Applies what belonging to a segment means: shares of capacity, early information, priority.</summary>
    public TreatmentDesk Treatments => Now.Treatments;

    /// <summary>Puts clients into segments by hand, with an author, a reason and an expiry.</summary>
    public SegmentDecisions Decisions => Now.Decisions;

    /// <summary>Explains why a client is in a segment, and what would change it.</summary>
    public SegmentExplainer Explanations => Now.Explanations;

    /// <summary>Computes results about the whole population.</summary>
    public InsightDesk Insights => Now.Insights;

    /// <summary>Opens, shows and moves matters.</summary>
    public MatterDesk Matters => Now.Matters;

    /// <summary>Takes in what clients want promised, and lists promises with who must keep them.</summary>
    public PromiseDesk Promises => Now.Promises;

    /// <summary>Hands clients from one employee to another.</summary>
    public HandoverDesk Handovers => Now.Handovers;

    /// <summary>Turns policies into follow-ups.</summary>
    public CarePlanner Planner => Now.Planner;

    /// <summary>Lists what is due and records what was done.</summary>
    public CareDesk Care => Now.Care;

    /// <summary>Writes letters, through the gate of guards.</summary>
    public LetterDesk Letters => Now.Letters;

    /// <summary>Writes the forms that are filled in by hand.</summary>
    public FormDesk Forms => Now.Forms;

    /// <summary>Plans mailings, sends them, and takes in what became of their letters.</summary>
    public MailingDesk Mailings => Now.Mailings;

    /// <summary>Shows archived letters and renders them again.</summary>
    public ArchiveDesk Archive => Now.Archive;

    /// <summary>Writes reports.</summary>
    public ReportDesk Reports => Now.Reports;

    /// <summary>Keeps the firm's own registers.</summary>
    public RegisterDesk Registers => Now.Registers;

    /// <summary>Quotes one price for one thing to one customer.</summary>
    public QuotationDesk Quotations => Now.Quotations;

    /// <summary>Says whether it is the right time to propose something to a client.</summary>
    public TimingDesk Timing => Now.Timing;

    /// <summary>Asks the guards before something is done with a client, such as a gift or new credit.</summary>
    public ActionDesk Actions => Now.Actions;

    /// <summary>Judges letters of one batch against each other and against last year's.</summary>
    public BatchGate Batches => Now.Batches;

    /// <summary>Shows personal data masked or, to those who may, in full; erases people.</summary>
    public PrivacyDesk Privacy => Now.Privacy;

    internal TemplateEngine Rules { get; }

    // What reads the catalogue is made again when a plugin was loaded again or let go. Two threads may both make it; either's will do.
    private Desks Now => ReferenceEquals(_desks.Catalogue, Catalogue) ? _desks : _desks = new(Store, Catalogue, Rules, _options, _care, _printer);

    /// <summary>Opens the database, loads the plugins, and brings the data to what they register, as far as nothing is lost by it.</summary>
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
        var facts = new StoreFacts();
        var care = CareFile.Load(options.CareRules);
        var plugins = BuiltIn.Load(options, care, rules, facts, cancellationToken);
        var store = facts.Store = await Store.OpenAsync(options.Store, time, cancellationToken).ConfigureAwait(false);
        try
        {
            await new DataBringing(store).RunAsync(plugins, cancellationToken).ConfigureAwait(false);
            return new Crm(store, plugins, rules, options, File.Exists(options.CareRules) ? care.Settings : options.Care);
        }
        catch
        {
            await plugins.DisposeAsync().ConfigureAwait(false);
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Loads the plugins alone, without opening a database: for listing and checking them.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="cancellationToken">Stops between two plugins.</param>
    /// <returns>The plugins that were found and what they register together with the core.</returns>
    public static PluginSet LoadPlugins(ClienteleOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return BuiltIn.Load(options, CareFile.Load(options.CareRules), new TemplateEngine(new TemplateOptions()), facts: null, cancellationToken);
    }

    /// <summary>Loads a plugin again, with those that depend on it, and brings the data to the new version as <see cref="OpenAsync"/> does.</summary>
    /// <param name="plugin">Its id.</param>
    /// <param name="cancellationToken">Stops before the new version takes over.</param>
    /// <returns>What came of it. A new version whose data cannot be brought is taken out, as at the opening: see <see cref="Plugins"/>.</returns>
    /// <exception cref="ClienteleException">No such plugin runs, or too many of its earlier versions are still in memory (<c>PLG9006</c>).</exception>
    public async Task<ReloadReport> ReloadAsync(string plugin, CancellationToken cancellationToken = default)
    {
        var report = await Plugins.ReloadAsync(plugin, cancellationToken).ConfigureAwait(false);
        if (report.Reloaded)
        {
            await new DataBringing(Store).RunAsync(Plugins, cancellationToken).ConfigureAwait(false);
        }

        return report;
    }

    /// <summary>Begins a batch of writes; see <see cref="StoreBatch"/>.</summary>
    /// <param name="cancellationToken">Stops waiting for the batch before it.</param>
    /// <returns>The batch.</returns>
    public Task<StoreBatch> BeginAsync(CancellationToken cancellationToken = default) => Store.BeginAsync(cancellationToken);

    /// <summary>Stops the plugins and closes the database.</summary>
    /// <returns>A task that ends when both are done.</returns>
    public async ValueTask DisposeAsync()
    {
        await _printer.DisposeAsync().ConfigureAwait(false);
        await Plugins.DisposeAsync().ConfigureAwait(false);
        await Store.DisposeAsync().ConfigureAwait(false);
    }
}
