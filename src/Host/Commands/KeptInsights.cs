using System.Text.Json.Nodes;
using Clientele.Host.Printing;
using Clientele.Storage;

namespace Clientele.Host.Commands;

/// <summary><c>clientele insights NAME --kept</c>.</summary>
internal static class KeptInsights
{
    private sealed record Line(KeptInsight Kept, JsonNode Figure);

    public static async Task<int> ShowAsync(Run run, string insight, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var kept = await crm.Store.KeptInsights.OfAsync(insight, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (run.Json)
        {
            await run.LineAsync($"[{string.Join(",\n", kept.Select(one => one.Result))}]").ConfigureAwait(false);
            return 0;
        }

        if (kept.Count == 0)
        {
            await run.NoteAsync(run.Say($"Nothing is kept of {insight}; keep it with 'clientele insights {insight} --keep'.", $"{insight} 尚无已保存的结果；可用 clientele insights {insight} --keep 保存。")).ConfigureAwait(false);
            return 0;
        }

        await run.ListAsync(
            new Listing<Line>(
                new("as_of", new("As of", "基准日"), line => line.Kept.AsOf),
                new("settings", new("Settings", "设置"), line => string.Join(", ", JsonNode.Parse(line.Kept.Settings)!.AsObject().Select(setting => $"{setting.Key}={setting.Value}"))),
                new("figure", new("Figure", "数字"), line => Text(run, line.Figure["title"])),
                new("value", new("Value", "数值"), line => line.Figure["value"] is JsonValue value ? (object)value.GetValue<decimal>() : null),
                new("verdict", new("Verdict", "判断"), line => Text(run, line.Figure["verdict"]))),
            [.. kept.SelectMany(one => JsonNode.Parse(one.Result)!["figures"]!.AsArray().Select(figure => new Line(one, figure!)))]).ConfigureAwait(false);
        return 0;
    }

    private static string Text(Run run, JsonNode? text) => text is null ? "" : run.Say((string)text["en"]!, (string)text["zh"]!);
}
