namespace Clientele.Templating;

/// <summary>What a message calls a value.</summary>
internal static class KindName
{
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Bool => "a boolean",
        ValueKind.String or ValueKind.Safe => "text",
        ValueKind.Char => "a character",
        ValueKind.Date => "a date",
        ValueKind.TimeSpan => "a time span",
        ValueKind.Array => "an array",
        ValueKind.Range => "a range",
        ValueKind.Function => "a function",
        ValueKind.Empty => "empty",
        ValueKind.Object or ValueKind.Opaque => "an object",
        _ => "a number",
    };
}
