using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>Who has lapsed by the client's own rhythm of buying, how many were lost in a year, and who may be next.</summary>
internal sealed class ChurnInsight : IInsightComputation
{
    private static readonly NumberSetting Factor = new() { Name = "factor", Title = new("How many times the median interval a silence must last to count as lapsed", "沉默达到中位间隔多少倍视为流失"), Default = 2, Least = 1, Most = 20 };
    private static readonly NumberSetting WarnFrom = new() { Name = "warn_from", Title = new("Risk from which a client is warned of", "预警的风险下限"), Default = 0.5m, Most = 1 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.churn",
        Title = new("Churn and clients at risk", "客户流失与易流失客户"),
        Description = new(
            "A client has lapsed when his silence is longer than twice the median interval between his purchases. Churn: of the clients who had not lapsed a year ago, those who have now. Risk: silence beside the usual interval (40 %), complaints (20 %), mean survey score (20 %), a supporter who left (20 %), as far as they are known; judged on the churn of the year.",
            "沉默时间超过购买间隔中位数两倍者视为流失。流失率：一年前未流失的客户中现已流失的比例。风险：沉默与常见间隔之比（40%）、投诉（20%）、满意度（20%）、支持者离任（20%），按已知部分加权；并以本年度流失检验。"),
        Source = "Churn of texts 002 and 004",
        Reads = ["core.complaints_12m"],
        Kinds = [SurveyKinds.Answer, SurveyKinds.ChampionLeft],
        Roles = TouchpointRoles.Sale,
        Settings = [Factor, WarnFrom],
        Computation = new ChurnInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (before, factor) = (input.AsOf.YearBegin().AddDays(-1), (double)input.Setting(Factor));
        var histories = new Dictionary<ClientId, History>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            histories.TryAdd(fact.Client, new([], [], []));
            histories[fact.Client].Add(fact);
        }

        var complaints = new Dictionary<(ClientId, DateOnly), decimal>();
        foreach (var day in (DateOnly[])[before, input.AsOf])
        {
            await foreach (var client in input.ClientsAsync(day, cancellationToken).ConfigureAwait(false))
            {
                complaints[(client.Id, day)] = client.Number("core.complaints_12m") ?? 0;
            }
        }

