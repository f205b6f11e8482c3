using System.Globalization;

namespace Clientele.Templating;

/// <summary>What a parameter of a builtin function accepts; arguments are converted before the function sees them.</summary>
internal enum ParameterKind : byte
{
    Any,
    Text,
    Int,
    Double,
    Bool,
    Items,
    List,
    Date,
    Duration,
    Members,
}

/// <summary>A parameter of a builtin function.</summary>
internal sealed record Parameter(string Name, ParameterKind Kind, bool IsOptional, bool IsNullable, bool IsVariadic, Value Default)
{
    /// <summary>
    /// Reads <c>"text:s length:i ellipsis:s?"</c>: o any, s text, i int, d double, b bool, e items, l list, t date, p duration, m members;
    /// <c>?</c> optional, <c>=n</c> optional with a default, <c>!</c> nullable, <c>*</c> takes the rest.
    /// </summary>
    public static Parameter[] Parse(string description) =>
        [.. description.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static Parameter One(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var flags = text[(colon + 2)..];
        var kind = text[colon + 1] switch
        {
            's' => ParameterKind.Text,
            'i' => ParameterKind.Int,
            'd' => ParameterKind.Double,
            'b' => ParameterKind.Bool,
            'e' => ParameterKind.Items,
            'l' => ParameterKind.List,
            't' => ParameterKind.Date,
            'p' => ParameterKind.Duration,
            'm' => ParameterKind.Members,
            _ => ParameterKind.Any,
        };
        var initial = flags is ['=', .. var number] ? Value.Of(int.Parse(number, CultureInfo.InvariantCulture)) : Value.Null;
        if (kind == ParameterKind.Bool)
        {
            initial = Value.False;
        }

        return new Parameter(text[..colon], kind, flags is ['?', ..] or ['=', ..], flags is ['?', ..] or ['!', ..], flags == "*", initial);
    }
}
