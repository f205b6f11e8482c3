using System.Text;

namespace Clientele.Documents;

/// <summary>An amount in the Chinese capitals (大写) that nobody can alter: 人民币壹仟贰佰叁拾肆元伍角陆分.</summary>
/// <remarks>
/// After 《正确填写票据和结算凭证的基本规定》 (annex 1 to 《支付结算办法》, 银发〔1997〕393号). Where it leaves a choice, the first of its examples is followed:
/// 1,680.32 is 壹仟陆佰捌拾元零叁角贰分, 107,000.53 is 壹拾万柒仟元零伍角叁分, and 整 is written after 元 only. Halves of a 分 go away from zero.
/// </remarks>
internal static class ChineseCapitals
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const decimal Limit = 10_000_000_000_000_000m;
    private static readonly string[] Places = ["", "拾", "佰", "仟"];

    /// <summary>Writes an amount.</summary>
    /// <param name="amount">The amount, below 10,000 万亿 (10^16) in size.</param>
    /// <param name="currency">Its ISO 4217 code.</param>
    /// <returns>The words; <see langword="null"/> for an amount too large to be read, or a currency that is not counted in 元.</returns>
    public static string? Of(decimal amount, string currency)
    {
        var rounded = Math.Round(Math.Abs(amount), CurrencyName.Decimals(currency), MidpointRounding.AwayFromZero);
        if (rounded >= Limit || !CurrencyName.Chinese(currency).EndsWith('元'))
        {
            return null;
        }

        var whole = (long)decimal.Truncate(rounded);
        var cents = (int)((rounded - whole) * 100);
        var text = new StringBuilder(currency == "CNY" ? "人民币" : CurrencyName.Chinese(currency)).Append(amount < 0 && rounded > 0 ? "负" : "");
        if (whole > 0 || cents == 0)
        {
            text.Append(whole == 0 ? "零" : Number(whole)).Append('元');
        }

        return text.Append(Fraction(whole, cents / 10, cents % 10)).ToString();
    }

    private static string Fraction(long whole, int jiao, int fen)
    {
        if (jiao == 0 && fen == 0)
        {
            return "整";
        }

        // 零 where the 元 place is empty before a 角 that is not, and where the 角 is empty before a 分.
        var zero = whole > 0 && (jiao == 0 || whole % 10 == 0) ? "零" : "";
        return zero + (jiao == 0 ? "" : $"{Digits[jiao]}角") + (fen == 0 ? "" : $"{Digits[fen]}分");
    }

    // 亿 and 万 stand behind a whole number of them, so that 10^12 is 壹万亿.
    private static string Number(long value) => value switch
    {
        >= 100_000_000 => Joined(value, 100_000_000, "亿"),
        >= 10_000 => Joined(value, 10_000, "万"),
        _ => Section((int)value),
    };

    private static string Joined(long value, long unit, string name)
    {
        var rest = value % unit;
        return Number(value / unit) + name + (rest == 0 ? "" : (rest < unit / 10 ? "零" : "") + Number(rest));
    }

    private static string Section(int value)
    {
        var text = new StringBuilder();
        var zero = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = value / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            text.Append(zero ? "零" : "").Append(Digits[digit]).Append(Places[place]);
            zero = false;
        }

        return text.ToString();
    }
}
