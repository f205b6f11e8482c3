using System.Text.Encodings.Web;
using System.Text.Json;
using Clientele.Documents;
using Clientele.Plugins;

namespace Clientele.Host.Workspaces;

/// <summary>The folder the host works in: settings, database, template overrides, output.</summary>
internal sealed class Workspace
{
    public const string SettingsFile = "clientele.json";

    /// <summary>The firm's care rules, where it has any.</summary>
    public const string CareFile = "care.yaml";

    private static readonly SettingsJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    });

    private Workspace(string folder, WorkspaceSettings settings)
    {
        Folder = folder;
        Settings = settings;
    }

    public string Folder { get; }

    public WorkspaceSettings Settings { get; }

    public string Output => Path.Combine(Folder, "output");

    public string Templates => Path.Combine(Folder, "templates");

    public string CareRules => Path.Combine(Folder, CareFile);

    /// <summary>Where plugins are installed, and where it is kept which ones are disabled.</summary>
    public string InstalledPlugins => Path.Combine(Folder, "plugins");

    /// <summary>The plugins that come with the host.</summary>
    public static string OwnPlugins => Path.Combine(AppContext.BaseDirectory, "plugins");

    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, SettingsFile));

    public static Workspace Open(string folder)
    {
        var path = Path.Combine(folder, SettingsFile);
        if (!File.Exists(path))
        {
            throw new ClienteleException(ErrorCodes.WorkspaceInvalid, $"'{folder}' is not a workspace: it has no {SettingsFile}. Make one with 'clientele init {folder}', or name another with --workspace.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            return new Workspace(folder, JsonSerializer.Deserialize(stream, Readable.WorkspaceSettings) ?? new WorkspaceSettings());
        }
        catch (JsonException error)
        {
            throw new ClienteleException(ErrorCodes.WorkspaceInvalid, $"{path} cannot be read at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: {error.Message.Split(" Path:")[0]} Correct it and try again.", error);
        }
    }

    /// <summary>The workspace, or the folder with the settings of a new one: installing and listing plugins needs no workspace.</summary>
    public static Workspace OpenOrNew(string folder) => IsOne(folder) ? Open(folder) : new Workspace(folder, new WorkspaceSettings());

    public static Workspace Create(string folder, WorkspaceSettings settings)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, SettingsFile), JsonSerializer.Serialize(settings, Readable.WorkspaceSettings) + "\n");
        return new Workspace(folder, settings);
    }

    public ClienteleOptions Options(IReadOnlyList<string> statedPlugins)
    {
        var options = new ClienteleOptions { Database = Path.Combine(Folder, Settings.Database), Currency = Settings.Currency, TemplateOverrides = Templates, CareRules = CareRules, RequirePluginDirectories = statedPlugins.Count > 0, Firm = Settings.Firm.ToFirm(), Demonstration = Settings.Demonstration, PdfProgram = Settings.PdfProgram, Language = Settings.Culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? DocumentLanguage.Chinese : DocumentLanguage.English };
        foreach (var directory in statedPlugins.Count > 0 ? statedPlugins : PluginDirectories(Settings.Plugins.Select(stated => Path.GetFullPath(stated, Folder)), InstalledPlugins))
        {
            options.PluginDirectories.Add(directory);
        }

        foreach (var (id, section) in Settings.PluginSettings)
        {
            options.PluginSettings[id] = Texts(section);
        }

        foreach (var (insight, section) in Settings.InsightSettings)
        {
            options.InsightSettings[insight] = Texts(section);
        }

        options.PluginGrants = Settings.PluginGrants?.ToDictionary(StringComparer.OrdinalIgnoreCase);
        options.PluginLoading = new() { Trust = Settings.Trust.ToTrust(Folder) };
        foreach (var disabled in Settings.DisabledPlugins.Concat(new PluginStore(InstalledPlugins).Disabled))
        {
            options.DisabledPlugins.Add(disabled);
        }

        return options;
    }

    private static Dictionary<string, string?> Texts(IReadOnlyDictionary<string, JsonElement> section) =>
        section.ToDictionary(setting => setting.Key, setting => Text(setting.Value), StringComparer.Ordinal);

    // A list or an object is no value of a setting; whoever reads it says so.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>The host's own plugins, those the settings name, and those installed in the workspace.</summary>
    public static IReadOnlyList<string> PluginDirectories(IEnumerable<string> stated, string installed) =>
        [.. new[] { OwnPlugins }.Concat(stated).Append(installed).Where(Directory.Exists).Distinct(StringComparer.Ordinal)];
}
