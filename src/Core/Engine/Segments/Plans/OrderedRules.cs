using Clientele.Measures;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>What a list of rules says of a client: the first that holds decides.</summary>
internal static class OrderedRules
{
    public static string? First(this IReadOnlyList<PlannedRule> rules, ClientValues values)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            if (rules[index].Rule is not { } rule || rule.Outcome(values) == RuleOutcome.Holds)
            {
                return rules[index].Segment;
            }
        }

        return null;
    }

    /// <summary>The values of every name read up to the rule that decided.</summary>
    public static SortedDictionary<string, string> Read(this IReadOnlyList<PlannedRule> rules, BoundRule? population, ClientValues values, string segment)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        population?.Collect(values, read);
        foreach (var (name, rule) in rules)
        {
            rule?.Collect(values, read);
            if (name == segment)
            {
                break;
            }
        }

        return read;
    }
}
