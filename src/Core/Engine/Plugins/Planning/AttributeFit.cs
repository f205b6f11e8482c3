using System.Globalization;

namespace Clientele.Plugins;

/// <summary>Whether a stored value is one that an attribute takes.</summary>
internal static class AttributeFit
{
    public static bool Fits(this AttributeDefinition attribute, string value) => attribute.Kind switch
    {
        ValueKind.Number => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        ValueKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ValueKind.Boolean => value is "true" or "false",
        ValueKind.Choice => attribute.Choices.Any(choice => choice.Value == value),
        _ => true,
    };

    /// <summary>Whether values that fitted one definition may not fit the other.</summary>
    public static bool TakesOtherThan(this AttributeDefinition after, AttributeDefinition? before) =>
        before is null || after.Kind != before.Kind || !after.Choices.Select(choice => choice.Value).SequenceEqual(before.Choices.Select(choice => choice.Value), StringComparer.Ordinal);
}
