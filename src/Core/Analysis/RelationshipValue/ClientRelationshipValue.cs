namespace Clientele.Analysis.RelationshipValue;

/// <summary>What a client is worth to the firm, past and future brought to today.</summary>
/// <param name="History">What the relation brought so far less what winning and keeping it cost, compounded to today.</param>
/// <param name="Future">What it is expected to bring, discounted and weighted with the probability that it lasts.</param>
/// <param name="Period">The length of the periods of the flow.</param>
/// <param name="Notes">What a reader must know: that a part is a loss.</param>
/// <remarks>A balance of the firm's, which may be negative and then says so; what a client will bring, the lifetime value proper, is refused instead of negative (<see cref="RetentionValue"/>, <see cref="MigrationModel"/>). Not to be confused with what the firm is worth to the client (<see cref="PerceivedValue.CustomerPerceivedValue"/>).</remarks>
public sealed record ClientRelationshipValue(decimal History, decimal Future, PeriodUnit Period, IReadOnlyList<Reason> Notes)
{
    /// <summary>History and future together.</summary>
    public decimal Total => History + Future;

    /// <summary>RV = −A(1+d)^H + Σ(Q·m − C)(1+d)^(H−t) + Σ r^k (Q·m − C)/(1+d)^k, to the cent.</summary>
    /// <param name="flow">The cash flow.</param>
    /// <returns>The value, or why there is none.</returns>
    public static Finding<ClientRelationshipValue> Of(RelationshipFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.Refusal() is { } reason
            ? Finding.Refused<ClientRelationshipValue>(reason)
            : Computed.Exactly(() => Finding.Of(Compute(flow)));
    }

    /// <summary>How the value answers to its assumptions: each changed by itself, up and down.</summary>
    /// <param name="flow">The cash flow.</param>
    /// <returns>A row for retention ± 5 points, discount ± 2 points, margin and volume ± 10 %; a change that leaves the range of an assumption stops at its end.</returns>
    public static IReadOnlyList<Sensitivity> Sensitivities(RelationshipFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var now = Of(flow);
        Sensitivity Row(string assumption, LocalizedText title, Func<decimal, RelationshipFlow> changed) => now.IsKnown ? new(assumption, title, Of(changed(-1)), Of(changed(1))) : new(assumption, title, now, now);
        return
        [
            Row("retention", new("Retention ± 5 points", "保留率±5个百分点"), sign => flow with { Retention = Math.Clamp(flow.Retention + (sign * 0.05m), 0, 1) }),
            Row("discount", new("Discount ± 2 points", "贴现率±2个百分点"), sign => flow with { Discount = Math.Clamp(flow.Discount + (sign * 0.02m), 0, 1) }),
            Row("margin", new("Margin ± 10 %", "利润率±10%"), sign => flow with { Expected = flow.Expected with { Margin = Math.Clamp(flow.Expected.Margin * (1 + (sign * 0.1m)), -1, 1) } }),
            Row("volume", new("Volume ± 10 %", "购买量±10%"), sign => flow with { Expected = flow.Expected with { Volume = flow.Expected.Volume * (1 + (sign * 0.1m)) } }),
        ];
    }

    private static ClientRelationshipValue Compute(RelationshipFlow flow)
    {
        decimal growth = 1 + flow.Discount, history = -flow.AcquisitionCost, future = 0, weight = 1;
        foreach (var period in flow.History)
        {
            history = (history * growth) + period.Net;
        }

        for (var k = 0; k < flow.Horizon; k++)
        {
            weight *= flow.Retention / growth;
            future += weight * flow.Expected.Net;
        }

        history = Math.Round(history, 2, MidpointRounding.AwayFromZero);
        future = Math.Round(future, 2, MidpointRounding.AwayFromZero);
        return new(history, future, flow.Period, future < 0 ? [LifetimeAmount.LossMaking(future)] : history + future < 0 ? [NotEarnedBack] : []);
    }

    private static Reason NotEarnedBack => new("not_earned_back", new(
        "The relation has not yet earned back what it cost.",
        "该客户关系尚未收回已投入的成本。"));
}

/// <summary>How a value answers to one assumption.</summary>
/// <param name="Assumption">A stable name of the assumption.</param>
/// <param name="Title">What people read.</param>
/// <param name="Down">The value with the assumption lowered.</param>
/// <param name="Up">The value with the assumption raised.</param>
public sealed record Sensitivity(string Assumption, LocalizedText Title, Finding<ClientRelationshipValue> Down, Finding<ClientRelationshipValue> Up);
