namespace Clientele.Contractor;

/// <summary>The people at an owner who decide on the next project: where one of them is against us or was left alone, somebody goes and talks (row S0-12).</summary>
internal static class DecisionLayer
{
    public const string Scheme = "contractor.decision_layer";

    public static IPluginBuilder AddDecisionLayer(this IPluginBuilder builder) => builder
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Support among those who decide", "决策层关系"),
            Description = new("At risk where a person of weight 3 or more is against us, or nobody talked with that person in private for the days recorded with the owner (90 otherwise).", "权重不低于3的人员态度为负，或超过登记天数（默认90天）未单独沟通的，视为有风险。"),
            Population = Dealings.Population,
            Rules =
            [
                new("at_risk", new("Continuity at risk", "合作连续性有风险"), "core.people_at_risk > 0"),
                new("supported", new("Supported", "决策层支持"), "core.decision_support > 0"),
                new("open", new("Undecided", "态度未明"), "core.decision_support != null"),
            ],
        })
        .Policies(new CadencePolicy
        {
            Name = "contractor.private_talk_due",
            Title = new("Talk in private with who decides", "与决策人单独沟通"),
            Scheme = Scheme,
            EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["at_risk"] = 30 },
            OwnerRole = "marketer",
            FulfilledBy = ["core.one_to_one"],
        });
}
