namespace Clientele.Analysis.LifeCycle;

/// <summary>What became of a jump.</summary>
public enum UpliftKind
{
    /// <summary>It fell back: a temporary need.</summary>
    Pulse,

    /// <summary>Neither is clear.</summary>
    Unclear,

    /// <summary>It stayed.</summary>
    Durable,
}

/// <summary>How much of a jump was kept.</summary>
/// <param name="Retention">The share of the rise that was still there afterwards; below 0 when it fell below the base.</param>
/// <param name="Kind">What became of it.</param>
public sealed record UpliftResult(double Retention, UpliftKind Kind);

/// <summary>Tells a temporary rise from a lasting one.</summary>
public static class Uplift
{
    /// <summary>The retention below which a rise was a pulse.</summary>
    public const double PulseBelow = 0.3;

    /// <summary>The retention above which a rise is durable.</summary>
    public const double DurableAbove = 0.7;

    /// <summary>Computes the retention of a rise: (after − base)/(peak − base).</summary>
    /// <param name="base">The value before the jump.</param>
    /// <param name="peak">The value at the jump, above the base.</param>
    /// <param name="after">The values of the periods after it; their mean counts.</param>
    /// <returns>The retention, or why there is none.</returns>
    public static Finding<UpliftResult> Of(double @base, double peak, params IReadOnlyList<double> after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.Count == 0)
        {
            return Finding.Refused<UpliftResult>(TooFew.Of(new("periods after the rise", "上升之后的期数"), 0, 1));
        }

        if (!(peak > @base))
        {
            return Finding.Refused<UpliftResult>("no_rise", new("There was no rise.", "未出现上升。"));
        }

        var retention = (after.Average() - @base) / (peak - @base);
        return double.IsFinite(retention)
            ? Finding.Of(new UpliftResult(retention, retention < PulseBelow ? UpliftKind.Pulse : retention > DurableAbove ? UpliftKind.Durable : UpliftKind.Unclear))
            : Finding.Refused<UpliftResult>(Unusable.NotFinite(new("values", "数值")));
    }
}
