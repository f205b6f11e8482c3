using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Documents;

namespace Clientele.Host.Workspaces;

/// <summary>The settings of a workspace, as kept in <c>clientele.json</c>.</summary>
/// <remarks>Settable rather than init-only: the source-generated reader would otherwise overwrite the default of every member that a file leaves out.</remarks>
internal sealed record WorkspaceSettings
{
    public FirmSettings Firm { get; set; } = new();

    public string Currency { get; set; } = "CNY";

    /// <summary>The culture of letters to clients that state none.</summary>
    public string Culture { get; set; } = "zh-CN";

    public string Database { get; set; } = "clientele.db";

    /// <summary>Plugin directories besides the host's own and <c>plugins</c> in the workspace.</summary>
    public IReadOnlyList<string> Plugins { get; set; } = [];

    public IReadOnlyList<string> DisabledPlugins { get; set; } = [];

    /// <summary>Whom to trust to publish plugins.</summary>
    public TrustSettings Trust { get; set; } = new();

    /// <summary>The settings of plugins: by plugin id, the name and the value of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> PluginSettings { get; set; } = new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>(StringComparer.Ordinal);

    /// <summary>The settings of insights: by insight, the name and the value of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> InsightSettings { get; set; } = new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>(StringComparer.Ordinal);

    /// <summary>The capabilities granted, by plugin id or <c>*</c>; where left out, each plugin has what its manifest declares.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? PluginGrants { get; set; }

    /// <summary>The program that prints PDFs, by its path or name; where left out, one is looked for.</summary>
    public string? PdfProgram { get; set; }

    /// <summary>The mail server that letters are sent by. Its password comes from the environment.</summary>
    public SmtpSection Smtp { get; set; } = new();

    /// <summary>Whether every document says that it is a demonstration.</summary>
    public bool Demonstration { get; set; }

    /// <summary>The day to look from when no command states one; today when left out. Demos and audits pin it.</summary>
    public DateOnly? AsOf { get; set; }

}

/// <summary>The firm that writes the letters, in both languages.</summary>
internal sealed record FirmSettings
{
    public BothLanguages Name { get; set; } = new("Our firm", "本公司");

    public BothLanguages Address { get; set; } = new();

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Website { get; set; } = "";

    /// <summary>Whether Chinese letters mark where the firm's seal goes.</summary>
    public bool Seal { get; set; } = true;

    public BothLanguages Department { get; set; } = new();

    public BothLanguages Signatory { get; set; } = new();

    public BothLanguages SignatoryTitle { get; set; } = new();

    public Firm ToFirm() => new()
    {
        Name = Name.ToText() ?? new("Our firm", "本公司"),
        Address = Address.ToText(),
        Phone = Phone,
        Email = Email,
        Website = Website,
        Seal = Seal,
        Department = Department.ToText(),
        Signatory = Signatory.ToText(),
        SignatoryTitle = SignatoryTitle.ToText(),
    };
}

/// <summary>A text of the settings in both languages; either may be left out.</summary>
internal sealed record BothLanguages(string En = "", string Zh = "")
{
    /// <summary>The text; the language that is left out takes the other's words.</summary>
    public LocalizedText? ToText() => (En.Length > 0, Zh.Length > 0) switch
    {
        (false, false) => null,
        (true, false) => LocalizedText.Same(En),
        (false, true) => LocalizedText.Same(Zh),
        _ => new LocalizedText(En, Zh),
    };
}

/// <summary>Reads and writes settings without reflection.</summary>
[JsonSerializable(typeof(WorkspaceSettings))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class SettingsJson : JsonSerializerContext;
