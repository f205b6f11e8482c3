using System.Globalization;

namespace Clientele.Practices.Showing;

/// <summary>Reads the typed details of facts.</summary>
internal static class DetailReading
{
    public static string Text(this IReadOnlyDictionary<string, string> details, string name) => details.GetValueOrDefault(name) ?? "";

    /// <summary>A number; missing when it is not there.</summary>
    public static decimal? Number(this IReadOnlyDictionary<string, string> details, string name) =>
        decimal.TryParse(details.GetValueOrDefault(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(this IReadOnlyDictionary<string, string> details, string name) =>
        DateOnly.TryParseExact(details.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The first day of the twelve months up to a day.</summary>
    public static DateOnly YearBegin(this DateOnly asOf) => Window.Months(12).FirstDay(asOf);
}
