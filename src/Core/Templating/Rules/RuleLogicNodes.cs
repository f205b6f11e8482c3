namespace Clientele.Templating;

/// <summary><c>&amp;&amp;</c>: fails as soon as one clause fails, whatever is unknown.</summary>
internal sealed class RuleAnd(TextSpan span, RuleNode[] clauses) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => clauses;

    public override RuleValue Evaluate(in RuleContext context) => ToValue(Test(context));

    public override RuleOutcome Test(in RuleContext context)
    {
        var result = RuleOutcome.Holds;
        foreach (var clause in clauses)
        {
            var outcome = clause.Test(context);
            if (outcome == RuleOutcome.Fails)
            {
                return RuleOutcome.Fails;
            }

            result = outcome == RuleOutcome.Unknown ? RuleOutcome.Unknown : result;
        }

        return result;
    }

    public override MovingValue Move(in RuleContext context) => RuleClauses.Move(this, context, clauses, RuleOutcome.Fails);

    public override RuleExplanation Explain(in RuleContext context, IReadOnlyList<string> names) =>
        RuleClauses.Explain(this, context, names, clauses);

    public override RuleValueKind Kind(RuleTyping typing) => RuleClauses.Kind(typing, clauses);
}

/// <summary><c>||</c>: holds as soon as one clause holds, whatever is unknown.</summary>
internal sealed class RuleOr(TextSpan span, RuleNode[] clauses) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => clauses;

    public override RuleValue Evaluate(in RuleContext context) => ToValue(Test(context));

    public override RuleOutcome Test(in RuleContext context)
    {
        var result = RuleOutcome.Fails;
        foreach (var clause in clauses)
        {
            var outcome = clause.Test(context);
            if (outcome == RuleOutcome.Holds)
            {
                return RuleOutcome.Holds;
            }

            result = outcome == RuleOutcome.Unknown ? RuleOutcome.Unknown : result;
        }

        return result;
    }

    public override MovingValue Move(in RuleContext context) => RuleClauses.Move(this, context, clauses, RuleOutcome.Holds);

    public override RuleExplanation Explain(in RuleContext context, IReadOnlyList<string> names) =>
        RuleClauses.Explain(this, context, names, clauses);

    public override RuleValueKind Kind(RuleTyping typing) => RuleClauses.Kind(typing, clauses);
}

/// <summary><c>!</c>: what is unknown stays unknown.</summary>
internal sealed class RuleNot(TextSpan span, RuleNode clause) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [clause];

    public override RuleValue Evaluate(in RuleContext context) => ToValue(Test(context));

    public override RuleOutcome Test(in RuleContext context) => clause.Test(context) switch
    {
        RuleOutcome.Holds => RuleOutcome.Fails,
        RuleOutcome.Fails => RuleOutcome.Holds,
        _ => RuleOutcome.Unknown,
    };

    public override RuleExplanation Explain(in RuleContext context, IReadOnlyList<string> names) =>
        RuleClauses.Explain(this, context, names, [clause]);

    public override RuleValueKind Kind(RuleTyping typing) => RuleClauses.Kind(typing, [clause]);
}

/// <summary>What the clauses that join others have in common.</summary>
internal static class RuleClauses
{
    public static RuleValueKind Kind(RuleTyping typing, ReadOnlySpan<RuleNode> clauses)
    {
        foreach (var clause in clauses)
        {
            typing.Expect(clause, RuleValueKind.Flag);
        }

        return RuleValueKind.Flag;
    }

    /// <summary>As long as one clause decides, the others may do what they like.</summary>
    public static MovingValue Move(RuleNode node, in RuleContext context, RuleNode[] clauses, RuleOutcome decides)
    {
        var steady = int.MaxValue;
        foreach (var clause in clauses)
        {
            var moving = clause.Move(context);
            if (moving.Outcome == decides)
            {
                return moving;
            }

            steady = Math.Min(steady, moving.Steady);
        }

        return new(node.Evaluate(context), steady);
    }

    public static RuleExplanation Explain(RuleNode node, in RuleContext context, IReadOnlyList<string> names, RuleNode[] clauses)
    {
        var parts = new RuleExplanation[clauses.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = clauses[i].Explain(context, names);
        }

        return new RuleExplanation(context.Source.Slice(node.Span), node.Test(context), [], parts);
    }
}
