using Clientele.Templating;
using Clientele.Timing;

namespace Clientele.Documents;

/// <summary>The one gate that every letter and every action passes. Before rendering it asks all guards and the timing windows; after it, what the letter says. What a guard cannot decide, it refuses.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LetterGate
{
    private readonly IReadOnlyList<(Guard Guard, RuleExpression Rule)> _guards;

    /// <summary>Creates a gate.</summary>
    /// <param name="guards">The guards, in the order of registration.</param>
    /// <param name="rules">Compiles their rules.</param>
    /// <exception cref="TemplateException">A rule is not an expression; a catalogue has none of these.</exception>
    public LetterGate(IEnumerable<Guard> guards, TemplateEngine rules)
    {
        ArgumentNullException.ThrowIfNull(guards);
        ArgumentNullException.ThrowIfNull(rules);
        _guards = [.. guards.Select(guard => (guard, rules.CompileRule(guard.AllowedWhen, guard.Name)))];
    }

    /// <summary>The words that no letter may contain.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<TextGuard> TextGuards { get; init; } = [];

    /// <summary>Asks every guard about a letter, or, when the facts are of an action, every guard of its kind; and the timing windows that the facts were read with.</summary>
    /// <param name="facts">The letter.</param>
    /// <param name="overrides">Decisions of those who may override a guard; the others are ignored, so that a refusal stays a refusal.</param>
    /// <returns>Who refuses and why, or the letter that passed.</returns>
    public GateResult Check(LetterFacts facts, params IReadOnlyList<GuardOverride> overrides)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(overrides);
        var asked = _guards.Where(entry => facts.Action is { } action ? entry.Guard.Kinds.Contains(action.Kind, StringComparer.Ordinal) : entry.Guard.Kinds.Count == 0);
        return Judged(
            facts, [], overrides,
            asked.Select(entry => Refusal(entry.Guard, entry.Rule, facts)).OfType<GuardRefusal>()
                .Concat(facts.Timing?.Blocking.Select(window => TimingDesk.Refusal(facts.Timing, window)) ?? []));
    }

    /// <summary>Asks what a letter that passed says, once it is rendered.</summary>
    /// <param name="passed">The letter.</param>
    /// <param name="letter">What came out.</param>
    /// <param name="overrides">Decisions of those who may override a guard.</param>
    /// <param name="further">What others found in the text, such as a quotation that is void; none by default.</param>
    /// <returns>Who refuses and where, or the letter that passed, with everything that was overridden so far.</returns>
    public GateResult Check(PassedLetter passed, RenderedLetter letter, IReadOnlyList<GuardOverride> overrides, IReadOnlyList<GuardRefusal>? further = null)
    {
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(overrides);
        return Judged(passed.Facts, passed.Overridden, overrides, TextGuards.Select(guard => ForbiddenWords.Refusal(guard, letter)).OfType<GuardRefusal>().Concat(further ?? []));
    }

    private static GateResult Judged(LetterFacts facts, IReadOnlyList<GuardOverride> before, IReadOnlyList<GuardOverride> overrides, IEnumerable<GuardRefusal> found)
    {
        var refusals = new List<GuardRefusal>();
        var overridden = new List<GuardOverride>(before);
        foreach (var refusal in found)
        {
            if (overrides.FirstOrDefault(decision => Overrides(decision, refusal.Guard)) is { } decision)
            {
                overridden.Add(decision);
            }
            else
            {
                refusals.Add(refusal);
            }
        }

        return new GateResult(refusals, overridden, refusals.Count == 0 ? new PassedLetter(facts, overridden) : null);
    }

    private static GuardRefusal? Refusal(Guard guard, RuleExpression rule, LetterFacts facts)
    {
        var values = new GuardFacts(facts, rule.Names, guard.Kinds);
        try
        {
            return rule.Evaluate(values) == RuleOutcome.Holds ? null : new GuardRefusal(guard, RefusalReasons.Of(rule.Explain(values)));
        }
        catch (TemplateException error)
        {
            return new GuardRefusal(guard, [RefusalReasons.Of(error)]);
        }
    }

    private static bool Overrides(GuardOverride decision, Guard guard) =>
        guard.OverridableBy.Length > 0 && decision.Guard == guard.Name && decision.Role == guard.OverridableBy
        && !string.IsNullOrWhiteSpace(decision.Person) && !string.IsNullOrWhiteSpace(decision.Because);
}
