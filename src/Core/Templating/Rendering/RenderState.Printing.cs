using System.Globalization;
using System.Numerics;
using System.Text;

namespace Clientele.Templating;

/// <content>The printed form of values.</content>
internal sealed partial class RenderState
{
    private const int PrintDepth = 20;
    private const int LargestPrinted = 26_000;

    /// <summary>How dates print: <c>date.format</c>.</summary>
    public string DateFormat { get; set; } = DateFunctions.DefaultFormat;

    public string Text(in Value value, TextSpan span)
    {
        switch (value.Kind)
        {
            case ValueKind.String or ValueKind.Safe: return value.Text;
            case ValueKind.Null or ValueKind.Empty: return "";
            case ValueKind.Array or ValueKind.Range or ValueKind.Object:
                var text = new StringBuilder();
                Print(text, value, 0, span, isNested: false);
                ChargeString(span, text.Length);
                return text.ToString();
            default:
                return Simple(value);
        }
    }

    /// <summary>A large whole number in digits, which takes time as the square of its length: bounded, and charged as such.</summary>
    public string Digits(BigInteger number, string? format, CultureInfo culture, TextSpan span)
    {
        var bytes = number.GetByteCount();
        if (bytes > LargestPrinted)
        {
            throw Fail(span, $"A number of more than {LargestPrinted} bytes cannot be printed.", TemplateErrorCode.StringLimit);
        }

        ChargeSteps(span, 1 + (bytes * bytes / 16384));
        return number.ToString(format, culture);
    }

    private string Simple(in Value value) => value.Kind switch
    {
        ValueKind.Bool => value.Bool ? "true" : "false",
        ValueKind.Int or ValueKind.Long => value.Long.ToString(Culture),
        ValueKind.Float => value.Float.ToString(Culture),
        ValueKind.Double => value.Double.ToString(Culture),
        ValueKind.Decimal => value.Decimal.ToString(Culture),
        ValueKind.BigInteger => Digits(value.BigInteger, null, Culture, _at),
        ValueKind.Char => value.Char.ToString(),
        ValueKind.Date => DateFormatting.Format(this, value.Date, DateFormat, Culture),
        ValueKind.TimeSpan => value.TimeSpan.ToString(null, Culture),
        ValueKind.Function => value.Function.Print(),
        _ => value.Reference is IFormattable formattable ? formattable.ToString(null, Culture) : value.Reference?.ToString() ?? "",
    };

    private void Print(StringBuilder text, in Value value, int depth, TextSpan span, bool isNested)
    {
        if (depth > PrintDepth)
        {
            throw Fail(span, $"The value nests more than {PrintDepth} deep.", TemplateErrorCode.DepthLimit);
        }

        if (text.Length > Limits.OutputChars)
        {
            throw Fail(span, $"More than {Number(Limits.OutputChars)} characters of output.", TemplateErrorCode.OutputLimit);
        }

        Step(span);
        switch (value.Kind)
        {
            case ValueKind.Array or ValueKind.Range:
                PrintList(text, value.List, depth, span);
                break;
            case ValueKind.Object:
                PrintObject(text, value, depth, span);
                break;
            case ValueKind.String or ValueKind.Safe when isNested:
                text.Append('"').Append(TextLiteral.Escape(value.Text)).Append('"');
                break;
            case ValueKind.Null when isNested:
                text.Append("null");
                break;
            default:
                text.Append(Text(value, span));
                break;
        }
    }

    private void PrintList(StringBuilder text, ListView list, int depth, TextSpan span)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var item in Items(list, span))
        {
            if (!isFirst)
            {
                text.Append(", ");
            }

            isFirst = false;
            Print(text, item, depth + 1, span, isNested: true);
        }

        text.Append(']');
    }

    private void PrintObject(StringBuilder text, in Value value, int depth, TextSpan span)
    {
        if (Engine.Models.TryPrint(this, value.Reference!, out var own))
        {
            text.Append(own);
            return;
        }

        text.Append('{');
        var isFirst = true;
        foreach (var name in MemberNames(value, span))
        {
            if (!isFirst)
            {
                text.Append(", ");
            }

            isFirst = false;
            text.Append(TextLiteral.MemberName(name)).Append(": ");
            Print(text, Member(value, name, span), depth + 1, span, isNested: true);
        }

        text.Append('}');
    }
}
