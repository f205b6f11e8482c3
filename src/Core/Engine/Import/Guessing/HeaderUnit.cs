using System.Text.RegularExpressions;

namespace Clientele.Import;

/// <summary>The unit that a header states, such as 万元 in 年销售额(万元) or AUD in Amount (AUD).</summary>
/// <param name="Header">The header without it.</param>
/// <param name="Factor">What amounts are multiplied by.</param>
/// <param name="Currency">The currency; empty when none is stated.</param>
internal sealed partial record HeaderUnit(string Header, decimal Factor, string Currency)
{
    private static readonly (string Unit, decimal Factor, string Currency)[] Known =
    [
        ("万元", 10_000m, ""), ("万", 10_000m, ""), ("亿元", 100_000_000m, ""), ("亿", 100_000_000m, ""), ("千元", 1_000m, ""), ("百万元", 1_000_000m, ""), ("元", 1m, ""),
        ("万澳元", 10_000m, "AUD"), ("澳元", 1m, "AUD"), ("万美元", 10_000m, "USD"), ("美元", 1m, "USD"), ("人民币", 1m, "CNY"), ("人民币万元", 10_000m, "CNY"), ("rmb", 1m, "CNY"),
        ("'000", 1_000m, ""), ("000", 1_000m, ""), ("k", 1_000m, ""), ("thousand", 1_000m, ""), ("million", 1_000_000m, ""),
    ];

    public static HeaderUnit Of(string header)
    {
        var match = InBrackets().Match(CellText.Plain(header));
        if (!match.Success)
        {
            return new HeaderUnit(header, 1m, "");
        }

        var unit = match.Groups["unit"].Value.Trim();
        var rest = match.Groups["rest"].Value;
        foreach (var (text, factor, currency) in Known)
        {
            if (text.Equals(unit, StringComparison.OrdinalIgnoreCase))
            {
                return new HeaderUnit(rest, factor, currency);
            }
        }

        return unit.Length == 3 && unit.All(char.IsAsciiLetterUpper) ? new HeaderUnit(rest, 1m, unit) : new HeaderUnit(rest, 1m, "");
    }

    [GeneratedRegex(@"^(?<rest>.+?)\s*[(\[/,](?<unit>[^()\[\]]+)[)\]]?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBrackets();
}
