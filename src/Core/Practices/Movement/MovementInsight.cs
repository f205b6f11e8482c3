using System.Globalization;
using Clientele.Analysis.Movement;
using Clientele.Practices.History;

namespace Clientele.Practices.Movement;

/// <summary>Who moves unlike before and unlike the others of its class, and what may be behind it.</summary>
internal sealed class MovementInsight : IInsightComputation
{
    private const string Rank = "core.sales_12m";
    private const int Season = 12;

    private static readonly NumberSetting Limit = new() { Name = "z", Title = new("|z| from which a movement is unusual", "视为异动的 |z|"), Default = 3.5m, Least = 1, Most = 10 };
    private static readonly WholeSetting Window = new() { Name = "months", Title = new("Months looked back on", "回顾月数"), Default = 36, Least = 7, Most = SalesHistory.Length };
    private static readonly WholeSetting Members = new() { Name = "class_members", Title = new("Clients a class needs before its own movement is taken off", "剔除本类整体变动所需的客户数"), Default = 3, Least = 2, Most = 1000 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.movement",
        Title = new("Clients that moved", "客户异动"),
        Description = new("Clients whose sales of the last whole month are unusual for them once the season and the movement of their class are taken off, with volume and price, rank, silence and complaints beside it; and what asks for attention from other angles: number of sales, payment delay, complaints, days without contact. Clients who buy in fewer than half of the months are not judged by their sales of a month. What asks for attention opens a retention task.", "剔除季节与本类整体变动后，最近整月销售额异常的客户，并列出量价因素、名次变化、失联天数与投诉；另从成交次数、付款拖延、投诉、失联天数等角度列出须关注者。不足半数月份有成交的客户不按月判断销售额。须关注者将生成挽留任务。"),
        Source = "Iglewicz and Hoaglin 1993",
        Reads = [Rank, "core.days_since_touch", "core.complaints_12m"],
        Schemes = ["core.abc"],
        Kinds = [Loyalty.SurveyKinds.ChampionLeft],
        Roles = TouchpointRoles.Sale | TouchpointRoles.Payment | TouchpointRoles.Complaint | TouchpointRoles.Contact,
        Settings = [Limit, Window, Members],
        Computation = new MovementInsight(),
    };

    private sealed record Known(string Class, decimal Sales, decimal? Silence, decimal? Complaints)
    {
        public DateOnly? SupporterLeft { get; init; }
    }

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var known = await input.ClientsAsync(cancellationToken: cancellationToken).ToDictionaryAsync(client => client.Id, client => new Known(client.Segment("core.abc") ?? "", client.Number(Rank) ?? 0, client.Number("core.days_since_touch"), client.Number("core.complaints_12m")), cancellationToken: cancellationToken).ConfigureAwait(false);
        var before = await input.ClientsAsync(SalesHistory.LastWhole(input.AsOf).AddDays(-1), cancellationToken).Where(client => client.Number(Rank) > 0).OrderByDescending(client => client.Number(Rank)).ThenBy(client => client.Id).Select((client, index) => (client.Id, Rank: index + 1)).ToDictionaryAsync(pair => pair.Id, pair => pair.Rank, cancellationToken: cancellationToken).ConfigureAwait(false);
        var limits = new MovementLimits(Z: (double)input.Setting(Limit), SegmentMembers: input.Setting(Members));
        var (regular, irregular, window) = (new Dictionary<string, SalesHistory>(StringComparer.Ordinal), 0, input.Setting(Window));
        var (series, ids) = (new Dictionary<MovementAngle, List<MovementSeries>>(), new Dictionary<string, ClientId>(StringComparer.Ordinal));
        await foreach (var history in MovementHistory.StreamAsync(input, window, cancellationToken).ConfigureAwait(false))
        {
            var months = Math.Min(history.Sales.Months, window);
            var judged = months > limits.Periods && history.Sales.ActiveMonths(Math.Min(months, 12)) * 2 >= Math.Min(months, 12);
            irregular += !judged && months > 0 ? 1 : 0;
            var id = history.Client.ToString();
            foreach (var (angle, periods) in history.Angles.Where(pair => pair.Value.Count > limits.Periods && (judged || pair.Key.Rises)))
            {
                series.TryAdd(angle, []);
                series[angle].Add(new MovementSeries(id, angle.Rises ? "" : known[history.Client].Class, periods));
                ids[id] = history.Client;
            }

            if (judged)
            {
                regular[id] = history.Sales;
                known[history.Client] = known[history.Client] with { SupporterLeft = history.SupporterLeft };
            }
        }

