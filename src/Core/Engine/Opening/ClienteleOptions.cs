using Clientele.Care;
using Clientele.Documents;
using Clientele.Plugins;
using Clientele.Storage;

namespace Clientele;

/// <summary>Where a Clientele keeps its data and finds its plugins.</summary>
public sealed class ClienteleOptions
{
    /// <summary>The SQLite file.</summary>
    /// <value>The default is <c>clientele.db</c> in the current folder. It is created when it does not exist; its folder must.</value>
    public string Database { get; set; } = "clientele.db";

    /// <summary>The one currency of all amounts, as an ISO 4217 code.</summary>
    /// <value>The default is <c>CNY</c>. Fixed when the database is created.</value>
    public string Currency { get; set; } = "CNY";

    /// <summary>Whether a commit waits for the disk, so that it survives a loss of power.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Durable { get; set; } = true;

    /// <summary>The directories whose sub-folders are plugins.</summary>
    /// <value>Empty by default: the core alone.</value>
    public IList<string> PluginDirectories { get; } = [];

    /// <summary>How plugins are loaded: whether they can be unloaded, whom to trust, how long to wait. Its directories and disabled ids are those given here.</summary>
    /// <value>By default plugins stay loaded, and unsigned ones are accepted.</value>
    public PluginOptions PluginLoading { get; set; } = new();

    /// <summary>The ids of plugins to leave out.</summary>
    /// <value>Empty by default.</value>
    public IList<string> DisabledPlugins { get; } = [];

    /// <summary>What the operator sets for plugins: by plugin id, the name and the value of each setting, as in <see cref="PluginOptions.Settings"/>. A change takes effect when the plugin is loaded again.</summary>
    /// <value>Empty by default: every setting has its default.</value>
    public IDictionary<string, IReadOnlyDictionary<string, string?>> PluginSettings { get; } = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the operator sets for insights: by insight, the name and the value of each setting; see <see cref="Insight.Settings"/>.</summary>
    /// <value>Empty by default: every setting has its default.</value>
    public IDictionary<string, IReadOnlyDictionary<string, string?>> InsightSettings { get; } = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);

    /// <summary>The capabilities granted to plugins, as in <see cref="PluginOptions.Grants"/>.</summary>
    /// <value>The default is <see langword="null"/>: each plugin has what its manifest declares.</value>
    public IDictionary<string, IReadOnlyList<string>>? PluginGrants { get; set; }

    /// <summary>Whether a plugin directory that does not exist is an error.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RequirePluginDirectories { get; set; }

    /// <summary>A folder whose templates take the place of those of the plugins and of the framework.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    public string? TemplateOverrides { get; set; }

    /// <summary>The firm that letters and reports come from.</summary>
    /// <value>The default names no firm in particular.</value>
    public Firm Firm { get; set; } = new() { Name = new("Our firm", "本公司") };

    /// <summary>The program that prints PDFs: the path or the name of a Chromium or of LibreOffice's <c>soffice</c>.</summary>
    /// <value>The default is <see langword="null"/>: the one that the environment variable <c>CLIENTELE_PDF_PROGRAM</c> names, or else the first that is installed, a browser before an office.</value>
    public string? PdfProgram { get; set; }

    /// <summary>The language of letters where neither the contact nor the client states one.</summary>
    /// <value>The default is Chinese.</value>
    public DocumentLanguage Language { get; set; } = DocumentLanguage.Chinese;

    /// <summary>Whether every letter and report says in its footer that it is a demonstration, as those from an invented firm must.</summary>
    /// <value>The default is <see langword="false"/>: only documents that rest on facts from a source named <c>invented…</c> say so.</value>
    public bool Demonstration { get; set; }

    /// <summary>The roles that see confidential and sensitive fields of every client in full, besides those who look after the client. Every such read is recorded.</summary>
    /// <value>The default is <c>privacy_officer</c> alone.</value>
    public IList<string> FullReaders { get; } = ["privacy_officer"];

    /// <summary>Where the bands of quantity begin that one price is quoted for, ascending.</summary>
    /// <value>The default is 1, 10, 100, 1,000 and 10,000. A quantity below the first belongs to a band of its own.</value>
    public IReadOnlyList<decimal> QuotationBands { get; set; } = [1, 10, 100, 1_000, 10_000];

    /// <summary>The application's own registrations, made like a plugin's: the prefix, and what registers under it.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, IPlugin> Own { get; } = new Dictionary<string, IPlugin>(StringComparer.Ordinal);

    /// <summary>How care is planned: working days, the merge window, the owners' capacity.</summary>
    /// <value>By default Monday to Friday, a window of seven days, and no limits.</value>
    public CareSettings Care { get; set; } = new();

    /// <summary>The file of the firm's care rules (<see cref="CareFile"/>); where there is one, its settings take the place of <see cref="Care"/>.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    public string? CareRules { get; set; }

    internal StoreOptions Store => new() { Database = Database, Currency = Currency, Durable = Durable };
}
