namespace Clientele.Analysis.Indicators;

/// <summary>An activity of the value chain of client relationship management.</summary>
/// <param name="Name">A stable name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Primary">Whether it is one of the five primary ones; the others support them.</param>
/// <param name="Step">The step it rolls up to: <c>target_clients</c>, <c>one_to_one</c> or <c>process_redesign</c>.</param>
public sealed record ChainActivity(string Name, LocalizedText Title, bool Primary, string Step);

/// <summary>The score of an activity.</summary>
/// <param name="Activity">The name of the activity.</param>
/// <param name="Score">0 (not begun) to 5 (excellent).</param>
/// <param name="Evidence">What the score rests on: figures for a primary activity, a note for a supporting one.</param>
public sealed record ChainScore(string Activity, double Score, string Evidence = "");

/// <summary>An assessment of the value chain.</summary>
/// <param name="PrimaryMean">The mean of the primary activities.</param>
/// <param name="SupportMean">The mean of the supporting ones.</param>
/// <param name="WeakestPrimary">The weakest link among the primary ones; the first in the order of the chain when several are equally weak.</param>
/// <param name="WeakestSupport">The weakest among the supporting ones.</param>
/// <param name="Steps">The mean of each step: target clients, one-to-one marketing, redesign of processes.</param>
/// <param name="Changes">The change of each activity since the assessment before; empty without one.</param>
public sealed record ChainAssessment(double PrimaryMean, double SupportMean, ChainActivity WeakestPrimary, ChainActivity WeakestSupport, IReadOnlyDictionary<string, double> Steps, IReadOnlyDictionary<string, double> Changes);

/// <summary>The CRM value chain: F. Buttle, Customer relationship management, 2004, after M. Porter.</summary>
public static class ValueChain
{
    /// <summary>The ten activities in the order of the chain, the primary ones first.</summary>
    public static IReadOnlyList<ChainActivity> Activities { get; } =
    [
        new("portfolio", new("Client portfolio analysis", "客户组合分析"), true, "target_clients"),
        new("intimacy", new("Knowing target clients", "深入了解目标客户"), true, "target_clients"),
        new("network", new("Building the network", "建立关系网络"), true, "one_to_one"),
        new("value", new("Creating and delivering value", "创造和传递客户价值"), true, "one_to_one"),
        new("lifecycle", new("Managing relationships", "管理客户关系"), true, "one_to_one"),
        new("leadership", new("Leadership and thinking", "领导经营思想"), false, "process_redesign"),
        new("culture", new("Corporate culture", "企业文化"), false, "process_redesign"),
        new("organisation", new("Organisation", "组织结构"), false, "process_redesign"),
        new("people", new("People", "人力资源管理"), false, "process_redesign"),
        new("technology", new("Information technology", "信息技术"), false, "process_redesign"),
    ];

    /// <summary>Assesses the chain.</summary>
    /// <param name="scores">A score for each of the ten activities.</param>
    /// <param name="before">The scores of the assessment before; none by default.</param>
    /// <returns>The assessment, or why there is none: an activity without a score, or a score outside of 0 to 5.</returns>
    public static Finding<ChainAssessment> Assess(IReadOnlyList<ChainScore> scores, IReadOnlyList<ChainScore>? before = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var missing = Activities.FirstOrDefault(activity => scores.Count(score => score.Activity == activity.Name) != 1);
        if (missing is not null)
        {
            return Finding.Refused<ChainAssessment>("score_missing", new($"'{missing.Title.En}' needs one score.", $"“{missing.Title.Zh}”须有且仅有一个评分。"));
        }

        if (scores.FirstOrDefault(score => score.Score is not (>= 0 and <= 5)) is { } wrong)
        {
            return Finding.Refused<ChainAssessment>(Unusable.OutOfRange(new("score", "评分"), wrong.Score, 0, 5));
        }

        var by = scores.ToDictionary(score => score.Activity, score => score.Score, StringComparer.Ordinal);
        var (primary, support) = (Activities.Where(activity => activity.Primary).ToList(), Activities.Where(activity => !activity.Primary).ToList());
        return Finding.Of(new ChainAssessment(
            primary.Average(activity => by[activity.Name]),
            support.Average(activity => by[activity.Name]),
            primary.MinBy(activity => by[activity.Name])!,
            support.MinBy(activity => by[activity.Name])!,
            Activities.GroupBy(activity => activity.Step).ToDictionary(group => group.Key, group => group.Average(activity => by[activity.Name]), StringComparer.Ordinal),
            (before ?? []).Where(score => by.ContainsKey(score.Activity)).GroupBy(score => score.Activity).ToDictionary(group => group.Key, group => by[group.Key] - group.Last().Score, StringComparer.Ordinal)));
    }
}