        // Only what is bought has a season.
        var found = series.ToDictionary(pair => pair.Key, pair => Movements.Of(pair.Value, limits, pair.Key.Rises ? 0 : Season));
        var alerts = MovementAlerts.Table(found, ids);
        return regular.Count == 0 && alerts.Rows.Count == 0
            ? InsightResult.Refused(Told.Because("too_few", $"Nobody buys often enough to be judged by month: at least {limits.Periods + 1} months, half of them with sales, are needed; {irregular} clients buy less often.", $"没有可按月判断的客户：至少需要 {limits.Periods + 1} 个月且半数月份有成交；{irregular} 家客户成交较少。"))
            : Result(found.GetValueOrDefault(MovementAngle.Amount, new MovementFindings([], [])), alerts, regular, irregular, known, before, window, input);
    }

    private static InsightResult Result(MovementFindings found, InsightTable alerts, Dictionary<string, SalesHistory> regular, int irregular, Dictionary<ClientId, Known> known, Dictionary<ClientId, int> before, int window, IInsightInput input)
    {
        var rank = known.Where(pair => pair.Value.Sales > 0).OrderByDescending(pair => pair.Value.Sales).ThenBy(pair => pair.Key).Select((pair, index) => (pair.Key, Rank: index + 1)).ToDictionary(pair => pair.Key, pair => pair.Rank);
        return new InsightResult
        {
            Figures =
            [
                new("flagged", new("Clients that moved", "异动客户"), found.Clients.Count(client => client.Flagged), MeasureUnit.Count) { Alert = found.Clients.Any(client => client.Flagged) },
                new("judged", new("Clients judged", "参与判断的客户"), found.Clients.Count(client => client.Score.IsKnown), MeasureUnit.Count),
                new("segments", new("Classes that moved as a whole", "整体变动的类别"), found.Segments.Count, MeasureUnit.Count),
                new("alerts", new("Clients that ask for attention, from any angle", "任一角度须关注的客户"), alerts.Rows.SelectMany(row => row.Clients).Distinct().Count(), MeasureUnit.Count) { Alert = alerts.Rows.Count > 0 },
            ],
            Tables =
            [
                new(
                    "clients", new("Clients, the most unusual first", "客户（异动最大者在前）"),
                    [
                        new("client", new("Client", "客户")), new("month", new("Last month", "最近一月"), MeasureUnit.Money), new("usual", new("Usual", "通常"), MeasureUnit.Money), new("z", LocalizedText.Same("z")), new("verdict", new("Verdict", "判断")),
                        new("volume", new("Volume effect", "数量影响"), MeasureUnit.Money), new("price", new("Price effect", "价格影响"), MeasureUnit.Money), new("rise", new("Rise in rank", "名次上升"), MeasureUnit.Count), new("around", new("Around it", "相关情况")),
                    ],
                    [.. found.Clients.Select(client => Row(client, regular[client.Id], known, rank, before, window))]),
                alerts,
                new(
                    "segments", new("Classes that moved as a whole", "整体变动的类别"),
                    [new("class", new("Class", "类别")), new("change", new("Change", "变动"), MeasureUnit.Ratio), new("members", new("Clients judged", "参与判断的客户"), MeasureUnit.Count)],
                    [.. found.Segments.Select(segment => new InsightRow(input.Title($"core.abc.{segment.Segment}"), InsightCell.Measured(segment.Change), (long)segment.Members) { Clients = [.. regular.Values.Where(history => known[history.Client].Class == segment.Segment).Select(history => history.Client)] })]),
            ],
            Charts = [new(ChartKind.Bars, "clients", new("How unusual the last month was (modified z-score)", "最近一月的异常程度（修正 z 值）")) { Label = "client", Values = ["z"] }],
            Reasons = irregular > 0 ? [Told.Because("irregular", $"{irregular} clients buy in fewer than half of the months or are too new, and are not judged by month.", $"{irregular} 家客户成交月份不足半数或合作时间尚短，未按月判断。")] : [],
        };
    }

    private static InsightRow Row(ClientMovement client, SalesHistory history, Dictionary<ClientId, Known> known, Dictionary<ClientId, int> rank, Dictionary<ClientId, int> before, int window)
    {
        var score = client.Score.IsKnown ? client.Score.Value : null;
        var parts = Parts(history, window);
        return new InsightRow(
            history.Client, history.Amount(0), score is null ? default : InsightCell.Measured(score.Median, 0), score?.Z is { } z ? InsightCell.Measured(Math.Clamp(z, -99, 99), 2) : default,
            client.Flagged ? client.Adjusted < score!.Median ? new LocalizedText("fell: look into it", "异常下降：须跟进") : new LocalizedText("rose", "异常上升") : client.Score.IsKnown ? new LocalizedText("as usual", "正常") : client.Score.Refusal.Text,
            parts is null ? default(decimal?) : decimal.Round(parts.Volume, 2), parts is null ? default(decimal?) : decimal.Round(parts.Price, 2),
            before.TryGetValue(history.Client, out var was) && rank.TryGetValue(history.Client, out var now) ? was - now : default(decimal?),
            Around(known[history.Client]))
        {
            Clients = [history.Client],
        };
    }

    // The last month against the mean month before it: how many sales, and how large.
    private static SalesChange? Parts(SalesHistory history, int window)
    {
        var months = Math.Min(history.Months, window) - 1;
        var (count, amount) = (Enumerable.Range(1, months).Sum(history.Count), Enumerable.Range(1, months).Sum(history.Amount));
        if (count == 0 || amount < 0 || history.Amount(0) < 0)
        {
            return null;
        }

        var found = PriceVolume.Of([new ProductChange("sales", (decimal)count / months, amount / count, history.Count(0), history.Count(0) > 0 ? history.Amount(0) / history.Count(0) : amount / count)]);
        return found.IsKnown ? found.Value with { Volume = found.Value.Volume + found.Value.Lost } : null;
    }

    private static LocalizedText? Around(Known known)
    {
        var (en, zh) = (new List<string>(), new List<string>());
        if (known.Complaints > 0)
        {
            en.Add($"complaints in 12 months: {known.Complaints:0}");
            zh.Add($"近12个月投诉 {known.Complaints:0} 次");
        }

        if (known.Silence is null or > 90)
        {
            en.Add(known.Silence is null ? "never reached" : $"not reached for {known.Silence:0} days");
            zh.Add(known.Silence is null ? "从未接触" : $"已 {known.Silence:0} 天未接触");
        }

        if (known.SupporterLeft is { } left)
        {
            en.Add(string.Create(CultureInfo.InvariantCulture, $"a supporter left on {left:yyyy-MM-dd}"));
            zh.Add(string.Create(CultureInfo.InvariantCulture, $"支持者于 {left:yyyy-MM-dd} 离任"));
        }

        return en.Count == 0 ? null : new(string.Join("; ", en), string.Join("；", zh));
    }
}
