namespace Clientele.Analysis.Indicators;

/// <summary>What to do with a strategy next year.</summary>
public enum StrategyDecision
{
    /// <summary>There are no data to decide by.</summary>
    Undecided,

    /// <summary>Go on with it.</summary>
    Keep,

    /// <summary>Go on with it, revised.</summary>
    Improve,

    /// <summary>Put another in its place.</summary>
    Replace,
}

/// <summary>A person's decision in place of the rule's.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Author">Who decided.</param>
/// <param name="Reason">Why; an override without a reason is refused.</param>
public sealed record DecisionOverride(StrategyDecision Decision, string Author, string Reason);

/// <summary>A strategy of the year's plan and what it came to.</summary>
/// <param name="Name">Which.</param>
/// <param name="Goal">The metric it is measured by.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Before">The metric before; <see langword="null"/> when it is not known.</param>
/// <param name="After">The metric after; <see langword="null"/> when it is not known.</param>
/// <param name="ControlBefore">The metric before where the strategy was not applied; <see langword="null"/> without such clients.</param>
/// <param name="ControlAfter">The metric after where it was not applied.</param>
/// <param name="Override">A person's decision; none by default.</param>
public sealed record StrategyYear(string Name, string Goal, string Owner, double? Before, double? After, double? ControlBefore = null, double? ControlAfter = null, DecisionOverride? Override = null)
{
    /// <summary>The effect: the change, less the change where it was not applied (difference in differences) when that is known. It is no proof of a cause.</summary>
    public Finding<double> Effect =>
        After - Before - ((ControlAfter - ControlBefore) ?? 0) is { } effect && double.IsFinite(effect)
            ? Finding.Of(effect)
            : Finding.Refused<double>("no_effect_known", new("The metric was not measured before and after.", "实施前后未测量该指标。"));
}

/// <summary>A strategy with the decision on it.</summary>
/// <param name="Strategy">Which.</param>
/// <param name="Decision">What to do.</param>
/// <param name="ByRule">What the rule says; differs from the decision where a person decided.</param>
public sealed record StrategyVerdict(StrategyYear Strategy, StrategyDecision Decision, StrategyDecision ByRule);

/// <summary>A line of next year's draft plan.</summary>
/// <param name="Name">The strategy it carries on or revises; empty for a slot to be filled.</param>
/// <param name="From">The decision it comes from.</param>
public sealed record PlanDraftLine(string Name, StrategyDecision From);

/// <summary>The review at the end of a year: keep, improve or replace.</summary>
public static class StrategyReview
{
    /// <summary>Decides on each strategy: keep from the upper cut on, improve from the lower, replace below.</summary>
    /// <param name="strategies">The strategies.</param>
    /// <param name="keepFrom">The effect from which a strategy is kept.</param>
    /// <param name="improveFrom">The effect from which it is improved; not above the other cut.</param>
    /// <returns>The verdicts in the order given, or why there are none: an override without an author or a reason, or cuts the wrong way round.</returns>
    public static Finding<IReadOnlyList<StrategyVerdict>> Decide(IReadOnlyList<StrategyYear> strategies, double keepFrom, double improveFrom)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        return improveFrom > keepFrom ? Finding.Refused<IReadOnlyList<StrategyVerdict>>("cuts_descend", new("The cut for keeping must not be below the cut for improving.", "“坚持”的分界值不应低于“改进”的分界值。"))
            : strategies.Any(strategy => strategy.Override is { } decided && (string.IsNullOrWhiteSpace(decided.Author) || string.IsNullOrWhiteSpace(decided.Reason)))
                ? Finding.Refused<IReadOnlyList<StrategyVerdict>>("override_without_reason", new("An override needs an author and a reason.", "人工决定须注明决定人和理由。"))
            : Finding.Of<IReadOnlyList<StrategyVerdict>>([.. strategies.Select(strategy =>
            {
                var rule = strategy.Effect is not { IsKnown: true, Value: var effect } ? StrategyDecision.Undecided
                    : effect >= keepFrom ? StrategyDecision.Keep : effect >= improveFrom ? StrategyDecision.Improve : StrategyDecision.Replace;
                return new StrategyVerdict(strategy, strategy.Override?.Decision ?? rule, rule);
            })]);
    }

    /// <summary>Drafts next year's plan from the verdicts: a kept strategy as it is, an improved one to be revised, a slot for each replaced one. An undecided one is carried on to be measured.</summary>
    /// <param name="verdicts">The verdicts.</param>
    /// <returns>The lines of the draft.</returns>
    public static IReadOnlyList<PlanDraftLine> Draft(IReadOnlyList<StrategyVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return [.. verdicts.Select(verdict => new PlanDraftLine(verdict.Decision == StrategyDecision.Replace ? "" : verdict.Strategy.Name, verdict.Decision))];
    }
}
