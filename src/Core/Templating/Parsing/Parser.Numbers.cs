using System.Globalization;
using System.Numerics;

namespace Clientele.Templating;

/// <content>The values of number literals.</content>
internal sealed partial class Parser
{
    private const int MaximumDigits = 10_000;

    private LiteralSyntax ParseNumber(Token token)
    {
        var text = _source.Text[token.Start..token.End].Replace("_", "", StringComparison.Ordinal);
        var value = token.Kind switch
        {
            TokenKind.HexInteger => Prefixed(text, 4),
            TokenKind.BinaryInteger => text.Contains('.', StringComparison.Ordinal) ? BinaryFraction(text) : Prefixed(text, 1),
            TokenKind.Integer => Integer(text),
            _ => Fraction(text),
        };
        if (value.IsNull)
        {
            Error(token.Span, $"`{Text(token)}` is not a number.");
        }

        return new LiteralSyntax(token.Span, value);
    }

    private static Value Integer(string text)
    {
        var exponentAt = text.IndexOfAny(['e', 'E']);
        var digits = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = 0;
        if (digits.Length > MaximumDigits || (exponentAt >= 0
            && (!int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is < 0 or > MaximumDigits)))
        {
            return Value.Null;
        }

        return BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Value.OfInteger(value * BigInteger.Pow(10, exponent))
            : Value.Null;
    }

    private static Value Fraction(string text)
    {
        var suffix = char.ToLowerInvariant(text[^1]);
        var number = suffix is 'f' or 'd' or 'm' ? text[..^1] : text;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        switch (suffix)
        {
            case 'm':
                return decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var exact) ? Value.Of(exact) : Value.Null;
            case 'f':
                return float.TryParse(number, style, CultureInfo.InvariantCulture, out var single) ? Value.Of(single) : Value.Null;
            default:
                return double.TryParse(number, style, CultureInfo.InvariantCulture, out var real) ? Value.Of(real) : Value.Null;
        }
    }

    // Hexadecimal and binary literals are bit patterns: eight digits of F are -1 unless the literal is marked unsigned.
    private static Value Prefixed(string text, int bitsPerDigit)
    {
        var unsigned = char.ToLowerInvariant(text[^1]) == 'u';
        var digits = text[2..^(unsigned ? 1 : 0)];
        if (digits.Length is 0 or > MaximumDigits)
        {
            return Value.Null;
        }

        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            value = (value << bitsPerDigit) | Convert.ToInt32(digit.ToString(), 16);
        }

        if (unsigned || value > ulong.MaxValue)
        {
            return Value.OfInteger(value);
        }

        return value <= uint.MaxValue ? Value.Of(unchecked((int)(uint)value)) : Value.Of(unchecked((long)(ulong)value));
    }

    private static Value BinaryFraction(string text)
    {
        var isFloat = char.ToLowerInvariant(text[^1]) == 'f';
        var digits = text[2..^(char.IsAsciiLetter(text[^1]) ? 1 : 0)];
        var value = 0.0;
        var weight = 0.5;
        var afterPoint = false;
        foreach (var digit in digits)
        {
            if (digit == '.')
            {
                afterPoint = true;
            }
            else if (afterPoint)
            {
                value += digit == '1' ? weight : 0;
                weight /= 2;
            }
            else
            {
                value = (value * 2) + (digit - '0');
            }
        }

        return isFloat ? Value.Of((float)value) : Value.Of(value);
    }
}
