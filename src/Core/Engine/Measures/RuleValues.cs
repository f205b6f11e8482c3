using System.Globalization;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Reads rule values as what a measure is: a number or nothing.</summary>
internal static class RuleValues
{
    public static decimal? NumberOrNull(this RuleValue value) => value.Kind == RuleValueKind.Number ? value.Number : null;

    public static string? TextOrNull(this RuleValue value) => value.Kind switch
    {
        RuleValueKind.Text => value.Text,
        RuleValueKind.Flag => value.Flag ? "true" : "false",
        RuleValueKind.Date => value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };
}
