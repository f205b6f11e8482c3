using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>The one gate that every letter passes before it is rendered. It asks all guards; what a guard cannot decide, it refuses.</summary>
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

    /// <summary>Asks every guard about a letter.</summary>
    /// <param name="facts">The letter.</param>
    /// <param name="overrides">Decisions of those who may override a guard; the others are ignored, so that a refusal stays a refusal.</param>
    /// <returns>Who refuses and why, or the letter that passed.</returns>
    public GateResult Check(LetterFacts facts, params IReadOnlyList<GuardOverride> overrides)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(overrides);
        var refusals = new List<GuardRefusal>();
        var overridden = new List<GuardOverride>();
        foreach (var (guard, rule) in _guards)
        {
            if (Refusal(guard, rule, facts) is not { } refusal)
            {
                continue;
            }

            if (overrides.FirstOrDefault(decision => Overrides(decision, guard)) is { } decision)
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
        var values = new GuardFacts(facts, rule.Names);
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
