namespace Clientele.Templating;

/// <summary>Finds the values of one name at which comparisons turn, by looking at each comparison with every other value held.</summary>
internal sealed class RuleTurningPoints(SourceText source, int name, IRuleFacts facts)
{
    private const int MostSteps = 60;
    private const decimal Exact = 0.000_000_000_001m;

    private readonly List<RuleValue> _found = [];

    public IReadOnlyList<RuleValue> Found => _found;

    public void Visit(RuleNode node)
    {
        if (!node.Reads(name))
        {
            return;
        }

        switch (node)
        {
            case RuleComparison comparison:
                Compare(comparison.Sides.Left, comparison.Sides.Right);
                break;
            case RuleCall call:
                Constants(call);
                break;
        }

        foreach (var part in node.Parts)
        {
            Visit(part);
        }
    }

    private void Compare(RuleNode left, RuleNode right)
    {
        var (fact, other) = left is RuleFact ? (left, right) : (right, left);
        if (fact is RuleFact && !other.Reads(name))
        {
            Add(Try(other, facts.Get(name)));
            return;
        }

        // From the value as it is, and, where the difference is flat there, from nothing.
        var current = facts.Get(name) is { Kind: RuleValueKind.Number } known ? known.Number : 0;
        if ((Solve(left, right, current) ?? Solve(left, right, 0)) is { } root)
        {
            Add(RuleValue.Of(root));
        }
    }

    // Membership in a list, or the argument of a text function: what is written there is what the name could be.
    private void Constants(RuleNode call)
    {
        foreach (var part in call.Parts)
        {
            if (part is RuleConstant { IsNull: false } constant)
            {
                Add(constant.Value);
            }
            else if (part is RuleList && !part.Reads(name))
            {
                foreach (var item in Try(part, facts.Get(name)).List)
                {
                    Add(RuleValue.Of(item));
                }
            }
        }
    }

    private void Add(in RuleValue value)
    {
        if (!value.IsMissing && !_found.Contains(value))
        {
            _found.Add(value);
        }
    }

    // The secant meets a linear difference in one step, and a smooth one in a few.
    private decimal? Solve(RuleNode left, RuleNode right, decimal a)
    {
        var b = a + 1;
        var (atA, atB) = (Difference(left, right, a), Difference(left, right, b));
        try
        {
            for (var step = 0; step < MostSteps && atA is { } high && atB is { } low && high != low; step++)
            {
                if (Math.Abs(low) <= Exact)
                {
                    return b;
                }

                var next = b - (low * ((b - a) / (low - high)));
                (a, atA, b) = (b, atB, next);
                atB = Difference(left, right, next);
            }
        }
        catch (OverflowException)
        {
            return null;
        }

        return atB is { } end && Math.Abs(end) <= Exact ? b : null;
    }

    private decimal? Difference(RuleNode left, RuleNode right, decimal at)
    {
        var value = RuleValue.Of(at);
        var (one, other) = (Try(left, value), Try(right, value));
        return one.Kind == RuleValueKind.Number && other.Kind == RuleValueKind.Number ? one.Number - other.Number : null;
    }

    private RuleValue Try(RuleNode node, in RuleValue value)
    {
        try
        {
            return node.Evaluate(new RuleContext(source, new Changed(facts, name, value)));
        }
        catch (TemplateException)
        {
            return RuleValue.Missing;
        }
    }

    private sealed class Changed(IRuleFacts facts, int name, RuleValue value) : IRuleFacts
    {
        public RuleValue Get(int nameIndex) => nameIndex == name ? value : facts.Get(nameIndex);
    }
}