        Finding<ChurnRisk> Risk(ClientId client, DateOnly day) => histories[client].Risk(day, factor, complaints.GetValueOrDefault((client, day)));
        var active = histories.Where(client => Lapse.Of(client.Value.Purchases, before, factor).Value?.Lapsed == false).Select(client => client.Key).ToList();
        var lost = active.Where(client => Lapse.Of(histories[client].Purchases, input.AsOf, factor).Value!.Lapsed).ToHashSet();
        var churn = Churn.Of(lost.Count, active.Count);
        var judged = ChurnRisk.Judge([.. active.Select(client => (Risk(client, before).Value?.Score ?? 0, lost.Contains(client)))], (double)input.Setting(WarnFrom));
        var rows = histories.Select(client => (Client: client.Key, Lapse: Lapse.Of(client.Value.Purchases, input.AsOf, factor), Risk: Risk(client.Key, input.AsOf))).Where(row => row.Lapse.IsKnown).ToList();
        return rows.Count == 0
            ? Shown.Nothing("No client has two purchases, so that nobody's rhythm is known.", "没有客户成交两次以上，无法得知购买节奏。")
            : Result(churn, judged, [.. rows.Select(row => (row.Client, row.Lapse.Value!, row.Risk))]);
    }

    private static InsightResult Result(Finding<Churn> churn, Finding<(Proportion Precision, Proportion Recall)> judged, IReadOnlyList<(ClientId Client, Lapse Lapse, Finding<ChurnRisk> Risk)> rows) => new()
    {
        Figures = [.. YearOf(churn), .. JudgedBy(judged)],
        Tables =
        [
            new(
                "clients",
                new("Clients by risk", "按风险排列的客户"),
                [Shown.Column("client", "Client", "客户"), Shown.Column("interval", "Median interval", "中位间隔", MeasureUnit.Days), Shown.Column("silence", "Silence", "沉默", MeasureUnit.Days), Shown.Column("ratio", "Silence / interval", "沉默与间隔之比"), Shown.Column("lapsed", "Lapsed", "已流失"), Shown.Column("risk", "Risk", "风险"), Shown.Column("sign", "Strongest sign", "最强征兆")],
                [.. rows.OrderByDescending(row => row.Risk.Value?.Score ?? -1).ThenBy(row => row.Client).Select(row => new InsightRow(
                    row.Client, InsightCell.Measured(row.Lapse.MedianInterval), (long)row.Lapse.Silence, InsightCell.Measured(row.Lapse.Ratio), row.Lapse.Lapsed ? new LocalizedText("lapsed", "已流失") : null,
                    row.Risk.Then(found => Finding.Of(found.Score)).Number().Cell(), row.Risk.Value is { Score: > 0 } risk ? Sign(risk.Signs[0].Name) : null) { Clients = [row.Client] })]),
        ],
    };

    // Where there is nothing to compare with, one figure says so for all of them.
    private static IEnumerable<Figure> YearOf(Finding<Churn> churn) =>
    [
        Shown.Figure("churn", new("Churn of the year", "年流失率"), churn.Then(found => Finding.Of(found.Rate.Share)).Number(), MeasureUnit.Ratio),
        .. !churn.IsKnown ? Array.Empty<Figure>() :
        [
            new("lost", new("Clients lost", "流失客户"), churn.Value.Rate.Part, MeasureUnit.Count),
            new("start", new("Clients a year ago", "一年前的客户"), churn.Value.Rate.Whole, MeasureUnit.Count),
            new("band", new("Beside the usual 20 to 50 %", "与常见的20%至50%相比"), null) { Verdict = churn.Value.InUsualBand ? new("Within", "在区间内") : new("Outside", "在区间外") },
        ],
    ];

    private static IEnumerable<Figure> JudgedBy(Finding<(Proportion Precision, Proportion Recall)> judged) => judged.IsKnown
        ?
        [
            Shown.Figure("precision", new("Of those warned of a year ago, who left", "一年前预警客户中流失的比例"), judged.Then(found => Finding.Of(found.Precision.Share)).Number(), MeasureUnit.Ratio),
            Shown.Figure("recall", new("Of those who left, who was warned of", "流失客户中曾被预警的比例"), judged.Then(found => Finding.Of(found.Recall.Share)).Number(), MeasureUnit.Ratio),
        ]
        : [new("precision", new("How well the warnings of a year ago did", "一年前预警的准确程度"), null) { Verdict = judged.Refusal.Text }];

    private static LocalizedText Sign(string name) => name switch
    {
        "silence" => new("silence", "沉默"),
        "complaints" => new("complaints", "投诉"),
        "satisfaction" => new("satisfaction", "满意度"),
        _ => new("supporter left", "支持者离任"),
    };

    private sealed record History(List<DateOnly> Purchases, List<(DateOnly On, double Dissatisfaction)> Answers, List<DateOnly> ChampionsLeft)
    {
        public void Add(Touchpoint fact)
        {
            switch (fact.Kind)
            {
                case SurveyKinds.ChampionLeft:
                    ChampionsLeft.Add(fact.OccurredOn);
                    break;
                case SurveyKinds.Answer:
                    if (SurveyKinds.Share(fact.Details) is { } share)
                    {
                        Answers.Add((fact.OccurredOn, (double)(1 - share)));
                    }

                    break;
                default:
                    Purchases.Add(fact.OccurredOn);
                    break;
            }
        }

        public Finding<ChurnRisk> Risk(DateOnly day, double factor, decimal complaints)
        {
            var from = day.YearBegin();
            var answers = Answers.Where(answer => answer.On >= from && answer.On <= day).Select(answer => answer.Dissatisfaction).ToList();
            return ChurnRisk.Of(
            [
                new("silence", 0.4, Lapse.Of(Purchases, day, factor).Value is { } lapse ? Math.Min(lapse.Ratio / factor, 1) : null),
                new("complaints", 0.2, (double)Math.Min(complaints / 3, 1)),
                new("satisfaction", 0.2, answers.Count > 0 ? answers.Average() : null),
                new("champion_left", 0.2, ChampionsLeft.Any(left => left >= from && left <= day) ? 1 : 0),
            ]);
        }
    }
}
