using Clientele.Storage.Projection;
using Clientele.Templating;

namespace Clientele.Matters;

/// <summary>What a requirement said about a matter on a day.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Explanation">Its rule, clause by clause, with the values it read.</param>
public sealed record RequirementAnswer(Requirement Requirement, RuleExplanation Explanation)
{
    /// <summary>Whether it is met; a rule that is unknown is not.</summary>
    public bool Met => Explanation.Outcome == RuleOutcome.Holds;
}

/// <summary>The requirements of all registered moves, compiled once for a catalogue.</summary>
internal sealed class MoveRules
{
    private readonly Dictionary<Move, IReadOnlyList<Compiled>> _moves = new(ReferenceEqualityComparer.Instance);

    public MoveRules(Catalogue catalogue)
    {
        var engine = new TemplateEngine(new TemplateOptions());
        foreach (var type in catalogue.MatterTypes.Values.Where(type => type.Moves.Any(move => move.Requires.Count > 0)))
        {
            var names = MatterNames.Of(type, catalogue.Kinds.Values, catalogue.MatterTypes.Values);
            foreach (var move in type.Moves.Where(move => move.Requires.Count > 0))
            {
                _moves[move] = [.. move.Requires.Select(requirement => Compile(engine, requirement, names))];
            }
        }
    }

    /// <summary>Whether everything that a move requires is met.</summary>
    public bool Allowed(Move move, MatterHistory history) => !_moves.TryGetValue(move, out var rules) || rules.All(rule => Holds(rule, history));

    /// <summary>What each requirement of a move says.</summary>
    public IReadOnlyList<RequirementAnswer> Ask(Move move, MatterHistory history) =>
        _moves.TryGetValue(move, out var rules) ? [.. rules.Select(rule => new RequirementAnswer(rule.Requirement, Explain(rule, history)))] : [];

    private static Compiled Compile(TemplateEngine engine, Requirement requirement, IReadOnlyDictionary<string, MatterName> names)
    {
        var rule = engine.CompileRule(requirement.Rule, "requirement");
        return new(requirement, rule, [.. rule.Names.Select(name => names.TryGetValue(name, out var known) ? known.Read : _ => RuleValue.Missing)]);
    }

    private static bool Holds(Compiled rule, MatterHistory history)
    {
        try
        {
            return rule.Rule.Evaluate(new Facts(rule.Reads, history)) == RuleOutcome.Holds;
        }
        catch (TemplateException)
        {
            return false;
        }
    }

    // A rule that met a value it cannot work with is as unknown as one without the value.
    private static RuleExplanation Explain(Compiled rule, MatterHistory history)
    {
        try
        {
            return rule.Rule.Explain(new Facts(rule.Reads, history));
        }
        catch (TemplateException)
        {
            return new RuleExplanation(rule.Rule.Text, RuleOutcome.Unknown, [], []);
        }
    }

    private sealed record Compiled(Requirement Requirement, RuleExpression Rule, IReadOnlyList<Func<MatterHistory, RuleValue>> Reads);

    private sealed class Facts(IReadOnlyList<Func<MatterHistory, RuleValue>> reads, MatterHistory history) : IRuleFacts
    {
        public RuleValue Get(int nameIndex) => reads[nameIndex](history);
    }
}
