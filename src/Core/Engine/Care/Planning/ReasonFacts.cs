using System.Globalization;

namespace Clientele.Care;

/// <summary>How reasons write days, numbers and the facts they rest on.</summary>
internal static class ReasonFacts
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static SortedDictionary<string, string> Of(params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            sorted.Add(name, value);
        }

        return sorted;
    }
}
