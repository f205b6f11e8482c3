using System.Globalization;
using System.Text.RegularExpressions;

namespace Clientele.Import;

/// <summary>Why an amount could not be read.</summary>
internal enum AmountFault
{
    None,
    Malformed,
    Ambiguous,
    OtherCurrency,
    TooPrecise,
}

/// <summary>Reads amounts: currency signs and words, 万 and 亿, thousands marks, accountants' parentheses. What could be read two ways is not read.</summary>
internal sealed partial class AmountCell(string currency, DecimalMark mark, decimal factor)
{
    private static readonly (string Text, string Currency)[] Signs =
    [
        ("人民币", "CNY"), ("RMB", "CNY"), ("CN¥", "CNY"), ("¥", "CNY JPY"), ("A$", "AUD"), ("AU$", "AUD"), ("US$", "USD"), ("HK$", "HKD"), ("NZ$", "NZD"), ("C$", "CAD"),
        ("$", "AUD USD HKD NZD CAD SGD TWD"), ("€", "EUR"), ("£", "GBP"), ("澳元", "AUD"), ("美元", "USD"), ("港元", "HKD"), ("欧元", "EUR"), ("日元", "JPY"),
    ];

    private static readonly (string Text, decimal Size)[] Units = [("亿", 100_000_000m), ("百万", 1_000_000m), ("万", 10_000m), ("千", 1_000m)];

    /// <summary>Reads an amount in whole units of the currency.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="exact">Whether the cell is a number to the spreadsheet program, so that its point is a decimal point and its last digits are noise.</param>
    /// <param name="amount">The amount.</param>
    public AmountFault Read(string cell, bool exact, out decimal amount)
    {
        var fault = ReadNumber(cell, exact, factor, out amount);
        if (fault == AmountFault.None && decimal.Round(amount, 4) != amount)
        {
            if (!exact)
            {
                return AmountFault.TooPrecise;
            }

            amount = decimal.Round(amount, 4, MidpointRounding.AwayFromZero);
        }

        return fault;
    }

    /// <summary>Reads a plain number that is no money: the same marks, no factor, any precision.</summary>
    public AmountFault ReadPlain(string cell, bool exact, out decimal number) => ReadNumber(cell, exact, 1m, out number);

    private AmountFault ReadNumber(string cell, bool exact, decimal size, out decimal number)
    {
        var text = CellText.Plain(cell);
        var negative = TakeSign(ref text);
        var before = text.Length;
        if (!TakeCurrency(ref text))
        {
            number = 0;
            return AmountFault.OtherCurrency;
        }

        // "-¥500" and "¥-500" are both written; "--5" is not.
        negative ^= text.Length < before && TakeSign(ref text);
        size = TakeUnit(ref text) ?? size;
        var fault = Digits(text, exact ? DecimalMark.Point : mark, out number);
        number *= negative ? -size : size;
        return fault;
    }

    private static bool TakeSign(ref string text)
    {
        if (text is ['(', .., ')'])
        {
            text = text[1..^1].Trim();
            return true;
        }

        var negative = text is ['-', ..] or [.., '-'];
        text = (text is ['-' or '+', ..] ? text[1..] : negative ? text[..^1] : text).Trim();
        return negative;
    }

    private bool TakeCurrency(ref string text)
    {
        var allowed = true;
        foreach (var (sign, currencies) in Signs)
        {
            if (Take(ref text, sign))
            {
                allowed &= currencies.Contains(currency, StringComparison.Ordinal);
                break;
            }
        }

        var code = Code().Match(text);
        if (code.Success && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        {
            allowed &= code.Value.Equals(currency, StringComparison.OrdinalIgnoreCase);
            text = text.Remove(code.Index, code.Length).Trim();
        }

        if (text.EndsWith('元') || text.EndsWith('圆'))
        {
            // Chinese writes 元 after any currency's amount, so the word alone contradicts nothing.
            text = text[..^1].Trim();
        }

        return allowed;
    }

    private static bool Take(ref string text, string sign)
    {
        if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
        {
            text = text[sign.Length..].Trim();
            return true;
        }

        if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
        {
            text = text[..^sign.Length].Trim();
            return true;
        }

        return false;
    }

    // The unit in a cell says more than the one in its header: "800万" under 销售额(万元) is 800万, not 800万万.
    private static decimal? TakeUnit(ref string text)
    {
        foreach (var (unit, size) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                text = text[..^unit.Length].Trim();
                return size;
            }
        }

        return null;
    }

    private static AmountFault Digits(string text, DecimalMark mark, out decimal number)
    {
        number = 0;
        if (mark == DecimalMark.Unknown)
        {
            var proven = Proof(text);
            if (proven == DecimalMark.Unknown && text.AsSpan().IndexOfAny('.', ',') >= 0)
            {
                return EitherWay().IsMatch(text) ? AmountFault.Ambiguous : AmountFault.Malformed;
            }

            mark = proven;
        }

        var matches = mark == DecimalMark.Comma ? WithComma().IsMatch(text) : WithPoint().IsMatch(text);
        if (!matches)
        {
            return AmountFault.Malformed;
        }

        var plain = mark == DecimalMark.Comma ? Marks().Replace(text, "").Replace(".", "").Replace(',', '.') : Marks().Replace(text, "").Replace(",", "");
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) ? AmountFault.None : AmountFault.Malformed;
    }

    /// <summary>What an amount says about its own decimal mark: only one reading is well formed, or none decides.</summary>
    public static DecimalMark Proof(string text)
    {
        var point = WithPoint().IsMatch(text);
        var comma = WithComma().IsMatch(text);
        return point == comma ? DecimalMark.Unknown : point ? DecimalMark.Point : DecimalMark.Comma;
    }

    [GeneratedRegex(@"^(\d+|[1-9]\d{0,2}(?<mark>[, '])\d{3}(\k<mark>\d{3})*)(\.\d+)?$|^\.\d+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"^(\d+|[1-9]\d{0,2}(?<mark>[. '])\d{3}(\k<mark>\d{3})*)(,\d+)?$|^,\d+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^[1-9]\d{0,2}[.,]\d{3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EitherWay();

    [GeneratedRegex("[ ']", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("^[A-Za-z]{3}(?![A-Za-z])|(?<![A-Za-z])[A-Za-z]{3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
