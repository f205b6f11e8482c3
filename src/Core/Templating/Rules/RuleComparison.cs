using System.Globalization;

namespace Clientele.Templating;

/// <summary>A comparison. With something missing it is unknown, unless it asks for exactly that with <c>== null</c>.</summary>
internal sealed class RuleComparison(TextSpan span, RuleNode left, BinaryOperator op, RuleNode right) : RuleNode(span)
{
    public override IReadOnlyList<RuleNode> Parts => [left, right];

    public override RuleValue Evaluate(in RuleContext context) => ToValue(Test(context));

    public override RuleOutcome Test(in RuleContext context)
    {
        var (a, b) = (left.Evaluate(context), right.Evaluate(context));
        if (left is RuleConstant { IsNull: true } || right is RuleConstant { IsNull: true })
        {
            return Outcome(op switch
            {
                BinaryOperator.Equal => a.IsMissing && b.IsMissing,
                BinaryOperator.NotEqual => !(a.IsMissing && b.IsMissing),
                _ => false,
            });
        }

        if (a.IsMissing || b.IsMissing)
        {
            return RuleOutcome.Unknown;
        }

        (a, b) = (AsDate(a, b), AsDate(b, a));
        return op switch
        {
            BinaryOperator.Equal => Outcome(a == b),
            BinaryOperator.NotEqual => Outcome(a != b),
            _ => Outcome(Order(context, a, b)),
        };
    }

    private static RuleOutcome Outcome(bool holds) => holds ? RuleOutcome.Holds : RuleOutcome.Fails;

    // Text beside a day is read as one, so that a rule can name a day.
    private static RuleValue AsDate(in RuleValue value, in RuleValue other) =>
        value.Kind == RuleValueKind.Text && other.Kind == RuleValueKind.Date
        && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? RuleValue.Of(date)
            : value;

    private bool Order(in RuleContext context, in RuleValue a, in RuleValue b)
    {
        if (a.Kind != b.Kind || a.Kind is not (RuleValueKind.Number or RuleValueKind.Text or RuleValueKind.Date))
        {
            throw context.Fail(Span, $"{a} and {b} have no order.");
        }

        var order = a.Kind switch
        {
            RuleValueKind.Number => a.Number.CompareTo(b.Number),
            RuleValueKind.Date => a.Date.CompareTo(b.Date),
            _ => string.CompareOrdinal(a.Text, b.Text),
        };
        return op switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
