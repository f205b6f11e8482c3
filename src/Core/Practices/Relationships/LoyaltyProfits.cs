using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Costs;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>Where the profit of loyal clients comes from, by the year of their tenure.</summary>
internal sealed class LoyaltyProfits : IInsightComputation
{
    public const string Referral = "core.referral";

    public static TouchpointKind ReferralKind { get; } = new() { Name = Referral, Title = new("Profit from a referral", "推荐带来的利润"), Details = [new("referred", new("Who came", "被推荐客户"))] };

    public static Insight Insight { get; } = new()
    {
        Name = "core.loyalty_profit",
        Title = new("Profit components of loyal clients", "老客户利润构成"),
        Description = new(
            "The clients' profit by year of tenure: winning them, the profit of the first year, growth, saved cost, referrals and smaller discounts; the parts sum to the ledger. Of what is bought, the margin rate remains where it is known. Discounts and cost to serve by year show whether service gets cheaper and clients less price-sensitive, or not.",
            "按合作年度划分客户利润：获客成本、首年利润、增长、成本节约、推荐与折扣减少，各项之和等于账面利润；毛利率已知时按毛利计。各年度的折扣与服务成本可验证（或否定）“服务更省、价格更不敏感”。"),
        Source = "Reichheld and Sasser 1990",
        Reads = [Terms.MarginRate],
        Kinds = [CostKinds.Cost, Referral],
        Roles = TouchpointRoles.Sale,
        Computation = new LoyaltyProfits(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var margins = await input.ClientsAsync(cancellationToken: cancellationToken).Where(one => one.Number(Terms.MarginRate) is not null).ToDictionaryAsync(one => one.Id, one => one.Number(Terms.MarginRate)!.Value, cancellationToken: cancellationToken).ConfigureAwait(false);
        var ledgers = new List<(ClientId Client, int Year, TenureYear Ledger)>();
        var client = new List<Touchpoint>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (client.Count > 0 && client[0].Client != fact.Client)
            {
                ledgers.AddRange(Years(client));
                client.Clear();
            }

            client.Add(fact);
        }

        ledgers.AddRange(Years(client));
        var splits = ledgers.Join(ledgers.Where(entry => entry.Year == 1), entry => entry.Client, first => first.Client, (entry, first) => (entry.Client, entry.Year, entry.Ledger, Found: LoyaltyProfit.Split(WithGoods(first.Ledger, first.Client), WithGoods(entry.Ledger, entry.Client)))).ToList();
        var cohorts = TenureCohort.Of(splits.Where(split => split.Found.IsKnown).Select(split => (split.Year, split.Ledger)));
        var full = splits.Select(split => split.Client).Distinct().Count(one => !margins.ContainsKey(one));
        return cohorts.IsKnown
            ? Result([.. splits.Where(split => split.Found.IsKnown).Select(split => (split.Client, split.Year, split.Found.Value!))], cohorts.Value, splits.Count(split => !split.Found.IsKnown), full)
            : Shown.Nothing("There are no clients with a first year of sales.", "没有具备首年成交的客户。");

        // What was sold cost the firm what the margin leaves; serving the client is another cost, and the cohorts look at that one alone.
        TenureYear WithGoods(TenureYear year, ClientId one) => margins.TryGetValue(one, out var margin) && margin is >= 0 and <= 1 ? year with { Cost = year.Cost + (year.Revenue * (1 - margin)) } : year;
    }

    // Years from the first sale on; what was spent before it belongs to the first year.
    private static IEnumerable<(ClientId Client, int Year, TenureYear Ledger)> Years(IReadOnlyList<Touchpoint> facts)
    {
        bool IsSale(Touchpoint fact) => fact.Kind is not (CostKinds.Cost or Referral);
        if (!facts.Any(IsSale))
        {
            return [];
        }

        var begin = facts.Where(IsSale).Min(fact => fact.OccurredOn).DayNumber;
        return facts.GroupBy(fact => 1 + (Math.Max(0, fact.OccurredOn.DayNumber - begin) / 365)).OrderBy(year => year.Key)
            .Select(year => (facts[0].Client, year.Key, year.Aggregate(default(TenureYear), Add)));
    }

