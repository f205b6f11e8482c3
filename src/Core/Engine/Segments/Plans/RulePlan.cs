using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A scheme by rules: the first rule that holds decides.</summary>
internal sealed class RulePlan(RuleScheme scheme, MeasurePlan plan) : SchemePlan(scheme, plan), IClientPlan
{
    private readonly IReadOnlyList<PlannedRule> _rules =
        [.. scheme.Rules.Select(rule => new PlannedRule(rule.Name, rule.When.Length == 0 ? null : plan.Rule(rule.When, $"{scheme.Name}.{rule.Name}")))];

    public override IReadOnlyList<PlannedRule> Rules(string? current) => _rules;

    public override string? Segment(ClientValues values, string? current) => Includes(values) ? _rules.First(values) : null;

    public SortedDictionary<string, string> Reasons(ClientValues values, string segment, string? current) => _rules.Read(Population, values, segment);
}
