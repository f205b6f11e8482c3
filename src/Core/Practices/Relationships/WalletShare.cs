using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>The firm's share of what a client spends, by the latest estimate of each category.</summary>
internal sealed class WalletShare(Func<ShareOfWallet, decimal> part) : IHistoryComputation
{
    public const string Kind = "core.wallet_estimate";

    public static TouchpointKind EstimateKind { get; } = new()
    {
        Name = Kind,
        Title = new("Estimate of the client's total spend in a year", "客户年总支出估计"),
        Details = [new("category", new("Category", "类别")), new("source", new("Source", "来源"), ValueKind.Text, Required: true), new("confidence", new("Confidence (0 to 1)", "可信度（0至1）"), ValueKind.Number)],
    };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Of("core.share_of_wallet", new("Share of wallet", "客户份额"), MeasureUnit.Ratio, share => share.Share, new("Sales of twelve months by the client's estimated total spend; missing without an estimate.", "近12个月销售额占客户估计总支出的比例；无估计时缺失。")) with { Indicator = new(ValueDimension.Market, "position") },
        Of("core.wallet_headroom", new("Headroom in the wallet", "份额余量"), MeasureUnit.Money, share => share.Headroom, new("The client's estimated total spend less the sales of twelve months.", "客户估计总支出减去近12个月销售额。")),
    ];

    public MeasureResult Compute(HistoryInput input) => ShareOfWallet.Of(new("", "", input.Number("core.sales_12m") ?? 0, Latest(input.Facts)))
        .Then(share => Finding.Of(part(share))).Measure() with { HoldsUntil = DateOnly.MaxValue };

    private static WalletEstimate? Latest(IReadOnlyList<HistoryFact> facts)
    {
        var latest = facts.GroupBy(fact => fact.Details.Text("category"), StringComparer.Ordinal).Select(category => category.Last()).ToList();
        return latest.Count == 0
            ? null
            : new(latest.Sum(fact => fact.Amount), latest.Max(fact => fact.First), string.Join(", ", latest.Select(fact => fact.Details.Text("source"))), (double)latest.Min(fact => fact.Details.Number("confidence") ?? 1));
    }

    private static HistoryMeasure Of(string name, LocalizedText title, MeasureUnit unit, Func<ShareOfWallet, decimal> part, LocalizedText description) => new()
    {
        Name = name,
        Title = title,
        Unit = unit,
        Description = description,
        Source = "Share of customer, texts 000 and 003",
        Kinds = [Kind],
        Singly = true,
        Reads = ["core.sales_12m"],
        Computation = new WalletShare(part),
    };
}
