using Clientele.Analysis.Lifetime;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Lifetimes;

/// <summary>Who is still a client, how often he will buy and what that is worth, where nobody says that he has left.</summary>
internal sealed class LifetimeInsight : IInsightComputation
{
    private static readonly WholeSetting Weeks = new() { Name = "weeks", Title = new("Weeks looked ahead", "预测周数"), Default = 52, Least = 1, Most = 520 };
    private static readonly NamesSetting By = new() { Name = "by", Title = new("Scheme for each of whose segments a model is chosen; empty for one model", "按其各细分分别选择模型的分类法；留空则全体共用一个模型"), Of = SettingNames.Schemes, Least = 0, Default = [] };

    public static Insight Insight { get; } = new()
    {
        Name = "core.lifetime_value",
        Title = new("Lifetime value of clients who buy without a contract", "非合同客户的终身价值"),
        Description = new(
            "BG/NBD and Pareto/NBD are fitted to the purchases by maximum likelihood, and the likelier one is used, unless a model is set (BG/BB where there is one opportunity to buy a year); for all clients, or for each segment of a scheme. Gamma-Gamma is fitted to the amounts of repeat purchases. For each client: the probability of still being one, the purchases expected in 52 weeks, and the sales expected from them. Refused where too few clients bought again.",
            "以极大似然法对购买拟合BG/NBD与Pareto/NBD模型，取似然较大者，亦可指定模型（每年一次购买机会时用BG/BB）；可对全体客户，或对某一分类法的各细分分别进行。对复购金额拟合Gamma-Gamma模型。给出每位客户仍然活跃的概率、未来52周的预期购买次数及预期销售额。复购客户太少时不予计算。"),
        Source = "Fader, Hardie and Lee 2005; Schmittlein, Morrison and Colombo 1987; Fader, Hardie and Shang 2010; Fader and Hardie 2013",
        Roles = TouchpointRoles.Sale,
        Settings = [FittedModel.Choice, By, Weeks],
        Computation = new LifetimeInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (buyers, by) = (await BuyersAsync(input, cancellationToken).ConfigureAwait(false), input.Setting(By));
        var groups = new List<Group>();
        foreach (var (title, members) in await GroupsAsync(input, buyers, by, cancellationToken).ConfigureAwait(false))
        {
            groups.Add(new(title, members, FittedModel.Of([.. members.Select(buyer => buyer.Days)], input.AsOf, input.Setting(FittedModel.Choice))));
        }

        if (groups.Count == 0 || groups.All(group => !group.Model.IsKnown))
        {
            return InsightResult.Refused(groups.Count > 0 ? groups[0].Model.Refusal! : Shown.Nothing("No client bought anything.", "没有客户成交。").Refusal!);
        }

        var spending = GammaGamma.Fit([.. buyers.Where(buyer => buyer.Spending.Mean > 0).Select(buyer => buyer.Spending)]);
        return Result(groups, spending, input);
    }

    private static InsightResult Result(List<Group> groups, Finding<Fit<GammaGamma>> spending, IInsightInput input)
    {
        var weeks = input.Setting(Weeks);
        var fitted = groups.Where(group => group.Model.IsKnown).ToList();
        var futures = fitted.SelectMany(group => group.Members.Zip(group.Model.Value!.Futures(weeks), (buyer, future) => (buyer, future))).ToList();
        return new InsightResult
        {
            Figures =
            [
                .. groups.Count > 1 ? Array.Empty<Figure>() :
                [
                    new Figure("model", new("Model", "模型"), null) { Verdict = fitted[0].Model.Value!.Name },
                    new Figure("log_likelihood", new("Log-likelihood", "对数似然"), Math.Round((decimal)fitted[0].Model.Value!.LogLikelihood, 3)),
                ],
                new("clients", new("Clients who bought", "成交客户"), futures.Count, MeasureUnit.Count),
                Shown.Figure("expected", new($"Purchases expected of all clients in {weeks} weeks", $"全体客户未来{weeks}周预期购买次数"), Finding.Of(Math.Round((decimal)futures.Sum(pair => pair.future.Purchases.Value), 3))),
            ],
            Tables = [Models(groups), Parameters(fitted, spending.Value?.Parameters ?? []), Clients(futures, spending, weeks)],
            Reasons = [.. fitted[0].Model.Value!.Reasons, .. spending.IsKnown ? Array.Empty<Reason>() : [spending.Refusal]],
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
                buyers.Add(Buyer.Of(before, days));
                days.Clear();
            }

            client = sale.Client;
            days[sale.OccurredOn] = days.GetValueOrDefault(sale.OccurredOn) + (sale.Amount?.Amount ?? 0);
        }

        if (client is { } last)
        {
            buyers.Add(Buyer.Of(last, days));
        }

