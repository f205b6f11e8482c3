namespace Clientele.DesignInstitute;

/// <summary>Key, regular and sleeping clients: scarce designers go where the fees and the activity are (row S0-05).</summary>
internal static class ClientLevels
{
    public const string Scheme = "design_institute.client_level";

    private static readonly Choice[] Sectors =
    [
        new("civic", new("Civic and cultural", "公共文化")),
        new("health", new("Health", "医疗卫生")),
        new("education", new("Education", "教育")),
        new("transport", new("Transport and civil works", "交通市政")),
        new("residential", new("Residential", "居住")),
        new("industrial", new("Industrial", "工业")),
        new("commercial", new("Commercial", "商业办公")),
    ];

    public static IPluginBuilder AddClientLevels(this IPluginBuilder builder) => builder
        .Attributes(
            new AttributeDefinition { Name = "design_institute.sector", Title = new("Sector the client builds in", "建设领域"), Kind = ValueKind.Choice, Choices = Sectors },
            new AttributeDefinition { Name = "design_institute.named_key_client", Title = new("Named a key client by the institute", "院定重点客户"), Kind = ValueKind.Boolean })
        .Measures(
            new FactMeasure
            {
                Name = "design_institute.fees_36m",
                Title = new("Design fees signed in three years", "近三年设计合同额"),
                Unit = MeasureUnit.Money,
                Aggregate = Aggregate.Sum,
                Roles = TouchpointRoles.Sale,
                Window = Window.Months(36),
            },
            new FactMeasure
            {
                Name = "design_institute.commissions_36m",
                Title = new("Commissions in three years", "近三年委托项目数"),
                Unit = MeasureUnit.Count,
                Aggregate = Aggregate.Count,
                Roles = TouchpointRoles.Sale,
                Window = Window.Months(36),
            })
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Client level", "客户等级"),

            // Large public works pause for years between phases, so three years decide rather than one.
            Rules =
            [
                new("key", new("Key client", "重点客户"), "design_institute.named_key_client == true || design_institute.fees_36m >= 3000000 || design_institute.commissions_36m >= 5"),
                new("regular", new("Regular client", "一般客户"), "design_institute.commissions_36m >= 1"),
                new("sleeping", new("Sleeping client", "沉睡客户"), "core.sales_count >= 1"),
                new("prospect", new("Prospective client", "潜在客户")),
            ],
        });
}
