namespace Clientele.Analysis.RelationshipValue;

/// <summary>The length of a period of a cash flow; rates and probabilities are per period.</summary>
public enum PeriodUnit
{
    /// <summary>A year.</summary>
    Year,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>What a client brought and cost in a period.</summary>
/// <param name="Volume">What he bought, in money.</param>
/// <param name="Margin">The part of it that remained, from −1 to 1; 0.2 is 20 %.</param>
/// <param name="RetentionCost">What keeping him cost; 0 or more.</param>
public readonly record struct RelationshipPeriod(decimal Volume, decimal Margin, decimal RetentionCost)
{
    /// <summary>What remained: volume × margin − retention cost.</summary>
    public decimal Net => (Volume * Margin) - RetentionCost;
}

/// <summary>All that the value of a relationship is computed from.</summary>
public sealed record RelationshipFlow
{
    /// <summary>What winning the client cost, at the beginning of the first period; 0 or more.</summary>
    public decimal AcquisitionCost { get; init; }

    /// <summary>The periods that were, oldest first; at most 400.</summary>
    public IReadOnlyList<RelationshipPeriod> History { get; init; } = [];

    /// <summary>What each coming period is expected to be.</summary>
    public required RelationshipPeriod Expected { get; init; }

    /// <summary>How many coming periods count, N; 0 to 400.</summary>
    public required int Horizon { get; init; }

    /// <summary>The probability of keeping the client from one period to the next, r; the client's own or his cohort's.</summary>
    public required decimal Retention { get; init; }

    /// <summary>The discount rate per period, d; 0 to 1.</summary>
    public required decimal Discount { get; init; }

    /// <summary>The length of a period.</summary>
    public required PeriodUnit Period { get; init; }

    internal Reason? Refusal()
    {
        var reason = OutOfRange.Of(
            OutOfRange.Cost("acquisition cost", "获客成本", AcquisitionCost),
            new Input(new("number of past periods", "历史期数"), History.Count, 0, 400),
            new Input(new("number of coming periods", "未来期数"), Horizon, 0, 400),
            OutOfRange.Share("retention rate", "保留率", (double)Retention),
            OutOfRange.Share("discount rate", "贴现率", (double)Discount));
        return reason ?? History.Append(Expected).Select(RefusalOf).FirstOrDefault(found => found is not null);
    }

    private static Reason? RefusalOf(RelationshipPeriod period) => OutOfRange.Of(
        OutOfRange.Amount("volume", "购买量", period.Volume),
        new Input(new("margin", "利润率"), (double)period.Margin, -1, 1),
        OutOfRange.Cost("retention cost", "保有成本", period.RetentionCost));
}
