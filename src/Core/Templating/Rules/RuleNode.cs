namespace Clientele.Templating;

/// <summary>A compiled part of a rule. Immutable.</summary>
internal abstract class RuleNode(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>The parts that are evaluated for this one, for finding what it reads.</summary>
    public virtual IReadOnlyList<RuleNode> Parts => [];

    public abstract RuleValue Evaluate(in RuleContext context);

    /// <summary>The value with what is certain about the coming steps: nothing as soon as a part moves, unless the node knows better.</summary>
    public virtual MovingValue Move(in RuleContext context)
    {
        var steady = int.MaxValue;
        foreach (var part in Parts)
        {
            steady = Math.Min(steady, part.Move(context).Motion.StillSteps);
        }

        return new(Evaluate(context), steady);
    }

    public virtual RuleOutcome Test(in RuleContext context)
    {
        var value = Evaluate(context);
        return value.Kind switch
        {
            RuleValueKind.Missing => RuleOutcome.Unknown,
            RuleValueKind.Flag => value.Flag ? RuleOutcome.Holds : RuleOutcome.Fails,
            _ => throw context.Fail(Span, $"A condition has to be true or false, not {value}.", TemplateErrorCode.NotBoolean),
        };
    }

    public virtual RuleExplanation Explain(in RuleContext context, IReadOnlyList<string> names)
    {
        var operands = new List<RuleOperand>();
        Read(context, names, operands);
        return new RuleExplanation(context.Source.Slice(Span), Test(context), operands, []);
    }

    protected virtual void Read(in RuleContext context, IReadOnlyList<string> names, List<RuleOperand> operands)
    {
        foreach (var part in Parts)
        {
            part.Read(context, names, operands);
        }
    }

    /// <summary>The kind of value it gives, as far as that is known before any client is; reports what cannot go together. Missing means that nothing is known.</summary>
    public virtual RuleValueKind Kind(RuleTyping typing)
    {
        foreach (var part in Parts)
        {
            part.Kind(typing);
        }

        return RuleValueKind.Missing;
    }

    /// <summary>Whether the value of a name is read here or below.</summary>
    public virtual bool Reads(int name) => Parts.Any(part => part.Reads(name));

    protected static RuleValue ToValue(RuleOutcome outcome) => outcome == RuleOutcome.Unknown ? RuleValue.Missing : RuleValue.Of(outcome == RuleOutcome.Holds);
}