        return buyers;
    }

    // One group, or one for each segment of the scheme in its order; those in no segment come last.
    private static async Task<List<(LocalizedText Title, List<Buyer> Members)>> GroupsAsync(IInsightInput input, List<Buyer> buyers, IReadOnlyList<string> by, CancellationToken cancellationToken)
    {
        if (by.Count == 0)
        {
            return buyers.Count == 0 ? [] : [(new("All clients", "全部客户"), buyers)];
        }

        var segments = await input.ClientsAsync(cancellationToken: cancellationToken).ToDictionaryAsync(client => client.Id, client => client.Segment(by[0]) ?? "", cancellationToken: cancellationToken).ConfigureAwait(false);
        var members = buyers.ToLookup(buyer => segments[buyer.Client], StringComparer.Ordinal);
        return [.. input.Segments(by[0]).Append("").Where(members.Contains).Select(segment => (segment.Length > 0 ? input.Title($"{by[0]}.{segment}") : new LocalizedText("in no segment", "未分类"), members[segment].ToList()))];
    }

    private static InsightTable Models(List<Group> groups) => new(
        "models",
        new("Model chosen and why", "所选模型及理由"),
        [Shown.Column("group", "Clients", "客户群"), Shown.Column("members", "Count", "数量", MeasureUnit.Count), Shown.Column("model", "Model", "模型"), Shown.Column("log_likelihood", "Log-likelihood", "对数似然"), Shown.Column("why", "Why", "理由")],
        [.. groups.Select(group => new InsightRow(
            group.Title, (long)group.Members.Count, group.Model.Value?.Name, group.Model.Value is { } model ? InsightCell.Measured(model.LogLikelihood, 3) : default,
            group.Model.Value is { } chosen ? new LocalizedText(string.Join(" ", chosen.Reasons.Select(reason => reason.Text.En)), string.Concat(chosen.Reasons.Select(reason => reason.Text.Zh))) : group.Model.Refusal!.Text)
        {
            Clients = [.. group.Members.Select(buyer => buyer.Client)],
        })]);

    private static InsightTable Parameters(List<Group> fitted, IReadOnlyList<Estimate> spending) => new(
        "parameters",
        new("Parameters", "参数"),
        [Shown.Column("group", "Clients", "客户群"), Shown.Column("name", "Parameter", "参数"), Shown.Column("value", "Estimate", "估计值"), Shown.Column("error", "Standard error", "标准误"), Shown.Column("from", "At least (95 %)", "至少（95%）"), Shown.Column("to", "At most (95 %)", "至多（95%）")],
        [.. fitted.SelectMany(group => group.Model.Value!.Parameters.Select(parameter => (group.Title, parameter))).Concat(spending.Select(parameter => (new LocalizedText("amounts of all", "全体金额"), parameter)))
            .Select(row => new InsightRow(row.Item1, InsightCell.Same(row.parameter.Name), InsightCell.Measured(row.parameter.Value), InsightCell.Measured(row.parameter.StandardError), InsightCell.Measured(row.parameter.From), InsightCell.Measured(row.parameter.To)))]);

    private static InsightTable Clients(List<(Buyer Buyer, Future Future)> futures, Finding<Fit<GammaGamma>> spending, int weeks)
    {
        var rows = futures.Select(pair =>
        {
            var amount = spending.Then(fit => fit.Model.ExpectedAmount(pair.Buyer.Spending.Mean > 0 ? pair.Buyer.Spending : default));
            return (pair.Buyer.Client, Alive: pair.Future.Alive.Number(), Purchases: pair.Future.Purchases.Number(), Sales: amount.Then(each => pair.Future.Purchases.Then(count => Finding.Of(each * count))).Number(2));
        });
        return new(
            "clients",
            new("Clients", "客户"),
            [Shown.Column("client", "Client", "客户"), Shown.Column("alive", "Still a client", "仍活跃概率", MeasureUnit.Ratio), Shown.Column("purchases", $"Purchases in {weeks} weeks", $"{weeks}周预期购买次数"), Shown.Column("sales", $"Sales in {weeks} weeks", $"{weeks}周预期销售额", MeasureUnit.Money)],
            [.. rows.OrderByDescending(row => row.Sales.Value).ThenByDescending(row => row.Purchases.Value).ThenBy(row => row.Client).Select(row => new InsightRow(row.Client, row.Alive.Cell(), row.Purchases.Cell(), row.Sales.Cell()) { Clients = [row.Client] })]);
    }

    private sealed record Group(LocalizedText Title, List<Buyer> Members, Finding<FittedModel> Model);

    private sealed record Buyer(ClientId Client, IReadOnlyList<DateOnly> Days, Spending Spending)
    {
        public static Buyer Of(ClientId client, SortedDictionary<DateOnly, decimal> days)
        {
            var repeats = days.Count - 1;
            var mean = repeats > 0 ? (double)(days.Skip(1).Sum(day => day.Value) / repeats) : 0;
            return new(client, [.. days.Keys], new(repeats, mean));
        }
    }
}
