namespace Clientele;

/// <summary>A dimension of a client's value.</summary>
public enum ValueDimension
{
    /// <summary>What the client brings.</summary>
    Finance,

    /// <summary>Where the client and the firm stand in the market.</summary>
    Market,

    /// <summary>What it takes to serve the client.</summary>
    Management,

    /// <summary>What the firm learns from the client.</summary>
    Learning,
}

/// <summary>What a measure says about a client's value, so that <c>core.client_value_index</c> counts it in.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Factor">The factor within the dimension, such as <c>credit</c>: indicators of one factor are averaged, then the factors. Lower-case letters, digits and underscores.</param>
/// <param name="LessIsBetter">Whether a smaller value is better, as with costs and complaints.</param>
/// <remarks>Immutable and thread-safe.</remarks>
/// <example><code>Indicator = new(ValueDimension.Management, "credit", LessIsBetter: true)</code></example>
public sealed record ValueIndicator(ValueDimension Dimension, string Factor, bool LessIsBetter = false);

/// <summary>A measure that is an indicator of a client's value.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Indicator">What it says.</param>
/// <remarks>Immutable and thread-safe; holds nothing of a plugin's assembly.</remarks>
public sealed record IndicatorMeasure(string Measure, LocalizedText Title, ValueIndicator Indicator);
