using System.Globalization;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Reads stored attribute values as rules and computations do.</summary>
internal static class AttributeValues
{
    /// <summary>A stored value as what its kind says; missing when it is not that.</summary>
    public static RuleValue Of(ValueKind kind, string value) => kind switch
    {
        ValueKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? RuleValue.Of(number) : RuleValue.Missing,
        ValueKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? RuleValue.Of(day) : RuleValue.Missing,
        ValueKind.Boolean => RuleValue.Of(value == "true"),
        _ => RuleValue.Of(value),
    };
}
