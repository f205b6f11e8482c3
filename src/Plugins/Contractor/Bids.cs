namespace Clientele.Contractor;

/// <summary>How often we bid and win, by count and by value (rows S1-10, S1-28).</summary>
internal static class Bids
{
    public static IPluginBuilder AddBids(this IPluginBuilder builder) => builder
        .TouchpointKinds(new TouchpointKind
        {
            // The award comes before the contract, and the contract alone moves the project: a directly awarded job is no bid won.
            Name = "contractor.bid_won",
            Title = new("Bid won", "中标"),
            Details = [new("rank", new("Our rank", "我方名次"), ValueKind.Number), new("runner_up_gap", new("Gap to the next bid", "与次低价差额"), ValueKind.Number)],
        })
        .Measures(
            Of("contractor.projects_found", new("Projects found in the market", "获悉项目数"), "contractor.project_found", Aggregate.Count),
            Of("contractor.bids_submitted", new("Bids submitted", "投标数"), "contractor.bid_submitted", Aggregate.Count),
            Of("contractor.bids_won", new("Bids won", "中标数"), "contractor.bid_won", Aggregate.Count),
            Of("contractor.bid_value", new("Value of the bids submitted", "投标总额"), "contractor.bid_submitted", Aggregate.Sum),
            Of("contractor.won_value", new("Value of the bids won", "中标总额"), "contractor.bid_won", Aggregate.Sum),
            Rate("contractor.hit_rate", new("Hit rate by count", "中标率（按项数）"), "contractor.bids_won", "contractor.bids_submitted"),
            Rate("contractor.hit_rate_by_value", new("Hit rate by value", "中标率（按金额）"), "contractor.won_value", "contractor.bid_value"));

    private static FactMeasure Of(string name, LocalizedText title, string kind, Aggregate aggregate) => new()
    {
        Name = name,
        Title = title,
        Unit = aggregate == Aggregate.Count ? MeasureUnit.Count : MeasureUnit.Money,
        Aggregate = aggregate,
        Kinds = [kind],
    };

    private static ComputedMeasure Rate(string name, LocalizedText title, string part, string whole) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Ratio,
        Reads = [part, whole],
        Computation = new HitRate(part, whole),
    };
}
