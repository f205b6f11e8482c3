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

    /// <summary>Turns where the difference of two numbers meets zero. One step is left out before it, in which divisions may round.</summary>
    public override MovingValue Move(in RuleContext context)
    {
        var (a, b) = (left.Move(context), right.Move(context));
        var steady = Math.Min(a.Steady, b.Steady);
        var slope = a.Motion.Slope - b.Motion.Slope;
        var asksForNothing = left is RuleConstant { IsNull: true } || right is RuleConstant { IsNull: true };
        if (!asksForNothing && (a.Motion.Slope != 0 || b.Motion.Slope != 0))
        {
            steady = a.Value.Kind == RuleValueKind.Number && b.Value.Kind == RuleValueKind.Number ? Math.Min(steady, Turns(a.Value.Number, b.Value.Number, slope)) : 0;
        }

        return new(Evaluate(context), steady);
    }

    /// <summary>The two sides, for finding what would turn the comparison.</summary>
    public (RuleNode Left, RuleNode Right) Sides => (left, right);

    public override RuleValueKind Kind(RuleTyping typing)
    {
        var (a, b) = (left.Kind(typing), right.Kind(typing));
        if (a == RuleValueKind.Missing || b == RuleValueKind.Missing)
        {
            return RuleValueKind.Flag;
        }

        var order = op is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        var isDay = (a, b) switch
        {
            (RuleValueKind.Date, RuleValueKind.Text) => IsDay(right),
            (RuleValueKind.Text, RuleValueKind.Date) => IsDay(left),
            _ => false,
        };
        if (!isDay && (a != b || (order && a is RuleValueKind.Flag or RuleValueKind.List)))
        {
            typing.Report(Span, $"{Upper(RuleTyping.Title(a))} cannot be compared with {RuleTyping.Title(b)}{(a == b ? " in this way" : "")}.");
        }

        Choice(typing, left, right);
        Choice(typing, right, left);
        return RuleValueKind.Flag;
    }

    private static int Turns(decimal a, decimal b, decimal slope)
    {
        const decimal fine = 1e-20m;
        if (slope == 0)
        {
            return int.MaxValue;
        }

        try
        {
            var difference = a - b;
            if (difference == 0 || Math.Abs(slope) < fine * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))))
            {
                return 0;
            }

            var steps = -difference / slope;
            return steps < 0 ? int.MaxValue : (int)Math.Clamp(decimal.Floor(steps) - 1, 0, int.MaxValue);
        }
        catch (OverflowException)
        {
            return 0;
        }
    }

    // A constant must be a day; what a name holds is known only later.
    private static bool IsDay(RuleNode text) => text is not RuleConstant constant || DateOnly.TryParseExact(constant.Value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static void Choice(RuleTyping typing, RuleNode name, RuleNode value)
    {
        if (name is RuleFact fact && value is RuleConstant { IsNull: false } constant
            && typing.Name(fact.Name, fact.Span) is { Choices.Count: > 0 } known && !known.Choices.Contains(constant.Value.Text, StringComparer.Ordinal))
        {
            typing.Report(constant.Span, $"`{fact.Name}` is never '{constant.Value}'; it is one of {string.Join(", ", known.Choices)}.");
        }
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
