using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>What five points more of retention would do, with the clients' own rates and with the rate that was observed.</summary>
internal sealed class RetentionLeverage : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.retention_leverage",
        Title = new("What five points more of retention are worth", "保留率提高五个百分点的价值"),
        Description = new(
            "By how much the lifetime value rises when the retention rate rises by five points, for each pair of retention and discount rate among the clients, and for the retention that was observed; and whether that lies in the 35 to 95 % of Reichheld's industries.",
            "保留率提高五个百分点时终身价值的增幅：按客户各自的保留率与贴现率以及实际观察到的保留率分别计算，并说明是否落在Reichheld所称35%至95%的区间内。"),
        Source = "Gupta and Lehmann 2003; Reichheld 1996",
        Reads = [Terms.RetentionRate, Terms.DiscountRate, "core.sales_count_12m"],
        Computation = new RetentionLeverage(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var earlier = new HashSet<ClientId>();
        await foreach (var client in input.ClientsAsync(input.AsOf.YearBegin().AddDays(-1), cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.sales_count_12m") > 0)
            {
                earlier.Add(client.Id);
            }
        }

        var kept = 0L;
        var groups = new SortedDictionary<(decimal Retention, decimal Discount), List<ClientId>>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            kept += client.Number("core.sales_count_12m") > 0 && earlier.Contains(client.Id) ? 1 : 0;
            if (client.Number(Terms.RetentionRate) is { } retention)
            {
                var key = (retention, client.Number(Terms.DiscountRate) ?? Terms.UsualDiscount);
                groups.TryAdd(key, []);
                groups[key].Add(client.Id);
            }
        }

        var observed = Analysis.Loyalty.Proportion.Of(kept, earlier.Count, new("clients of the year before", "上一年度客户"));
        if (groups.Count == 0 && !observed.IsKnown)
        {
            return InsightResult.Refused(observed.Refusal);
        }

        var lever = observed.Then(rate => RetentionLever.Raise((decimal)rate.Share, Terms.UsualDiscount));
        return new InsightResult
        {
            Figures =
            [
                Shown.Figure("observed", new("Retention observed (clients of the year before who bought again)", "观察到的保留率（上一年度客户再次成交）"), observed.Then(rate => Finding.Of(rate.Share)).Number(), MeasureUnit.Ratio),
                Shown.Figure("change", new("What five points more would add to lifetime value", "提高五个百分点可增加的终身价值"), lever.Then(found => Finding.Of(found.Change)), MeasureUnit.Ratio),
            ],
            Tables =
            [
                new(
                    "rates",
                    new("By the clients' own rates", "按客户自身比率"),
                    [Shown.Column("retention", "Retention", "保留率", MeasureUnit.Ratio), Shown.Column("discount", "Discount", "贴现率", MeasureUnit.Ratio), Shown.Column("members", "Clients", "客户数", MeasureUnit.Count), Shown.Column("before", "Value per unit of margin", "每单位利润的价值"), Shown.Column("after", "With five points more", "提高五个百分点后"), Shown.Column("change", "Change", "增幅", MeasureUnit.Ratio), Shown.Column("band", "In Reichheld's band", "在Reichheld区间内")],
                    [.. groups.Select(group => Row(group.Key.Retention, group.Key.Discount, group.Value))]),
            ],
        };
    }

    private static InsightRow Row(decimal retention, decimal discount, IReadOnlyList<ClientId> clients)
    {
        var lever = RetentionLever.Raise(retention, discount);
        return new(
            retention,
            discount,
            (long)clients.Count,
            lever.Then(found => Finding.Of(found.Before)).Cell(),
            lever.Then(found => Finding.Of(found.After)).Cell(),
            lever.Then(found => Finding.Of(found.Change)).Cell(),
            lever.Value is { } found ? found.InReichheldsBand ? new LocalizedText("yes", "是") : new LocalizedText("no", "否") : null)
        { Clients = clients };
    }
}
