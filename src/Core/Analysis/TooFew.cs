namespace Clientele.Analysis;

/// <summary>The refusals that many formulas share.</summary>
internal static class TooFew
{
    /// <summary>There are not enough observations.</summary>
    public static Reason Of(LocalizedText what, int have, int need) => new("too_few", new(
        $"Too few {what.En}: {have}, and at least {need} are needed.",
        $"{what.Zh}太少：只有 {have} 个，至少需要 {need} 个。"))
    {
        Facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["have"] = have.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["need"] = need.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };
}
