using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>A rule of a scheme, evaluated for a client.</summary>
/// <param name="Segment">The segment it lets into.</param>
/// <param name="Rule">The rule as text; <c>otherwise</c> for the segment that takes everyone left.</param>
/// <param name="Explanation">Its clauses with their values; <see langword="null"/> for <c>otherwise</c>.</param>
public sealed record ExplainedRule(Segment Segment, string Rule, RuleExplanation? Explanation);

/// <summary>Why a client is in a segment of a scheme, or in none.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Segment">The segment stored for the day; <see langword="null"/> for none.</param>
/// <param name="Since">The day the membership began.</param>
/// <param name="Reasons">Why, with the numbers of the day it began; and, where hysteresis keeps the client, what the values of the day alone would say.</param>
/// <param name="Rules">Every rule up to the one that decides, evaluated anew for the day; none for a ranking. Scores and matrices are shown as the rules that say the same.</param>
public sealed record SegmentExplanation(Scheme Scheme, Segment? Segment, DateOnly? Since, IReadOnlyList<Reason> Reasons, IReadOnlyList<ExplainedRule> Rules)
{
    /// <summary>Whether the client is in the scheme's population, clause by clause; <see langword="null"/> when everybody is.</summary>
    public RuleExplanation? Population { get; init; }
}

/// <summary>What would have to change for a client to enter a segment, or to leave the one it is in.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Segment">The segment asked for.</param>
/// <param name="IsMember">Whether the values of the day put the client there already; the changes then lead out of it.</param>
/// <param name="Changes">For each value that suffices alone, its smallest change; the smallest of all first. Empty when no single change suffices.</param>
/// <param name="Refusal">Why there are no changes; <see langword="null"/> when there are.</param>
public sealed record SegmentCounterfactual(Scheme Scheme, Segment Segment, bool IsMember, IReadOnlyList<SegmentChange> Changes, Reason? Refusal);

/// <summary>The smallest change of one measure or attribute that leads elsewhere, all others as they are.</summary>
/// <param name="Name">The measure or attribute.</param>
/// <param name="Title">What people read.</param>
/// <param name="From">Its value on the day.</param>
/// <param name="To">The value that suffices: to a whole number for counts and days, to a hundredth for money, to a ten-thousandth otherwise.</param>
/// <param name="Leads">The segment the client would then be in; <see langword="null"/> for none.</param>
/// <param name="Size">How large the change is, relative to the larger of the two values: 0 to 2; 1 where there is nothing to measure it by.</param>
public sealed record SegmentChange(string Name, LocalizedText Title, RuleValue From, RuleValue To, Segment? Leads, decimal Size)
{
    /// <summary>The change as a sentence.</summary>
    public LocalizedText Text => new(
        $"{Title.En} ({Name}) from {From} to {To}: then {(Leads is null ? "in no segment" : $"'{Leads.Title.En}'")}.",
        $"“{Title.Zh}”({Name})由 {(From.IsMissing ? "缺失" : From)} 变为 {To}，即{(Leads is null ? "不属于任何细分" : $"归入“{Leads.Title.Zh}”")}。");
}
