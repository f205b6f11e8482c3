using System.Text.Encodings.Web;
using System.Text.Json;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary>A plan as programs read it.</summary>
internal static class PlanJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(Run run, PluginPlan plan) => JsonSerializer.Serialize(
        new
        {
            Plan = plan.Fingerprint,
            plan.IsApplicable,
            plan.NeedsAcceptance,
            plan.Plugins,
            Changes = plan.Changes.Select(change => new { change.Kind, change.What, change.Name, Plugin = change.OriginId }),
            Migrations = plan.Migrations.Select(migration => new { Plugin = migration.PluginId, migration.Name, Title = run.Say(migration.Title), Changes = migration.Changes.Select(change => run.Say(change)), migration.Rows, migration.Lost }),
            plan.Data,
            Conflicts = plan.Conflicts.Select(Finding),
            Refusals = plan.Refusals.Select(Finding),
        },
        Options);

    private static object Finding(PluginDiagnostic found) => new { found.Code, Plugin = found.PluginId, found.Message, found.Hint };
}
