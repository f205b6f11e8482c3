using System.Globalization;
using System.Text;

namespace Clientele.Industries;

/// <summary>Reads the details of facts, and names that people write in different ways.</summary>
internal static class Reading
{
    public static string Text(this IReadOnlyDictionary<string, string> details, string name) => details.GetValueOrDefault(name, "").Trim();

    public static decimal? Number(this IReadOnlyDictionary<string, string> details, string name) =>
        decimal.TryParse(details.GetValueOrDefault(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(this IReadOnlyDictionary<string, string> details, string name) =>
        DateOnly.TryParseExact(details.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A name without what does not tell two things apart: case, blanks, punctuation and the width of characters.</summary>
    public static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public static async ValueTask<IReadOnlyList<Touchpoint>> ReadAsync(this IInsightInput input, CancellationToken cancellationToken)
    {
        var facts = new List<Touchpoint>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            facts.Add(fact);
        }

        return facts;
    }

    public static async ValueTask<IReadOnlyList<RegisterEntry>> ReadAsync(this IInsightInput input, string register, CancellationToken cancellationToken)
    {
        var entries = new List<RegisterEntry>();
        await foreach (var entry in input.RegisterAsync(register, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>A part of a whole, to six decimals; missing for a part of nothing.</summary>
    public static decimal? Share(decimal part, decimal whole) => whole == 0 ? null : Math.Round(part / whole, 6);

    public static InsightColumn Column(string name, string en, string zh, MeasureUnit unit = MeasureUnit.Number) => new(name, new(en, zh), unit);

    public static InsightResult Nothing(string en, string zh) => InsightResult.Refused(new Reason("no_data", new(en, zh)));

    public static string Printed(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
