namespace Clientele.DesignInstitute;

/// <summary>Key, regular and sleeping clients: scarce designers go where the fees and the activity are (row S0-05).</summary>
internal static class ClientLevels
{
    public const string Scheme = "design_institute.client_level";

    public const string Fees = "design_institute.fees";
    private const string Contract = "design_institute.contract_signed";

    private static readonly string[] Dealings =
    [
        Contract, "design_institute.project_need_named", "design_institute.proposal_presented", "design_institute.return_visit", "design_institute.capability_briefing",
        "design_institute.service_showcase", "design_institute.value_added_service", "design_institute.satisfaction_survey",
    ];

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
            Of("design_institute.dealings", new("Dealings with the institute", "设计业务往来"), Aggregate.Count, Window.AllTime, Dealings),
            Of(Fees, new("Design fees signed", "设计合同额"), Aggregate.Sum, Window.AllTime, Contract),
            Of("design_institute.fees_36m", new("Design fees signed in three years", "近三年设计合同额"), Aggregate.Sum, Window.Months(36), Contract),
            Of("design_institute.commissions", new("Commissions", "委托项目数"), Aggregate.Count, Window.AllTime, Contract),
            Of("design_institute.commissions_12m", new("Commissions in 12 months", "近12个月委托项目数"), Aggregate.Count, Window.Months(12), Contract),
            Of("design_institute.commissions_36m", new("Commissions in three years", "近三年委托项目数"), Aggregate.Count, Window.Months(36), Contract))
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Client level", "客户等级"),
            Population = "design_institute.dealings > 0 || design_institute.sector != null || design_institute.named_key_client != null",

            // Large public works pause for years between phases, so three years decide rather than one.
            Rules =
            [
                new("key", new("Key client", "重点客户"), "design_institute.named_key_client == true || design_institute.fees_36m >= 3000000 || design_institute.commissions_36m >= 5"),
                new("regular", new("Regular client", "一般客户"), "design_institute.commissions_36m >= 1"),
                new("sleeping", new("Sleeping client", "沉睡客户"), "design_institute.commissions >= 1"),
                new("prospect", new("Prospective client", "潜在客户")),
            ],
        });

    private static FactMeasure Of(string name, LocalizedText title, Aggregate aggregate, Window window, params string[] kinds) => new()
    {
        Name = name,
        Title = title,
        Unit = aggregate == Aggregate.Count ? MeasureUnit.Count : MeasureUnit.Money,
        Aggregate = aggregate,
        Kinds = kinds,
        Window = window,
    };
}
