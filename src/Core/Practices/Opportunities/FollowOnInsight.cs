using Clientele.Practices.Showing;

namespace Clientele.Practices.Opportunities;

/// <summary>What comes of what is over: how many matters are continued, and how much oftener a chance that came of finished work is won than a cold one (rows S0-10, S1-26).</summary>
internal sealed class FollowOnInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.follow_on",
        Title = new("Work that comes of work", "后续业务与二次营销"),
        Description = new(
            "Of the matters that are over and whose type has a follow-on, those whose follow-on succeeded; and the share won of decided chances that came of another matter, beside the share won of those without an origin.",
            "已结束且设有后续事项的事项中，后续成功的比例；以及由既有业务引出的商机与无来源商机的成交率对比（均按已定结果者计）。"),
        Source = "Second marketing, texts 000 and 001",
        ReadsMatters = true,
        Computation = new FollowOnInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var matters = await input.MattersAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var came = matters.Where(matter => matter.Matter.Origin is not null).ToLookup(matter => matter.Matter.Origin!.Value);
        var ended = matters.Where(matter => matter.Over && matter.Type.FollowOns.Count > 0).Select(matter => (Ended: matter, Continued: Continues(matter, came))).ToList();
        var chances = matters.Where(matter => matter.Type.Stages.Any(stage => stage.Success) && matter.Type.Name != PromiseKeeping.PromiseMatter.MatterType && (matter.Over || matter.Succeeded)).ToList();
        if (ended.Count == 0 && chances.Count == 0)
        {
            return Shown.Nothing("No matter with a follow-on is over, and no chance is decided.", "尚无已结束且设有后续的事项，也无已定结果的商机。");
        }

        var (linked, cold) = (Won(chances, linked: true), Won(chances, linked: false));
        return new InsightResult
        {
            Figures =
            [
                new("ended", new("Matters over", "已结束事项"), ended.Count, MeasureUnit.Count),
                new("continued", new("Followed on", "已衔接后续"), ended.Count(one => one.Continued), MeasureUnit.Count),
                new("continuation_rate", new("Continuation rate", "衔接率"), Rate(ended.Count(one => one.Continued), ended.Count), MeasureUnit.Ratio),
                new("follow_on_rate", new("Win rate of chances that came of work", "后续商机成交率"), linked.Rate, MeasureUnit.Ratio),
                new("cold_rate", new("Win rate of cold chances", "陌生商机成交率"), cold.Rate, MeasureUnit.Ratio),
                new("times", new("Times as often", "倍数"), linked.Rate is { } with && cold.Rate is { } without and > 0 ? Math.Round(with / without, 4) : null),
            ],
            Tables =
            [
                new(
                    "chances",
                    new("Decided chances by type", "按类型的商机结果"),
                    [Shown.Column("type", "Type", "类型"), Shown.Column("origin", "Origin", "来源"), Shown.Column("decided", "Decided", "已定结果", MeasureUnit.Count), Shown.Column("won", "Won", "成交", MeasureUnit.Count), Shown.Column("rate", "Win rate", "成交率", MeasureUnit.Ratio)],
                    [.. chances.GroupBy(chance => (chance.Type.Name, Linked: chance.Matter.Origin is not null)).OrderBy(group => group.Key.Name, StringComparer.Ordinal).ThenBy(group => !group.Key.Linked).Select(group =>
                        new InsightRow(group.First().Type.Title, group.Key.Linked ? new LocalizedText("Came of work", "既有业务引出") : new LocalizedText("Cold", "无来源"), (long)group.Count(), (long)group.Count(chance => chance.Succeeded), Rate(group.Count(chance => chance.Succeeded), group.Count())) { Clients = [.. group.Select(chance => chance.Matter.Client).Distinct().Order()] })]),
                new(
                    "not_continued",
                    new("Over and not continued", "已结束而未衔接"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("matter", "Matter", "事项"), Shown.Column("ended_on", "Over since", "结束日期")],
                    [.. ended.Where(one => !one.Continued).OrderBy(one => one.Ended.Stages[^1].From).ThenBy(one => one.Ended.Matter.Id).Select(one => new InsightRow(one.Ended.Matter.Client, InsightCell.Same(one.Ended.Matter.Title), (DateOnly?)one.Ended.Stages[^1].From) { Clients = [one.Ended.Matter.Client] })]),
            ],
        };
    }

    private static bool Continues(InsightMatter matter, ILookup<MatterId, InsightMatter> came) =>
        came[matter.Matter.Id].Any(next => next.Succeeded && matter.Type.FollowOns.Any(on => on.Type == next.Type.Name));

    private static (int Decided, int Won, decimal? Rate) Won(IReadOnlyList<InsightMatter> chances, bool linked)
    {
        var decided = chances.Where(chance => chance.Matter.Origin is not null == linked).ToList();
        return (decided.Count, decided.Count(chance => chance.Succeeded), Rate(decided.Count(chance => chance.Succeeded), decided.Count));
    }

    private static decimal? Rate(int part, int whole) => whole == 0 ? null : Math.Round((decimal)part / whole, 6);
}
