using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Host.Workspaces;

/// <summary>The settings of a workspace, as kept in <c>clientele.json</c>.</summary>
internal sealed record WorkspaceSettings
{
    public FirmSettings Firm { get; init; } = new();

    public string Currency { get; init; } = "CNY";

    /// <summary>The culture of letters to clients that state none.</summary>
    public string Culture { get; init; } = "zh-CN";

    public string Database { get; init; } = "clientele.db";

    /// <summary>Plugin directories besides the host's own and <c>plugins</c> in the workspace.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    public IReadOnlyList<string> DisabledPlugins { get; init; } = [];

    /// <summary>The day to look from when no command states one; today when left out. Demos and audits pin it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Sources whose facts are invented; documents about clients with such facts say so.</summary>
    public IReadOnlyList<string> InventedSources { get; init; } = [];
}

/// <summary>The firm that writes the letters, in both languages.</summary>
internal sealed record FirmSettings
{
    public BothLanguages Name { get; init; } = new("Our firm", "本公司");

    public BothLanguages Address { get; init; } = new();

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Website { get; init; } = "";

    public BothLanguages Department { get; init; } = new();

    public BothLanguages Signatory { get; init; } = new();

    public BothLanguages SignatoryTitle { get; init; } = new();
}

/// <summary>A text of the settings in both languages; either may be left out.</summary>
internal sealed record BothLanguages(string En = "", string Zh = "");

/// <summary>Reads and writes settings without reflection.</summary>
[JsonSerializable(typeof(WorkspaceSettings))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class SettingsJson : JsonSerializerContext;
