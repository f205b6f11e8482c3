namespace Clientele.Contractor;

/// <summary>Whether a client is one of the contractor's at all, and how much it has built with us. One database may hold the clients of several industries.</summary>
internal static class Dealings
{
    public const string Population = "contractor.dealings > 0 || contractor.owner_kind != null || contractor.credit_code != null || contractor.country != null || contractor.industry != null";
    public const string ContractValue = "contractor.contract_value";
    public const string Weight = "contractor.owner_weight";

    private static readonly string[] Kinds =
    [
        "contractor.project_found", "contractor.bid_submitted", "contractor.contract_signed", "contractor.introduction_meeting", "contractor.quality_visit",
        "contractor.repair_requested", "contractor.payment_due", "contractor.tender_opened",
    ];

    public static IPluginBuilder AddDealings(this IPluginBuilder builder) => builder
        .Measures(
            Of("contractor.dealings", new("Dealings with the contractor", "施工业务往来"), Aggregate.Count, Window.AllTime, Kinds),
            Of("contractor.contracts", new("Contracts signed", "签约数"), Aggregate.Count, Window.AllTime, "contractor.contract_signed"),
            Of("contractor.contracts_12m", new("Contracts signed in 12 months", "近12个月签约数"), Aggregate.Count, Window.Months(12), "contractor.contract_signed"),
            Of(ContractValue, new("Value of the contracts signed", "签约总额"), Aggregate.Sum, Window.AllTime, "contractor.contract_signed"))
        .Schemes(new RankScheme
        {
            Name = Weight,
            Title = new("Weight of the owner", "业主分量"),
            Population = "contractor.contracts > 0",
            Measure = ContractValue,
            Cuts = [new("key", new("Key owner", "重点业主"), 0.8m), new("important", new("Important owner", "重要业主"), 0.95m), new("ordinary", new("Ordinary owner", "一般业主"), 1m)],
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
