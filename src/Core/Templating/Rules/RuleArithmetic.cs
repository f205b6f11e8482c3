namespace Clientele.Templating;

/// <summary>Arithmetic on exact numbers and days, and joining of text. Missing stays missing, and so does division by zero.</summary>
internal sealed class RuleArithmetic(TextSpan span, RuleNode left, BinaryOperator op, RuleNode right) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [left, right];

    public override RuleValue Evaluate(in RuleContext context)
    {
        var (a, b) = (left.Evaluate(context), right.Evaluate(context));
        if (a.IsMissing || b.IsMissing)
        {
            return RuleValue.Missing;
        }

        try
        {
            return Compute(context, a, b);
        }
        catch (OverflowException)
        {
            throw context.Fail(Span, "The result is too large.");
        }
        catch (ArgumentOutOfRangeException)
        {
            throw context.Fail(Span, "The day is out of range.");
        }
    }

    /// <summary>Sums, and products and quotients with what stays, move evenly; of anything else that moves nothing is certain.</summary>
    public override MovingValue Move(in RuleContext context)
    {
        var (a, b) = (left.Move(context), right.Move(context));
        var steady = Math.Min(a.Steady, b.Steady);
        var value = Evaluate(context);
        if (a.Motion.Slope == 0 && b.Motion.Slope == 0)
        {
            return new(value, steady);
        }

        try
        {
            var slope = value.Kind != RuleValueKind.Number ? (decimal?)null : op switch
            {
                BinaryOperator.Add => a.Motion.Slope + b.Motion.Slope,
                BinaryOperator.Subtract => a.Motion.Slope - b.Motion.Slope,
                BinaryOperator.Multiply when b.Motion.Slope == 0 => a.Motion.Slope * b.Value.Number,
                BinaryOperator.Multiply when a.Motion.Slope == 0 => a.Value.Number * b.Motion.Slope,
                BinaryOperator.Divide when b.Motion.Slope == 0 => a.Motion.Slope / b.Value.Number,
                _ => null,
            };
            return slope is { } known ? new(value, new RuleMotion(known, steady)) : new(value, 0);
        }
        catch (OverflowException)
        {
            return new(value, 0);
        }
    }

    public override RuleValueKind Kind(RuleTyping typing)
    {
        var (a, b) = (left.Kind(typing), right.Kind(typing));
        switch (op, a, b)
        {
            case (BinaryOperator.Add, RuleValueKind.Text, _) or (BinaryOperator.Add, _, RuleValueKind.Text):
                return RuleValueKind.Text;
            case (_, RuleValueKind.Missing, _) or (_, _, RuleValueKind.Missing):
                return RuleValueKind.Missing;
            case (_, RuleValueKind.Number, RuleValueKind.Number) or (BinaryOperator.Subtract, RuleValueKind.Date, RuleValueKind.Date):
                return RuleValueKind.Number;
            case (BinaryOperator.Add or BinaryOperator.Subtract, RuleValueKind.Date, RuleValueKind.Number):
                return RuleValueKind.Date;
            default:
                typing.Report(Span, $"Nothing can be computed from {RuleTyping.Title(a)} and {RuleTyping.Title(b)}.");
                return RuleValueKind.Missing;
        }
    }

    private RuleValue Compute(in RuleContext context, in RuleValue a, in RuleValue b)
    {
        if (a.Kind == RuleValueKind.Number && b.Kind == RuleValueKind.Number)
        {
            return op switch
            {
                BinaryOperator.Add => RuleValue.Of(a.Number + b.Number),
                BinaryOperator.Subtract => RuleValue.Of(a.Number - b.Number),
                BinaryOperator.Multiply => RuleValue.Of(a.Number * b.Number),
                _ when b.Number == 0 => RuleValue.Missing,
                BinaryOperator.Divide => RuleValue.Of(a.Number / b.Number),
                BinaryOperator.DivideRound => RuleValue.Of(decimal.Truncate(a.Number / b.Number)),
                _ => RuleValue.Of(a.Number % b.Number),
            };
        }

        return (op, a.Kind, b.Kind) switch
        {
            (BinaryOperator.Subtract, RuleValueKind.Date, RuleValueKind.Date) => RuleValue.Of((decimal)(a.Date.DayNumber - b.Date.DayNumber)),
            (BinaryOperator.Add, RuleValueKind.Date, RuleValueKind.Number) => RuleValue.Of(a.Date.AddDays((int)b.Number)),
            (BinaryOperator.Subtract, RuleValueKind.Date, RuleValueKind.Number) => RuleValue.Of(a.Date.AddDays(-(int)b.Number)),
            (BinaryOperator.Add, RuleValueKind.Text, _) or (BinaryOperator.Add, _, RuleValueKind.Text) => RuleValue.Of(a.ToString() + b),
            _ => throw context.Fail(Span, $"Nothing can be computed from {a} and {b}."),
        };
    }
}

internal sealed class RuleNegation(TextSpan span, RuleNode operand) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [operand];

    public override RuleValue Evaluate(in RuleContext context)
    {
        var value = operand.Evaluate(context);
        return value.Kind switch
        {
            RuleValueKind.Missing => value,
            RuleValueKind.Number => RuleValue.Of(-value.Number),
            _ => throw context.Fail(Span, $"A sign needs a number, not {value}."),
        };
    }

    public override RuleValueKind Kind(RuleTyping typing)
    {
        typing.Expect(operand, RuleValueKind.Number);
        return RuleValueKind.Number;
    }
}
