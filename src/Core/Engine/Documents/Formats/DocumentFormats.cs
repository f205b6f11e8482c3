using System.Globalization;

namespace Clientele.Documents;

/// <summary>Writes dates, amounts and numbers in the form of a document's language.</summary>
/// <remarks>
/// The patterns are our own and rest on the invariant culture, so a document has the same bytes on every machine,
/// whatever its regional settings and its version of ICU. Immutable and thread-safe.
/// </remarks>
/// <param name="language">The language of the document.</param>
/// <param name="currency">The ISO 4217 code of the amounts.</param>
public sealed class DocumentFormats(DocumentLanguage language, string currency)
{
    private const int MostDecimals = 10;

    /// <summary>The day in full.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>31 March 2026</c> or <c>2026年3月31日</c>.</returns>
    public string Date(DateOnly day) => day.ToString(language.IsChinese ? "yyyy'年'M'月'd'日'" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day as a letter is dated.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>31 March 2026</c> or <c>二〇二六年三月三十一日</c>.</returns>
    public string FormalDate(DateOnly day) => language.IsChinese ? ChineseDate.Of(day) : Date(day);

    /// <summary>The day for tables, the same in both languages.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>2026-03-31</c>.</returns>
    public static string ShortDate(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An amount with its currency.</summary>
    /// <param name="amount">The amount, in whole units of the currency.</param>
    /// <param name="decimals">How many decimals, from 0 to 10; by default those of the currency, which are two but for yen, won and dong.</param>
    /// <returns><c>CNY 1,234.50</c> or <c>1,234.50 元</c>; the code in place of a Chinese name that is not known.</returns>
    public string Money(decimal amount, int? decimals = null)
    {
        var number = Fixed(amount, decimals ?? CurrencyName.Decimals(currency));
        return language.IsChinese ? $"{number} {CurrencyName.Chinese(currency)}" : $"{currency} {number}";
    }

    /// <summary>An amount in words that nobody can alter, as a Chinese demand or receipt has it beside the figures.</summary>
    /// <param name="amount">The amount, in whole units of the currency.</param>
    /// <returns><c>人民币壹仟贰佰叁拾肆元伍角陆分</c> in Chinese; as <see cref="Money"/> in English, in a currency that is not counted in 元, and from 10,000 万亿 on.</returns>
    public string Capitals(decimal amount) => (language.IsChinese ? ChineseCapitals.Of(amount, currency) : null) ?? Money(amount);

    /// <summary>A number with grouped thousands, the same in both languages.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Exactly how many decimals, from 0 to 10; by default as many as it has, up to four.</param>
    /// <returns><c>1,234.5</c>.</returns>
    public static string Number(decimal value, int? decimals = null) => decimals is { } places ? Fixed(value, places) : UpTo(value, 4);

    /// <summary>A ratio in percent, the same in both languages.</summary>
    /// <param name="ratio">The ratio: 1 is 100 %.</param>
    /// <param name="decimals">Exactly how many decimals, from 0 to 10; by default one, or none where it would be zero.</param>
    /// <returns><c>12.3%</c> of 0.123.</returns>
    public static string Percent(decimal ratio, int? decimals = null) => (decimals is { } places ? Fixed(ratio * 100, places) : UpTo(ratio * 100, 1)) + "%";

    /// <summary>A number of days with its unit.</summary>
    /// <param name="count">How many.</param>
    /// <returns><c>1 day</c>, <c>30 days</c>, <c>30天</c>.</returns>
    public string Days(decimal count) => language.IsChinese ? Number(count) + "天" : $"{Number(count)} {(count is 1 or -1 ? "day" : "days")}";

    private static string Fixed(decimal value, int decimals)
    {
        var places = Math.Clamp(decimals, 0, MostDecimals);
        return Rounded(value, places).ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string UpTo(decimal value, int decimals) =>
        Rounded(value, decimals).ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture);

    // Halves go away from zero, as accountants expect; a negative amount that rounds to nothing loses its sign.
    private static decimal Rounded(decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}
