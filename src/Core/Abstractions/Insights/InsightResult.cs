namespace Clientele;

/// <summary>What an insight found: figures, tables and charts; or why the data do not carry it.</summary>
/// <remarks>Immutable and thread-safe. The same facts and the same day give the same result.</remarks>
public sealed record InsightResult
{
    /// <summary>The headline numbers and verdicts.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The data behind them.</summary>
    public IReadOnlyList<InsightTable> Tables { get; init; } = [];

    /// <summary>Views of the tables.</summary>
    public IReadOnlyList<InsightChart> Charts { get; init; } = [];

    /// <summary>How the result came about, what was left out and why.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Why there is no result; <see langword="null"/> when there is one.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>No result, and why.</summary>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The result.</returns>
    public static InsightResult Refused(Reason reason) => new() { Refusal = Require.Some(reason) };
}

/// <summary>A headline number, or a verdict in words.</summary>
/// <param name="Name">Its name within the insight: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
/// <param name="Value">The number; <see langword="null"/> when it is missing or the figure is a verdict.</param>
/// <param name="Unit">What the number counts.</param>
public sealed record Figure(string Name, LocalizedText Title, decimal? Value, MeasureUnit Unit = MeasureUnit.Number)
{
    /// <summary>The verdict, or what stands in place of a missing number; <see langword="null"/> for a number alone.</summary>
    public LocalizedText? Verdict { get; init; }

    /// <summary>Whether the figure asks for somebody's attention.</summary>
    public bool Alert { get; init; }
}
