namespace Clientele.Templating;

internal sealed class RuleConstant(TextSpan span, RuleValue value, bool isNull = false) : RuleNode(span)
{
    public RuleValue Value { get; } = value;

    public bool IsNull { get; } = isNull;

    public override RuleValue Evaluate(in RuleContext context) => Value;

    public override RuleValueKind Kind(RuleTyping typing) => Value.Kind;
}

internal sealed class RuleFact(TextSpan span, int index, string name) : RuleNode(span)
{
    public string Name => name;

    public int Index => index;

    public override bool Reads(int name) => name == index;

    public override RuleValueKind Kind(RuleTyping typing) => typing.Name(name, Span)?.Kind ?? RuleValueKind.Missing;

    public override RuleValue Evaluate(in RuleContext context) => context.Facts.Get(index);

    public override MovingValue Move(in RuleContext context) => new(context.Facts.Get(index), ((IMovingFacts)context.Facts).Motion(index));

    protected override void Read(in RuleContext context, IReadOnlyList<string> names, List<RuleOperand> operands)
    {
        if (!operands.Exists(o => o.Name == names[index]))
        {
            operands.Add(new RuleOperand(names[index], context.Facts.Get(index)));
        }
    }
}

internal sealed class RuleList(TextSpan span, RuleNode[] items) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => items;

    public override RuleValue Evaluate(in RuleContext context)
    {
        var texts = new string[items.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var item = items[i].Evaluate(context);
            if (item.IsMissing)
            {
                return RuleValue.Missing;
            }

            texts[i] = item.ToString();
        }

        return RuleValue.Of(texts);
    }

    public override RuleValueKind Kind(RuleTyping typing)
    {
        base.Kind(typing);
        return RuleValueKind.List;
    }
}

internal sealed class RuleCoalesce(TextSpan span, RuleNode left, RuleNode right, bool inverted) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [left, right];

    public override RuleValue Evaluate(in RuleContext context)
    {
        var value = left.Evaluate(context);
        return value.IsMissing == inverted ? value : right.Evaluate(context);
    }

    public override MovingValue Move(in RuleContext context)
    {
        var value = left.Move(context);
        return value.Value.IsMissing == inverted ? value : right.Move(context).AtMost(value.Steady);
    }

    public override RuleValueKind Kind(RuleTyping typing) => RuleAlternatives.Kind(typing, this, left, right);
}

internal sealed class RuleConditional(TextSpan span, RuleNode condition, RuleNode whenTrue, RuleNode whenFalse) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [condition, whenTrue, whenFalse];

    public override RuleValue Evaluate(in RuleContext context) => condition.Test(context) switch
    {
        RuleOutcome.Holds => whenTrue.Evaluate(context),
        RuleOutcome.Fails => whenFalse.Evaluate(context),
        _ => RuleValue.Missing,
    };

    public override MovingValue Move(in RuleContext context)
    {
        var chosen = condition.Move(context);
        return chosen.Outcome switch
        {
            RuleOutcome.Holds => whenTrue.Move(context).AtMost(chosen.Steady),
            RuleOutcome.Fails => whenFalse.Move(context).AtMost(chosen.Steady),
            _ => new(RuleValue.Missing, chosen.Steady),
        };
    }

    public override RuleValueKind Kind(RuleTyping typing)
    {
        typing.Expect(condition, RuleValueKind.Flag);
        return RuleAlternatives.Kind(typing, this, whenTrue, whenFalse);
    }
}

/// <summary>The kind of what is one of two: both must be the same, or one unknown.</summary>
internal static class RuleAlternatives
{
    public static RuleValueKind Kind(RuleTyping typing, RuleNode node, RuleNode first, RuleNode second)
    {
        var (one, other) = (first.Kind(typing), second.Kind(typing));
        if (one == RuleValueKind.Missing || other == RuleValueKind.Missing || one == other)
        {
            return one == RuleValueKind.Missing ? other : one;
        }

        typing.Report(node.Span, $"This gives {RuleTyping.Title(one)} or {RuleTyping.Title(other)}; both must be of one kind.");
        return RuleValueKind.Missing;
    }
}
