using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Costs;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>Whether more invested in a client brought more, and whose discount exceeds that of the class.</summary>
internal sealed class KeyAccountReturns : IInsightComputation
{
    private const string Scheme = "core.abc";

    public static Insight Insight { get; } = new()
    {
        Name = "core.key_account_returns",
        Title = new("Return on key accounts", "大客户投入产出"),
        Description = new(
            "Net margin per unit invested (discounts, rebates, service, relation) in the last twelve months and the twelve before, what each further unit brought, and the discount beside that of the client's class. Red where a further unit brought less than it cost, or more went with a lower return.",
            "近12个月及前12个月每单位投入（折扣、返利、服务、关系成本）的净利润、追加投入的边际回报，以及与同类客户折扣水平的对比。边际回报小于1或多投入而回报下降者为红色。"),
        Source = "Over-discounting, text 004",
        Reads = [Terms.MarginRate],
        Schemes = [Scheme],
        Kinds = [CostKinds.Cost],
        Roles = TouchpointRoles.Sale,
        Computation = new KeyAccountReturns(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (now, before) = await LedgersAsync(input, cancellationToken).ConfigureAwait(false);
        var accounts = new List<Account>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (now.TryGetValue(client.Id, out var ledger))
            {
                accounts.Add(new(client.Id, client.Segment(Scheme) ?? "", client.Number(Terms.MarginRate), ledger, before.GetValueOrDefault(client.Id)));
            }
        }

        var norms = accounts.GroupBy(account => account.Class, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Norm([.. group.Select(account => account.Now)]), StringComparer.Ordinal);
        var rows = accounts.Select(account => (account.Client, Return: account.Return(), Excess: account.Excess(norms[account.Class]), account.Class)).Where(row => row.Return.IsKnown || row.Excess is { IsKnown: true, Value: not 0 }).ToList();
        if (rows.Count == 0)
        {
            return Shown.Nothing("No discount and no cost of the last twelve months is on record with sales at list price.", "近12个月没有折扣、费用或标价记录。");
        }

        var red = rows.Count(row => row.Return.Value?.Red == true);
        return new InsightResult
        {
            Figures = [new("red", new("Accounts whose further investment did not pay", "追加投入不划算的客户"), red, MeasureUnit.Count) { Alert = red > 0 }],
            Tables =
            [
                new(
                    "accounts",
                    new("Accounts", "客户"),
                    [
                        Shown.Column("client", "Client", "客户"), Shown.Column("earlier", "Return before", "此前回报"), Shown.Column("later", "Return now", "当前回报"), Shown.Column("marginal", "Of each further unit", "边际回报"),
                        Shown.Column("red", "Red", "预警"), Shown.Column("class", "Class", "类别"), Shown.Column("excess", "Discount above the class", "高于同类的折扣", MeasureUnit.Ratio),
                    ],
                    [.. rows.OrderByDescending(row => row.Return.Value?.Red == true).ThenByDescending(row => row.Excess.IsKnown ? row.Excess.Value : decimal.MinValue).ThenBy(row => row.Client).Select(row => new InsightRow(
                        row.Client,
                        row.Return.Then(found => Finding.Of(found.Earlier)).Cell(),
                        row.Return.Then(found => Finding.Of(found.Later)).Cell(),
                        row.Return.Value?.Marginal is { } marginal ? Math.Round(marginal, 6) : (decimal?)null,
                        row.Return.Value?.Red == true ? new LocalizedText("red", "红色") : null,
                        InsightCell.Same(row.Class),
                        row.Excess.Cell()) { Clients = [row.Client] })]),
            ],
        };
    }

    private static async Task<(Dictionary<ClientId, Ledger> Now, Dictionary<ClientId, Ledger> Before)> LedgersAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var from = input.AsOf.YearBegin();
        var earlier = from.AddDays(-1).YearBegin();
        Dictionary<ClientId, Ledger> now = [], before = [];
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (fact.OccurredOn >= earlier)
            {
                var sums = fact.OccurredOn >= from ? now : before;
                sums[fact.Client] = sums.GetValueOrDefault(fact.Client).Add(fact);
            }
        }

        return (now, before);
    }

    private static decimal Norm(IReadOnlyList<Ledger> ledgers) => ledgers.Sum(ledger => ledger.List) is > 0 and var list ? Math.Clamp(ledgers.Sum(ledger => ledger.Given) / list, 0, 1) : 0;

    private readonly record struct Ledger(decimal List, decimal Revenue, decimal Rebate, decimal Service, decimal Relationship)
    {
        public decimal Given => List - Revenue + Rebate;

        public Ledger Add(Touchpoint fact)
        {
            var amount = fact.Amount?.Amount ?? 0;
            return (fact.Kind == CostKinds.Cost, fact.Details.Text("purpose")) switch
            {
                (false, _) => this with { List = List + (fact.Details.Number("list_amount") ?? amount), Revenue = Revenue + amount },
                (_, CostKinds.Rebate) => this with { Rebate = Rebate + amount },
                (_, CostKinds.Service) => this with { Service = Service + amount },
                (_, CostKinds.Relationship or CostKinds.Retention) => this with { Relationship = Relationship + amount },
                _ => this,
            };
        }

        public AccountPeriod Period(decimal margin) => new(Given, Service, Relationship, Revenue * margin);
    }

    private sealed record Account(ClientId Client, string Class, decimal? Margin, Ledger Now, Ledger Before)
    {
        public Finding<KeyAccountReturn> Return() => Margin is { } margin
            ? KeyAccountReturn.Between(Before.Period(margin), Now.Period(margin))
            : Finding.Refused<KeyAccountReturn>("no_margin", new("The margin rate is not known.", "毛利率未知。"));

        public Finding<decimal> Excess(decimal norm) => KeyAccountReturn.ExcessDiscount(Now.List, Now.Given, norm);
    }
}
