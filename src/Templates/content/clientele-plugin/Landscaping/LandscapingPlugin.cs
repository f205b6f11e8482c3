using Clientele;

namespace Landscaping;

/// <summary>Landscaping 园林绿化.</summary>
public sealed class LandscapingPlugin : IPlugin
{
    private static WholeSetting KeyVisitDays => new()
    {
        Name = "key_visit_days", Title = new("Days between visits to key clients", "重点客户回访间隔（天）"), Default = 30, Least = 7, Most = 365,
    };

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder) => builder
        .Attributes(new AttributeDefinition
        {
            Name = "landscaping.garden", Title = new("Garden", "绿地类型"), Kind = ValueKind.Choice,
            Choices = [new("park", new("Park", "公园")), new("courtyard", new("Courtyard", "庭院"))],
        })
        .TouchpointKinds(
            new TouchpointKind { Name = "landscaping.contract", Title = new("Contract signed", "签订合同"), Roles = TouchpointRoles.Sale },
            new TouchpointKind { Name = "landscaping.planting", Title = new("Planting finished", "种植完工") },
            new TouchpointKind { Name = "landscaping.inspection", Title = new("Garden inspected", "养护巡检"), Roles = TouchpointRoles.Contact })
        .MatterTypes(new MatterType
        {
            Name = "landscaping.project", Title = new("Project", "项目"),
            Stages = [new("planting", new("Planting", "种植期")), new("care", new("Establishment care", "养护期")), new("over", new("Over", "已移交"), Final: true)],
            Moves = [new("planting", "care", "landscaping.planting"), new("care", "over", "landscaping.inspection")],
        })
        .Measures(
            new FactMeasure { Name = "landscaping.contracts", Title = new("Contracts", "合同数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["landscaping.contract"] },
            new ComputedMeasure { Name = "landscaping.loyalty", Title = new("Loyalty", "忠诚度"), Unit = MeasureUnit.Ratio, Reads = ["landscaping.contracts"], Computation = new Loyalty() })
        .Schemes(new RuleScheme
        {
            Name = "landscaping.class", Title = new("Client class", "客户类别"),
            Rules =
            [
                new("key", new("Key client", "重点客户"), "landscaping.garden == 'park' && landscaping.contracts >= 1"),
                new("ordinary", new("Ordinary client", "一般客户")),
            ],
        })
        .Policies(
            new CadencePolicy { Name = "landscaping.visit", Title = new("Garden visit", "回访"), Scheme = "landscaping.class", EveryDays = new Dictionary<string, int> { ["key"] = builder.Setting(KeyVisitDays), ["ordinary"] = 90 } },
            new StagePolicy { Name = "landscaping.first_care", Title = new("First care", "首次养护提醒"), MatterType = "landscaping.project", Stage = "care", AfterDays = 14 })
        .Letters(new LetterDefinition
        {
            Name = "landscaping.care_letter", Title = new("Care after planting", "养护告知函"), Template = "care",
            Purpose = "service", Policy = "landscaping.first_care", MatterType = "landscaping.project", Stages = ["care"],
        })
        .Reports(new ReportDefinition
        {
            Name = "landscaping.clients", Title = new("Clients by contracts", "客户合同情况"), Template = "clients",
            Scheme = "landscaping.class", Measure = "landscaping.contracts", MatterType = "landscaping.project", Policies = ["landscaping.visit"],
        });
}
