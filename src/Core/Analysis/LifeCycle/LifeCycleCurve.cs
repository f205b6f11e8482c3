namespace Clientele.Analysis.LifeCycle;

/// <summary>A stage of a relationship: F. R. Dwyer, P. H. Schurr and S. Oh, Developing buyer-seller relationships, 1987.</summary>
public enum LifeStage
{
    /// <summary>Getting to know each other: no trend yet.</summary>
    Exploration,

    /// <summary>Growing.</summary>
    Development,

    /// <summary>Steady.</summary>
    Stability,

    /// <summary>Shrinking.</summary>
    Decline,
}

/// <summary>When a stage is told.</summary>
/// <param name="Change">The relative change per period beyond which a relationship grows or shrinks, above 0; 0.15 by default.</param>
/// <param name="Confirmations">How many periods in a row must say the same before the stage changes, at least 1; 1 by default.</param>
/// <param name="StablePeriods">How long a stable stage should last at least; 3 by default, in years.</param>
public sealed record LifeCycleRules(double Change = 0.15, int Confirmations = 1, int StablePeriods = 3);

/// <summary>What a relationship is read from, such as volume, profit, frequency or engagement.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Weight">How much it counts; above 0.</param>
/// <param name="Periods">Its values per period, the oldest first; not negative.</param>
public sealed record LifeSignal(string Name, double Weight, IReadOnlyList<double> Periods);

/// <summary>A period of the curve.</summary>
/// <param name="Index">The period, from 0.</param>
/// <param name="Value">The value of the first signal.</param>
/// <param name="Change">The weighted relative change of all signals; <see langword="null"/> where none can be computed (the first period, or from nothing).</param>
/// <param name="Stage">The stage.</param>
public sealed record LifePoint(int Index, double Value, double? Change, LifeStage Stage);

/// <summary>The life cycle of a relationship so far.</summary>
/// <param name="Points">The curve.</param>
/// <param name="Stages">The stages in turn, with how many periods each lasted.</param>
/// <param name="Diagnosis">What is wrong with it, in words; empty when nothing is.</param>
public sealed record LifeCycleCurve(IReadOnlyList<LifePoint> Points, IReadOnlyList<(LifeStage Stage, int Periods)> Stages, IReadOnlyList<Reason> Diagnosis)
{
    /// <summary>The stage now.</summary>
    public LifeStage Current => Points[^1].Stage;

    /// <summary>Reads the life cycle from one signal.</summary>
    /// <param name="periods">The values per period, the oldest first; not negative, at least two.</param>
    /// <param name="rules">When a stage is told; the defaults when left out.</param>
    /// <returns>The curve, or why there is none.</returns>
    public static Finding<LifeCycleCurve> Of(IReadOnlyList<double> periods, LifeCycleRules? rules = null) => Of([new LifeSignal("value", 1, periods)], rules);

    /// <summary>Reads the life cycle from several signals.</summary>
    /// <param name="signals">The signals, of the same periods; the first is drawn.</param>
    /// <param name="rules">When a stage is told; the defaults when left out.</param>
    /// <returns>The curve, or why there is none. A rise that fell back in the next period (<see cref="UpliftKind.Pulse"/>) is no development.</returns>
    public static Finding<LifeCycleCurve> Of(IReadOnlyList<LifeSignal> signals, LifeCycleRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(signals);
        rules ??= new LifeCycleRules();
        return Refusal(signals, rules) is { } reason
            ? Finding.Refused<LifeCycleCurve>(reason)
            : Finding.Of(StageReading.Read(signals, rules));
    }

    private static Reason? Refusal(IReadOnlyList<LifeSignal> signals, LifeCycleRules rules) =>
        signals.Count == 0 ? TooFew.Of(new("signals", "信号"), 0, 1)
        : signals[0].Periods.Count < 2 ? TooFew.Of(new("periods", "期数"), signals[0].Periods.Count, 2)
        : signals.Any(signal => signal.Periods.Count != signals[0].Periods.Count) ? Unusable.Unequal(new("periods of one signal", "各信号的期数"), new("those of another", "其他信号的期数"))
        : signals.Any(signal => !(signal.Weight > 0) || !double.IsFinite(signal.Weight) || signal.Periods.Any(value => !double.IsFinite(value) || value is < 0 or > 1e100)) ? Unusable.Negative(new("signals", "信号"))
        : rules.Change > 0 && rules.Confirmations >= 1 ? null
        : Unusable.OutOfRange(new("threshold", "阈值"), rules.Change, 0, 1);
}
