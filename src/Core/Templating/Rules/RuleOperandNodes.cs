namespace Clientele.Templating;

internal sealed class RuleConstant(TextSpan span, RuleValue value, bool isNull = false) : RuleNode(span)
{
    public RuleValue Value { get; } = value;

    public bool IsNull { get; } = isNull;

    public override RuleValue Evaluate(in RuleContext context) => Value;
}

internal sealed class RuleFact(TextSpan span, int index) : RuleNode(span)
{
    public override RuleValue Evaluate(in RuleContext context) => context.Facts.Get(index);

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
}

internal sealed class RuleCoalesce(TextSpan span, RuleNode left, RuleNode right, bool inverted) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [left, right];

    public override RuleValue Evaluate(in RuleContext context)
    {
        var value = left.Evaluate(context);
        return value.IsMissing == inverted ? value : right.Evaluate(context);
    }
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
}
