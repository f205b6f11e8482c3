using System.Globalization;
using Clientele.Measures;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>Turns the texts that a membership was stored with into values again.</summary>
internal static class StoredValues
{
    public static ClientValues Of(StoredMembership membership, MeasurePlan plan, Catalogue catalogue)
    {
        var values = new ClientValues(plan.SlotCount);
        foreach (var (name, text) in membership.Reasons)
        {
            if (plan.Names.Contains(name))
            {
                values[plan.Slot(name)] = Read(text, catalogue.Attributes.TryGetValue(name, out var attribute) ? attribute.Kind : name == "client.kind" ? ValueKind.Text : ValueKind.Number);
            }
        }

        return values;
    }

    public static decimal? Number(StoredMembership membership, string name) =>
        membership.Reasons.TryGetValue(name, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public static IReadOnlyList<decimal> Numbers(StoredMembership membership, string name) =>
        membership.Reasons.TryGetValue(name, out var text) ? [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => decimal.Parse(part, CultureInfo.InvariantCulture))] : [];

    private static RuleValue Read(string text, ValueKind kind) => kind switch
    {
        ValueKind.Number => RuleValue.Of(decimal.Parse(text, CultureInfo.InvariantCulture)),
        ValueKind.Date => RuleValue.Of(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ValueKind.Boolean => RuleValue.Of(text == "true"),
        _ => RuleValue.Of(text),
    };
}
