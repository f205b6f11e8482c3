using System.Globalization;

namespace Clientele.Templating;

/// <summary><c>math.format</c> and <c>object.format</c>: .NET format strings, with a bounded precision.</summary>
internal static class Formatting
{
    private const int MaximumPrecision = 99;
    private const int MaximumLength = 256;

    public static Value Format(in Call call, ReadOnlySpan<Value> a, bool numbersOnly)
    {
        var format = a[1].Or();
        CheckPrecision(call, format);
        var culture = a[2].IsNull ? call.State.Culture : Culture(call, a[2].Text);
        if (a[0].Kind is ValueKind.Decimal or ValueKind.Int or ValueKind.Double && format.Length > 0)
        {
            return Number(call, a[0], format, culture);
        }

        if (a[0].IsNull)
        {
            return Value.Of("");
        }

        if (Conversions.ToObject(a[0]) is not IFormattable value || (numbersOnly && !a[0].IsNumber))
        {
            throw call.Fail($"{KindName.Of(a[0])} takes no format.", TemplateErrorCode.Conversion);
        }

        if (a[0].Kind == ValueKind.BigInteger)
        {
            call.State.Digits(a[0].BigInteger, null, CultureInfo.InvariantCulture, call.Span);
        }

        try
        {
            return call.Text(value.ToString(format.Length == 0 ? null : format, culture));
        }
        catch (FormatException)
        {
            throw call.Fail($"The format `{format}` does not fit {KindName.Of(a[0])}.", TemplateErrorCode.Arguments);
        }
    }

    private static Value Number(in Call call, in Value value, string format, CultureInfo culture)
    {
        try
        {
            return call.Text(value.Kind switch
            {
                ValueKind.Decimal => value.Decimal.ToString(format, culture),
                ValueKind.Int => value.Int.ToString(format, culture),
                _ => value.Double.ToString(format, culture),
            });
        }
        catch (FormatException)
        {
            throw call.Fail($"The format `{format}` does not fit {KindName.Of(value)}.", TemplateErrorCode.Arguments);
        }
    }

    /// <summary>The same, written to the output.</summary>
    public static void Write(in Call call, in Value value, ReadOnlySpan<Value> rest)
    {
        var format = rest[0].Or();
        CheckPrecision(call, format);
        if (!rest[1].IsNull || format.Length == 0 || !TryWrite(call.State, value, format))
        {
            call.State.Write(Format(call, [value, rest[0], rest[1]], numbersOnly: true), call.Span);
        }
    }

    // False for what is no number, is not written as it is formatted, or has a format that does not fit.
    private static bool TryWrite(RenderState state, in Value value, string format)
    {
        try
        {
            return value.Kind switch
            {
                ValueKind.Decimal => state.TryWriteFormatted(value.Decimal, format),
                ValueKind.Int => state.TryWriteFormatted(value.Int, format),
                ValueKind.Double => state.TryWriteFormatted(value.Double, format),
                _ => false,
            };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static CultureInfo Culture(in Call call, string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw call.Fail($"There is no culture `{name}`.", TemplateErrorCode.Arguments);
        }
    }

    private static void CheckPrecision(in Call call, string format)
    {
        if (format.Length <= 3)
        {
            return;
        }

        var isStandard = format.Length > 1 && char.IsAsciiLetter(format[0]) && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        var isTooPrecise = isStandard && (!int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) || digits > MaximumPrecision);
        if (isTooPrecise || format.Length > MaximumLength)
        {
            throw call.Fail($"A format may ask for at most {MaximumPrecision} digits.", TemplateErrorCode.StringLimit);
        }
    }
}
