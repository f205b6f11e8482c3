using Clientele.Analysis.Indicators;
using Clientele.Practices.History;

namespace Clientele.Practices.Indicators;

/// <summary>The year-end review: which kind of care to keep, to improve or to replace.</summary>
internal sealed class ReviewInsight : IInsightComputation
{
    private const string Sales = "core.sales_12m";
    private static readonly NumberSetting KeepFrom = new() { Name = "keep_from", Title = new("Effect in points from which care is kept", "坚持的效果下限（点）"), Default = 5, Least = -1000, Most = 1000 };
    private static readonly NumberSetting ImproveFrom = new() { Name = "improve_from", Title = new("Effect in points from which care is improved", "改进的效果下限（点）"), Default = 0, Least = -1000, Most = 1000 };

    private static readonly (string Kind, LocalizedText Title)[] Strategies =
        [("core.visit", new("Visits", "拜访")), ("core.call", new("Telephone calls", "电话")), ("core.message", new("Messages", "信息往来")), ("core.letter_sent", new("Letters", "发函"))];

    public static Insight Insight { get; } = new()
    {
        Name = "core.care_review",
        Title = new("Year-end review of care", "年末评估：坚持、改进或替换"),
        Description = new("For each kind of care, how the sales of the clients who got it in twelve months changed, less the change of those who did not: from 5 points on keep, from 0 improve, below replace. It seeds next year's plan; a difference is no proof of a cause.", "各类关怀措施：近12个月接受该措施的客户销售变动减去未接受者的变动；5点以上坚持，0点以上改进，以下替换。结果作为下年计划草案；差异并不证明因果。"),
        Reads = [Sales],
        Kinds = [.. Strategies.Select(strategy => strategy.Kind)],
        Settings = [KeepFrom, ImproveFrom],
        Computation = new ReviewInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var from = input.AsOf.AddYears(-1);
        var treated = (await input.MonthsAsync(cancellationToken).Where(month => month.Last > from).Select(month => (month.Kind, month.Client)).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(month => month.Kind, month => month.Client);
        var before = await ReadAsync(input, from, cancellationToken).ConfigureAwait(false);
        var now = await ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        var known = before.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet();
        var years = Strategies.Select(strategy => Year(strategy.Title, [.. treated[strategy.Kind].Where(known.Contains)], known, before, now)).ToList();
        var decided = StrategyReview.Decide([.. years.Select(year => year.Year)], (double)input.Setting(KeepFrom), (double)input.Setting(ImproveFrom));
        if (!decided.IsKnown)
        {
            return Told.Refused(decided);
        }

        var verdicts = decided.Value;
        return treated.Count == 0 ? InsightResult.Refused(Told.Because("no_care", "No care is recorded in the last twelve months.", "近12个月没有关怀措施的记录。")) : new InsightResult
        {
            Figures = [.. Enum.GetValues<StrategyDecision>().Select(decision => new Figure(decision.ToString().ToLowerInvariant(), Say(decision), verdicts.Count(verdict => verdict.Decision == decision), MeasureUnit.Count))],
            Tables =
            [
                new(
                    "strategies", new("Kinds of care", "关怀措施"),
                    [new("strategy", new("Care", "措施")), new("members", new("Clients", "客户数"), MeasureUnit.Count), new("effect", new("Effect in points", "效果（点）")), new("decision", new("Decision", "决定"))],
                    [.. verdicts.Zip(years, (verdict, year) => new InsightRow(year.Title, (long)year.Clients.Count, verdict.Strategy.Effect is { IsKnown: true, Value: var effect } ? InsightCell.Measured(effect, 1) : default, Say(verdict.Decision)) { Clients = [.. year.Clients.Order()] })]),
                new(
                    "draft", new("Draft of next year's plan", "下年计划草案"),
                    [new("line", new("Line", "条目")), new("from", new("From", "依据"))],
                    [.. StrategyReview.Draft(verdicts).Zip(years, (line, year) => new InsightRow(line.Name.Length > 0 ? year.Title : new LocalizedText("a new measure", "新措施（待定）"), Say(line.From)))]),
            ],
            Charts = [new(ChartKind.Bars, "strategies", new("Effect of each kind of care, in points", "各类措施的效果（点）")) { Label = "strategy", Values = ["effect"] }],
        };
    }

    private static (LocalizedText Title, HashSet<ClientId> Clients, StrategyYear Year) Year(LocalizedText title, HashSet<ClientId> treated, HashSet<ClientId> known, Dictionary<ClientId, decimal> before, Dictionary<ClientId, decimal> now)
    {
        var control = known.Except(treated).ToList();
        return (title, treated, new StrategyYear(title.En, Sales, "", treated.Count > 0 ? 100 : null, Index(treated), control.Count > 0 ? 100 : null, Index(control)));

        double? Index(IReadOnlyCollection<ClientId> clients) => clients.Count == 0 ? null : 100 * (double)(clients.Sum(client => now.GetValueOrDefault(client)) / clients.Sum(client => before[client]));
    }

    private static async Task<Dictionary<ClientId, decimal>> ReadAsync(IInsightInput input, DateOnly day, CancellationToken cancellationToken) =>
        await input.ClientsAsync(day, cancellationToken).ToDictionaryAsync(client => client.Id, client => client.Number(Sales) ?? 0, cancellationToken: cancellationToken).ConfigureAwait(false);

    private static LocalizedText Say(StrategyDecision decision) => decision switch
    {
        StrategyDecision.Keep => new("keep", "坚持"),
        StrategyDecision.Improve => new("improve", "改进"),
        StrategyDecision.Replace => new("replace", "替换"),
        _ => new("undecided: no data", "未定：缺少数据"),
    };
}
