using System.Globalization;
using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>The functions that templates of letters and reports have beside the language's own: <c>t</c> and <c>format.*</c>.</summary>
internal static class FormatFunctions
{
    /// <summary>The functions for documents in a language whose amounts are in a currency. A missing value is written as nothing.</summary>
    public static IReadOnlyList<FunctionModule> For(DocumentLanguage language, string currency)
    {
        var formats = new DocumentFormats(language, currency);
        return
        [
            new FunctionModule("").Add("t", call => language.Choose(call.Text(0), call.Text(1)), required: 2, most: 2, isPure: true),
            new FunctionModule("format")
                .Add("date", call => Day(call, formats.Date), required: 1, most: 1, isPure: true)
                .Add("formal_date", call => Day(call, formats.FormalDate), required: 1, most: 1, isPure: true)
                .Add("capitals", call => call[0] is null ? null : formats.Capitals(call.Number(0)), required: 1, most: 1, isPure: true)
                .Add("short_date", call => Day(call, DocumentFormats.ShortDate), required: 1, most: 1, isPure: true)
                .Add("money", call => Number(call, formats.Money), required: 1, most: 2, isPure: true)
                .Add("number", call => Number(call, DocumentFormats.Number), required: 1, most: 2, isPure: true)
                .Add("percent", call => Number(call, DocumentFormats.Percent), required: 1, most: 2, isPure: true)
                .Add("days", call => call[0] is null ? null : formats.Days(call.Number(0)), required: 1, most: 1, isPure: true),
        ];
    }

    private static string? Number(RenderCall call, Func<decimal, int?, string> format) =>
        call[0] is null ? null : format(call.Number(0), call[1] is null ? null : (int)decimal.Clamp(call.Number(1), 0, 10));

    // A detail whose kind is not registered any more is text, also when it holds a day; text that is no day is shown as it is.
    private static object? Day(RenderCall call, Func<DateOnly, string> format) => call[0] switch
    {
        null => null,
        string text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? format(day) : text,
        _ => call.Date(0) is { } day ? format(day) : null,
    };
}
