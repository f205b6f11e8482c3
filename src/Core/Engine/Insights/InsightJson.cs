using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Insights;

/// <summary>An insight as JSON, in both languages, with the clients behind every row.</summary>
/// <remarks>Thread-safe. The same insight gives the same text.</remarks>
public static class InsightJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes an insight.</summary>
    /// <param name="shown">The insight with the names it shows.</param>
    /// <returns>A JSON object.</returns>
    public static string Write(ShownInsight shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
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
            Options).ReplaceLineEndings("\n");
    }

    internal static string Settings(IReadOnlyDictionary<string, string> settings) => JsonSerializer.Serialize(settings, Options).ReplaceLineEndings("\n");

    private static Dictionary<string, object?> Row(InsightTable table, InsightRow row, ShownInsight shown)
    {
        var cells = table.Columns.Select((column, index) => KeyValuePair.Create(column.Name, Value(row.Cells[index], shown))).ToDictionary(StringComparer.Ordinal);
        cells["clients"] = row.Clients.Select(client => client.ToString());
        return cells;
    }

    private static object? Value(InsightCell cell, ShownInsight shown) => cell switch
    {
        { Number: { } number } => number,
        { Text: { } text } => text.ToString(),
        { Day: { } day } => day,
        _ => shown.NameOf(cell),
    };
}
