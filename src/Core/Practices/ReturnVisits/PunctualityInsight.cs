using Clientele.Practices.Showing;

namespace Clientele.Practices.ReturnVisits;

/// <summary>How much of the care that was asked for was given, and how much of it in time (rows S0-09, S2-51).</summary>
internal sealed class PunctualityInsight : IInsightComputation
{
    private const string Scheme = "core.abc";

    private static readonly LocalizedText None = new("none", "无");

    public static Insight Insight { get; } = new()
    {
        Name = "core.visit_punctuality",
        Title = new("Follow-ups kept and kept in time", "回访完成率与按时率"),
        Description = new(
            "Of the follow-ups due in the last twelve months: how many were done, and how many by their due day, by what was asked for, by the client's class, and by owner. What was done together with another counts with it; what lapsed is left out.",
            "近12个月到期的跟进中，已完成和按期完成的比例，按事项、客户类别与负责人统计。一并办理的随之计入，已失效的不计。"),
        Schemes = [Scheme],
        FollowUps = true,
        Computation = new PunctualityInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var classes = new Dictionary<ClientId, string?>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            classes[client.Id] = client.Segment(Scheme);
        }

        var asked = new List<AskedFollowUp>();
        await foreach (var one in input.FollowUpsAsync(input.AsOf.AddYears(-1).AddDays(1), input.AsOf, cancellationToken).ConfigureAwait(false))
        {
            if (!one.FollowUp.IsHeld)
            {
                asked.Add(one);
            }
        }

        if (asked.Count == 0)
        {
            return Shown.Nothing("No follow-up fell due in the last twelve months.", "近12个月没有到期的跟进。");
        }

        var all = Tally.Of(asked, input.AsOf);
        return new InsightResult
        {
            Figures =
            [
                new("asked", new("Follow-ups due", "到期跟进"), all.Asked, MeasureUnit.Count),
                new("done", new("Done", "完成率"), all.Done, MeasureUnit.Ratio),
                new("on_time", new("Done in time", "按时率"), all.OnTime, MeasureUnit.Ratio),
                new("overdue", new("Still open", "逾期未办"), all.Open, MeasureUnit.Count) { Alert = all.Open > 0 },
            ],
            Tables =
            [
                Table("by_policy", new("By what was asked for", "按事项"), asked.GroupBy(one => one.FollowUp.Policy, StringComparer.Ordinal).Select(group => (group.First().Title, group)), input.AsOf),
                Table("by_class", new("By class", "按客户类别"), By(asked, one => classes.GetValueOrDefault(one.FollowUp.Client)?.ToUpperInvariant()), input.AsOf),
                Table("by_owner", new("By owner", "按负责人"), By(asked, one => one.FollowUp.Owner), input.AsOf),
            ],
        };
    }

    private static IEnumerable<(LocalizedText Title, IGrouping<string, AskedFollowUp> Group)> By(List<AskedFollowUp> asked, Func<AskedFollowUp, string?> key) =>
        asked.GroupBy(one => key(one) ?? "", StringComparer.Ordinal).Select(group => (group.Key.Length > 0 ? LocalizedText.Same(group.Key) : None, group));

    private static InsightTable Table(string name, LocalizedText title, IEnumerable<(LocalizedText Title, IGrouping<string, AskedFollowUp> Group)> groups, DateOnly asOf) => new(
        name,
        title,
        [
            Shown.Column("of", "Of", "对象"), Shown.Column("asked", "Due", "到期", MeasureUnit.Count), Shown.Column("done_count", "Done", "已完成", MeasureUnit.Count),
            Shown.Column("done", "Done", "完成率", MeasureUnit.Ratio), Shown.Column("on_time", "In time", "按时率", MeasureUnit.Ratio), Shown.Column("open", "Still open", "逾期未办", MeasureUnit.Count),
        ],
        [
            .. groups.Select(group => (group.Title, group.Group.Key, Tally: Tally.Of([.. group.Group], asOf))).OrderByDescending(row => row.Tally.Asked).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => new InsightRow(row.Title, row.Tally.Asked, row.Tally.DoneCount, row.Tally.Done, row.Tally.OnTime, row.Tally.Open)),
        ]);

    /// <summary>What became of some follow-ups by a day.</summary>
    private sealed record Tally(long Asked, long DoneCount, decimal Done, decimal OnTime, long Open)
    {
        public static Tally Of(IReadOnlyList<AskedFollowUp> asked, DateOnly asOf)
        {
            // What was done after the day is open on it.
            var done = asked.Where(one => one.DoneOn <= asOf).ToList();
            var inTime = done.Count(one => one.DoneOn <= one.FollowUp.DueOn);
            return new(asked.Count, done.Count, Share(done.Count, asked.Count), Share(inTime, asked.Count), asked.Count - done.Count);
        }

        private static decimal Share(int part, int whole) => Math.Round((decimal)part / whole, 6);
    }
}
