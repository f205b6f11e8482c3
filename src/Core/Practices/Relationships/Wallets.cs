using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>The firm's share of what its clients spend, weighted, and where most is still to be won.</summary>
internal sealed class Wallets : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.wallets",
        Title = new("Share of wallet of the clients", "客户份额一览"),
        Description = new("The firm's share of what its clients spend: all sales by all spend, not the mean of the shares; clients by headroom; a client without an estimate is unknown, not zero.", "企业在客户总支出中的份额：按总额加权，而非各比例的平均；客户按余量排序；无估计者为未知，而非零。"),
        Source = "Share of customer, texts 000 and 003",
        Reads = ["core.sales_12m", "core.share_of_wallet", "core.wallet_headroom"],
        Computation = new Wallets(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var known = new List<(ClientId Client, decimal Ours, decimal Share, decimal Headroom)>();
        var unknown = new List<ClientId>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.share_of_wallet") is { } share && client.Number("core.wallet_headroom") is { } headroom)
            {
                known.Add((client.Id, client.Number("core.sales_12m") ?? 0, share, headroom));
            }
            else
            {
                unknown.Add(client.Id);
            }
        }

        if (known.Count == 0)
        {
            return Shown.Nothing("Nobody's total spend has been estimated (core.wallet_estimate).", "尚无任何客户总支出估计（core.wallet_estimate）。");
        }

        decimal ours = known.Sum(entry => entry.Ours), spend = ours + known.Sum(entry => entry.Headroom);
        return new InsightResult
        {
            Figures =
            [
                new("share", new("Share of all clients together", "全部客户的加权份额"), Math.Round(ours / spend, 6), MeasureUnit.Ratio),
                new("headroom", new("Still to be won", "尚可争取"), spend - ours, MeasureUnit.Money),
                new("unknown", new("Clients without a usable estimate", "无可用估计的客户"), unknown.Count, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("By headroom", "按余量排序"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("ours", "Our sales", "本企业销售额", MeasureUnit.Money), Shown.Column("share", "Share", "份额", MeasureUnit.Ratio), Shown.Column("headroom", "Headroom", "余量", MeasureUnit.Money)],
                    [.. known.OrderByDescending(entry => entry.Headroom).ThenBy(entry => entry.Client).Select(entry => new InsightRow(entry.Client, entry.Ours, entry.Share, entry.Headroom) { Clients = [entry.Client] })]),
            ],
            Charts = [new(ChartKind.Bars, "clients", new("Headroom by client", "各客户余量")) { Label = "client", Values = ["headroom"] }],
        };
    }
}
