namespace Clientele.RealEstate.Priority;

/// <summary>Who sees a launch first and chooses units first (row S2-47). The core divides the units: <c>Treatments.GiveAsync</c>.</summary>
internal static class UnitPriority
{
    public const string Scheme = "real_estate.unit_priority";

    private const string Vip = "real_estate.vip";

    public static IPluginBuilder AddUnitPriority(this IPluginBuilder builder) => builder
        .Attributes(new AttributeDefinition { Name = Vip, Title = new("VIP", "贵宾客户"), Kind = ValueKind.Boolean })
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Priority in choosing units", "优先选房资格"),
            Population = $"{Vip} != null || real_estate.holder != null",
            Rules = [new("vip", new("VIP: chooses first", "贵宾：优先选房"), $"{Vip} == true"), new("ordinary", new("Ordinary", "普通客户"))],
            Treatments = new Dictionary<string, Treatment>(StringComparer.Ordinal)
            {
                ["vip"] = new() { LeadDays = 7, Priority = 1, Strategy = new("Told of a launch seven days before it, and served first.", "开盘前七天获知房源，优先选房。") },
                ["ordinary"] = new() { Channels = ["email", "social"], Strategy = new("Reached by email and social media at the launch.", "开盘时通过电子邮件与社交媒体触达。") },
            },
        });
}
