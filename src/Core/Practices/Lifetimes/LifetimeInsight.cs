using Clientele.Analysis.Lifetime;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Lifetimes;

/// <summary>Who is still a client, how often he will buy and what that is worth, where nobody says that he has left.</summary>
internal sealed class LifetimeInsight : IInsightComputation
{
    private const double WeekDays = 7;
    private const int Weeks = 52;

    public static Insight Insight { get; } = new()
    {
        Name = "core.lifetime_value",
        Title = new("Lifetime value of clients who buy without a contract", "非合同客户的终身价值"),
        Description = new(
            "BG/NBD and Pareto/NBD are fitted to the purchases of all clients by maximum likelihood, and the likelier one is used; Gamma-Gamma is fitted to the amounts of repeat purchases. For each client: the probability of still being one, the purchases expected in 52 weeks, and the sales expected from them. Refused where too few clients bought again.",
            "以极大似然法对全部客户的购买拟合BG/NBD与Pareto/NBD模型，取似然较大者；对复购金额拟合Gamma-Gamma模型。给出每位客户仍然活跃的概率、未来52周的预期购买次数及预期销售额。复购客户太少时不予计算。"),
        Source = "Fader, Hardie and Lee 2005; Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2013",
        Roles = TouchpointRoles.Sale,
        Computation = new LifetimeInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var buyers = await BuyersAsync(input, cancellationToken).ConfigureAwait(false);
        BuyingPattern[] patterns = [.. buyers.Select(buyer => buyer.Pattern)];
        Finding<Fit<BgNbd>> bg = BgNbd.Fit(patterns);
        Finding<Fit<ParetoNbd>> pareto = ParetoNbd.Fit(patterns);
        var choice = LifetimeModelChoice.Of(bg, pareto);
        if (!choice.IsKnown)
        {
            return InsightResult.Refused(choice.Refusal);
        }

        var isBg = choice.Value.Model == LifetimeModel.BgNbd;
        IBuyingModel model = isBg ? bg.Value!.Model : pareto.Value!.Model;

        // Clients with the same history have the same future, which is a sum of some length: worked out once for each pattern.
        var futures = BuyingPattern.Collapse(patterns).ToDictionary(pattern => pattern with { Clients = 1 }, pattern => new Future(model.ProbabilityAlive(pattern), model.ExpectedPurchases(pattern, Weeks)));
        var spending = GammaGamma.Fit([.. buyers.Where(buyer => buyer.Spending.Mean > 0).Select(buyer => buyer.Spending)]);
        return new InsightResult
        {
            Figures =
            [
                new("model", new("Model", "模型"), null) { Verdict = LocalizedText.Same(isBg ? "BG/NBD" : "Pareto/NBD") },
                new("log_likelihood", new("Log-likelihood", "对数似然"), Math.Round((decimal)(isBg ? bg.Value!.LogLikelihood : pareto.Value!.LogLikelihood), 3)),
                new("clients", new("Clients who bought", "成交客户"), buyers.Count, MeasureUnit.Count),
                Shown.Figure("expected", new("Purchases expected of all clients in 52 weeks", "全体客户未来52周预期购买次数"), Finding.Of(Math.Round((decimal)buyers.Sum(buyer => futures[buyer.Pattern].Purchases.Value), 3))),
            ],
            Tables =
            [
                Parameters(isBg ? bg.Value!.Parameters : pareto.Value!.Parameters, spending.Value?.Parameters ?? []),
                Clients(buyers, futures, spending),
            ],
            Reasons = [.. LifetimeModelChoice.For(new(Contractual: false, SetOpportunities: false, Projects: false)).Reasons, .. choice.Value.Reasons, .. spending.IsKnown ? Array.Empty<Reason>() : [spending.Refusal]],
        };
    }

    // Facts come client by client, so that only one client's purchases are held.
    private static async Task<List<Buyer>> BuyersAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var buyers = new List<Buyer>();
        var days = new SortedDictionary<DateOnly, decimal>();
        ClientId? client = null;
        await foreach (var sale in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (client is { } before && before != sale.Client)
            {
                buyers.Add(Buyer.Of(before, days, input.AsOf));
                days.Clear();
            }

            client = sale.Client;
            days[sale.OccurredOn] = days.GetValueOrDefault(sale.OccurredOn) + (sale.Amount?.Amount ?? 0);
        }

        if (client is { } last)
        {
            buyers.Add(Buyer.Of(last, days, input.AsOf));
        }

        return buyers;
    }

    private static InsightTable Parameters(IReadOnlyList<Estimate> buying, IReadOnlyList<Estimate> spending) => new(
        "parameters",
        new("Parameters, time in weeks", "参数（时间单位：周）"),
        [Shown.Column("name", "Parameter", "参数"), Shown.Column("value", "Estimate", "估计值"), Shown.Column("error", "Standard error", "标准误"), Shown.Column("from", "At least (95 %)", "至少（95%）"), Shown.Column("to", "At most (95 %)", "至多（95%）")],
        [.. buying.Concat(spending).Select(parameter => new InsightRow(InsightCell.Same(parameter.Name), InsightCell.Measured(parameter.Value), InsightCell.Measured(parameter.StandardError), InsightCell.Measured(parameter.From), InsightCell.Measured(parameter.To)))]);

    private static InsightTable Clients(List<Buyer> buyers, Dictionary<BuyingPattern, Future> futures, Finding<Fit<GammaGamma>> spending)
    {
        var rows = buyers.Select(buyer =>
        {
            var (alive, purchases) = futures[buyer.Pattern];
            var amount = spending.Then(fit => fit.Model.ExpectedAmount(buyer.Spending.Mean > 0 ? buyer.Spending : default));
            return (buyer.Client, Alive: alive.Number(), Purchases: purchases.Number(), Sales: amount.Then(each => purchases.Then(count => Finding.Of(each * count))).Number(2));
        });
        return new(
            "clients",
            new("Clients", "客户"),
            [Shown.Column("client", "Client", "客户"), Shown.Column("alive", "Still a client", "仍活跃概率", MeasureUnit.Ratio), Shown.Column("purchases", "Purchases in 52 weeks", "52周预期购买次数"), Shown.Column("sales", "Sales in 52 weeks", "52周预期销售额", MeasureUnit.Money)],
            [.. rows.OrderByDescending(row => row.Sales.Value).ThenByDescending(row => row.Purchases.Value).ThenBy(row => row.Client).Select(row => new InsightRow(row.Client, row.Alive.Cell(), row.Purchases.Cell(), row.Sales.Cell()) { Clients = [row.Client] })]);
    }

    private sealed record Future(Finding<double> Alive, Finding<double> Purchases);

    private sealed record Buyer(ClientId Client, BuyingPattern Pattern, Spending Spending)
    {
        public static Buyer Of(ClientId client, SortedDictionary<DateOnly, decimal> days, DateOnly asOf)
        {
            var repeats = days.Count - 1;
            var mean = repeats > 0 ? (double)(days.Skip(1).Sum(day => day.Value) / repeats) : 0;
            return new(client, BuyingPattern.Of(days.Keys, asOf, WeekDays).Value, new(repeats, mean));
        }
    }
}
