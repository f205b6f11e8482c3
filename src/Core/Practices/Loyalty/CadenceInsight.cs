using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>Who is seen too rarely for his class, and who too often.</summary>
internal sealed class CadenceInsight : IInsightComputation
{
    private const string Scheme = "core.abc";
    private const string Missed = "core.call_missed";

    // By class: the longest silence, and no more than so many touches within a week or so.
    private static readonly (string Class, WholeSetting Days, WholeSetting Cap)[] Targets =
    [
        ("a", Days("a_days", new("Longest silence with A clients, in days", "A类客户最长未联络天数"), 14), Cap("a_cap", new("Most touches of A clients in the window", "A类客户在窗口内最多接触次数"), 3)),
        ("b", Days("b_days", new("Longest silence with B clients, in days", "B类客户最长未联络天数"), 30), Cap("b_cap", new("Most touches of B clients in the window", "B类客户在窗口内最多接触次数"), 3)),
        ("c", Days("c_days", new("Longest silence with C clients, in days", "C类客户最长未联络天数"), 90), Cap("c_cap", new("Most touches of C clients in the window", "C类客户在窗口内最多接触次数"), 2)),
        ("", Days("other_days", new("Longest silence with other clients, in days", "其余客户最长未联络天数"), 180), Cap("other_cap", new("Most touches of other clients in the window", "其余客户在窗口内最多接触次数"), 2)),
    ];

    private static readonly WholeSetting Within = Days("cap_days", new("Days in which touches are counted against the cap", "计算接触上限的窗口天数"), 7);

    public static Insight Insight { get; } = new()
    {
        Name = "core.contact_cadence",
        Title = new("Contact cadence", "联络频率"),
        Description = new(
            "Days since each client was really reached, beside the target of the class (A 14, B 30, C 90, others 180 days unless set otherwise); an attempt without an answer does not count. More than three touches in seven days (two for C and others), answered or not, are too many unless set otherwise.",
            "距上次有效接触的天数与类别目标（A类14天、B类30天、C类90天、其余180天，可设置）的对比；未接通的尝试不计为接触。7天内超过3次（C类及其余2次）接触，无论是否接通，视为过于频繁（可设置）。"),
        Source = "Frequent visits, text 002",
        Schemes = [Scheme],
        Kinds = [Missed],
        Roles = TouchpointRoles.Contact,
        Settings = [.. Targets.SelectMany(target => (Setting[])[target.Days, target.Cap]), Within],
        Computation = new CadenceInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var contacts = new Dictionary<ClientId, List<ContactAttempt>>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            contacts.TryAdd(fact.Client, []);
            contacts[fact.Client].Add(new(fact.OccurredOn, fact.Kind != Missed));
        }

        var targets = Targets.ToDictionary(target => target.Class, target => new CadenceTarget(input.Setting(target.Days), input.Setting(target.Cap), input.Setting(Within)), StringComparer.Ordinal);
        var rows = new List<(ClientId Client, string Class, ContactCadence Cadence)>();
        var never = 0L;
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var segment = client.Segment(Scheme) ?? "";
            if (ContactCadence.Of(contacts.GetValueOrDefault(client.Id, []), targets.GetValueOrDefault(segment, targets[""]), input.AsOf).Value is { } cadence)
            {
                rows.Add((client.Id, segment, cadence));
            }
            else
            {
                never++;
            }
        }

        if (rows.Count == 0)
        {
            return Shown.Nothing("No client was ever reached.", "从未有效联系过任何客户。");
        }

        int overdue = rows.Count(row => row.Cadence.OverdueDays > 0), often = rows.Count(row => row.Cadence.TooOften);
        return new InsightResult
        {
            Figures =
            [
                new("overdue", new("Clients overdue for a touch", "逾期未联络的客户"), overdue, MeasureUnit.Count),
                new("too_often", new("Clients touched too often", "联络过于频繁的客户"), often, MeasureUnit.Count) { Alert = often > 0 },
                new("never", new("Clients never reached", "从未联系到的客户"), never, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Clients overdue or touched too often", "逾期或过于频繁的客户"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("class", "Class", "类别"), Shown.Column("since", "Days since the last touch", "距上次接触", MeasureUnit.Days), Shown.Column("overdue", "Overdue", "逾期", MeasureUnit.Days), Shown.Column("recent", "Recent touches", "近期接触", MeasureUnit.Count), Shown.Column("too_often", "Too often", "过于频繁")],
                    [.. rows.Where(row => row.Cadence.OverdueDays > 0 || row.Cadence.TooOften).OrderByDescending(row => row.Cadence.TooOften).ThenByDescending(row => row.Cadence.OverdueDays).ThenBy(row => row.Client).Select(row => new InsightRow(
                        row.Client, InsightCell.Same(row.Class), (long)row.Cadence.DaysSinceTouch, (long)row.Cadence.OverdueDays, (long)row.Cadence.RecentTouches, row.Cadence.TooOften ? new LocalizedText("too often", "过于频繁") : null) { Clients = [row.Client] })]),
            ],
        };
    }

    private static WholeSetting Days(string name, LocalizedText title, int usual) => new() { Name = name, Title = title, Default = usual, Least = 1, Most = 3650 };

    private static WholeSetting Cap(string name, LocalizedText title, int usual) => new() { Name = name, Title = title, Default = usual, Least = 1, Most = 1000 };
}
