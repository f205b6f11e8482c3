namespace Clientele.Practices.Coverage;

/// <summary>What the recorded facts carry: the first thing to look at before any other insight is believed.</summary>
internal sealed class DataCoverage : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.data_coverage",
        Title = new("What the data carry", "数据覆盖情况"),
        Description = new("How many clients have sales, contacts and complaints on record, and over which period.", "有成交、接触、投诉记录的客户数量及其时间跨度。"),
        Roles = TouchpointRoles.Sale | TouchpointRoles.Contact | TouchpointRoles.Complaint | TouchpointRoles.Payment | TouchpointRoles.Cost,
        Reads = ["core.sales_count", "core.days_since_touch", "core.complaints_12m"],
        Computation = new DataCoverage(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (clients, sold, reached, complained) = (0L, 0L, 0L, 0L);
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            clients++;
            sold += client.Number("core.sales_count") > 0 ? 1 : 0;
            reached += client.Number("core.days_since_touch") is not null ? 1 : 0;
            complained += client.Number("core.complaints_12m") > 0 ? 1 : 0;
        }

        if (clients == 0)
        {
            return InsightResult.Refused(new Reason("no_clients", new("There are no clients yet; import a list first.", "尚无客户，请先导入客户名单。")));
        }

        var kinds = new SortedDictionary<string, (long Count, decimal Amount, DateOnly First, DateOnly Last)>(StringComparer.Ordinal);
        await foreach (var month in input.MonthsAsync(cancellationToken).ConfigureAwait(false))
        {
            var sum = kinds.GetValueOrDefault(month.Kind, (0, 0, DateOnly.MaxValue, DateOnly.MinValue));
            kinds[month.Kind] = (sum.Count + month.Count, sum.Amount + month.Amount, month.First < sum.First ? month.First : sum.First, month.Last > sum.Last ? month.Last : sum.Last);
        }

        return new InsightResult
        {
            Figures =
            [
                new("clients", new("Clients", "客户数"), clients, MeasureUnit.Count),
                new("sold", new("With a sale", "有成交"), (decimal)sold / clients, MeasureUnit.Ratio),
                new("reached", new("Ever reached", "有过有效接触"), (decimal)reached / clients, MeasureUnit.Ratio),
                new("complained", new("Complained in 12 months", "近12个月有投诉"), (decimal)complained / clients, MeasureUnit.Ratio),
            ],
            Tables =
            [
                new(
                    "kinds",
                    new("Facts by kind", "各类触点"),
                    [new("kind", new("Kind", "触点类型")), new("count", new("Count", "数量"), MeasureUnit.Count), new("amount", new("Amount", "金额"), MeasureUnit.Money), new("first", new("First", "最早")), new("last", new("Last", "最近"))],
                    [.. kinds.Select(kind => new InsightRow(input.Title(kind.Key), kind.Value.Count, kind.Value.Amount, (DateOnly?)kind.Value.First, (DateOnly?)kind.Value.Last))]),
            ],
        };
    }
}
