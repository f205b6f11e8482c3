using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Insights;

namespace Clientele.Host.Commands;

/// <summary>An insight as JSON, in both languages, with the clients behind every row.</summary>
internal static class InsightJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(ShownInsight shown)
    {
        var (insight, result) = (shown.Run.Insight, shown.Run.Result);
        return JsonSerializer.Serialize(
            new
            {
                insight.Name,
                insight.Title,
                insight.Description,
                insight.Source,
                shown.Run.AsOf,
                Settings = shown.Run.Settings.ToDictionary(setting => setting.Name, setting => setting.Value),
                result.Refusal,
                result.Figures,
                Tables = result.Tables.Select(table => new { table.Name, table.Title, table.Columns, Rows = table.Rows.Select(row => Row(table, row, shown)) }),
                result.Charts,
                result.Reasons,
            },
            Options);
    }

    private static Dictionary<string, object?> Row(InsightTable table, InsightRow row, ShownInsight shown)
    {
        var cells = table.Columns.Select((column, index) => KeyValuePair.Create(column.Name, InsightCells.Raw(row.Cells[index], shown, text => text.ToString()))).ToDictionary(StringComparer.Ordinal);
        cells["clients"] = row.Clients.Select(client => client.ToString());
        return cells;
    }
}