    private static TenureYear Add(TenureYear year, Touchpoint fact)
    {
        var amount = fact.Amount?.Amount ?? 0;
        return fact.Kind switch
        {
            Referral => year with { Referral = year.Referral + amount },
            CostKinds.Cost when fact.Details.Text("purpose") == CostKinds.Acquisition => year with { Acquisition = year.Acquisition + amount },
            CostKinds.Cost => year with { Cost = year.Cost + amount },
            _ => year with { List = year.List + (fact.Details.Number("list_amount") ?? amount), Revenue = year.Revenue + amount },
        };
    }

    private static InsightResult Result(IReadOnlyList<(ClientId Client, int Year, LoyaltyProfit Profit)> splits, IReadOnlyList<TenureCohort> cohorts, int refused, int full) => new()
    {
        Figures =
        [
            new("discount", new("Discount over the years of tenure", "折扣随合作年度的变化"), null) { Verdict = Trend(TenureCohort.Trend(cohorts, cohort => cohort.Discount)) },
            new("cost_to_serve", new("Cost to serve over the years of tenure", "服务成本率随合作年度的变化"), null) { Verdict = Trend(TenureCohort.Trend(cohorts, cohort => cohort.CostToServe)) },
            new("left_out", new("Years of clients left out", "略去的客户年度"), refused, MeasureUnit.Count),
        ],
        Tables =
        [
            new(
                "years",
                new("Profit by year of tenure", "按合作年度的利润"),
                [
                    Shown.Column("year", "Year of tenure", "合作年度", MeasureUnit.Count), Shown.Column("acquisition", "Winning them", "获客成本", MeasureUnit.Money), Shown.Column("base", "Base profit", "基础利润", MeasureUnit.Money),
                    Shown.Column("growth", "Growth", "增长", MeasureUnit.Money), Shown.Column("saving", "Cost saving", "成本节约", MeasureUnit.Money), Shown.Column("referral", "Referrals", "推荐", MeasureUnit.Money), Shown.Column("premium", "Smaller discounts", "折扣减少", MeasureUnit.Money),
                    Shown.Column("profit", "Profit", "利润", MeasureUnit.Money), Shown.Column("discount", "Discount", "折扣率", MeasureUnit.Ratio), Shown.Column("cost_to_serve", "Cost to serve", "服务成本率", MeasureUnit.Ratio),
                ],
                [.. cohorts.Select(cohort => Row(cohort, [.. splits.Where(split => split.Year == cohort.Year)]))]),
        ],
        Charts = [new(ChartKind.Columns, "years", new("Profit by year of tenure", "按合作年度的利润")) { Label = "year", Values = ["profit"] }],
        Reasons = full == 0 ? [] : [new("no_margin", new($"Clients whose margin rate is not known, so that their sales count in full: {full}.", $"毛利率未知、销售额全额计入的客户：{full} 家。"))],
    };

    private static InsightRow Row(TenureCohort cohort, IReadOnlyList<(ClientId Client, int Year, LoyaltyProfit Profit)> splits) => new(
        (long)cohort.Year,
        splits.Sum(split => split.Profit.Acquisition),
        splits.Sum(split => split.Profit.Base),
        splits.Sum(split => split.Profit.Growth),
        splits.Sum(split => split.Profit.CostSaving),
        splits.Sum(split => split.Profit.Referral),
        splits.Sum(split => split.Profit.Premium),
        splits.Sum(split => split.Profit.Total),
        cohort.Discount is { } discount ? Math.Round(discount, 6) : (decimal?)null,
        cohort.CostToServe is { } cost ? Math.Round(cost, 6) : (decimal?)null)
    { Clients = [.. splits.Select(split => split.Client)] };

    private static LocalizedText Trend(Finding<Direction> trend) => trend.IsKnown
        ? trend.Value switch
        {
            Direction.Falling => new("falling", "下降"),
            Direction.Rising => new("rising", "上升"),
            _ => new("flat", "持平"),
        }
        : trend.Refusal.Text;
}
