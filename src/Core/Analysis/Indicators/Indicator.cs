namespace Clientele.Analysis.Indicators;

/// <summary>What the number of an indicator counts.</summary>
public enum IndicatorUnit
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>A ratio, where 1 is 100 %.</summary>
    Ratio,

    /// <summary>Turns per period.</summary>
    Turns,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Points on a scale from 0 to 10.</summary>
    Points,
}

/// <summary>An indicator: formula, unit, source and period, and what it came to.</summary>
/// <param name="Name">A stable name, such as <c>receivable_turnover</c>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Source">Which facts it is computed from.</param>
/// <param name="Period">Of which period it is, such as <c>2025</c>.</param>
/// <param name="Value">The number, or why there is none: an input that is missing is never taken for zero.</param>
public sealed record Indicator(string Name, LocalizedText Title, LocalizedText Formula, IndicatorUnit Unit, LocalizedText Source, string Period, Finding<double> Value);
