namespace Clientele;

/// <summary>What the number of a measure counts.</summary>
public enum MeasureUnit
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A count of things.</summary>
    Count,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Money in the currency of the workspace.</summary>
    Money,

    /// <summary>A ratio, where 1 is 100 %.</summary>
    Ratio,
}

/// <summary>A value per client, computed from facts as of a day, that can say where it came from and is missing rather than guessed when there are not enough data.</summary>
/// <remarks>Immutable and thread-safe. One of <see cref="FactMeasure"/>, <see cref="ExpressionMeasure"/>, <see cref="HistoryMeasure"/> and <see cref="ComputedMeasure"/>.</remarks>
public abstract record Measure
{
    private protected Measure()
    {
    }

    /// <summary>The qualified name, by which rules, templates and other measures read it.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What the number counts.</summary>
    public MeasureUnit Unit { get; init; }

    /// <summary>How it is computed and where the definition comes from, in a sentence or two.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Where the definition comes from, such as <c>Hughes 1994</c>; empty for the firm's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it says about the value of a client, where it says anything.</summary>
    /// <value>The default is <see langword="null"/>: it is no indicator.</value>
    public ValueIndicator? Indicator { get; init; }
}

/// <summary>How a <see cref="FactMeasure"/> sums up the touchpoints it selects.</summary>
public enum Aggregate
{
    /// <summary>The sum of their amounts; 0 when there are none.</summary>
    Sum,

    /// <summary>How many there are; 0 when there are none.</summary>
    Count,

    /// <summary>Days from the last one to the as-of day; missing when there is none.</summary>
    DaysSinceLast,

    /// <summary>Days from the first one to the as-of day; missing when there is none.</summary>
    DaysSinceFirst,

    /// <summary>The mean of their amounts; missing when there are none.</summary>
    Average,
}

/// <summary>A measure summed up from a client's touchpoints in a window of time.</summary>
/// <example>
/// <code>
/// new FactMeasure
/// {
///     Name = "contractor.billed_12m", Title = new("Billed in 12 months", "近12个月开票额"), Unit = MeasureUnit.Money,
///     Aggregate = Aggregate.Sum, Kinds = ["contractor.invoice"], Window = Window.Months(12),
/// }
/// </code>
/// </example>
public sealed record FactMeasure : Measure
{
    /// <summary>How the touchpoints are summed up.</summary>
    public required Aggregate Aggregate { get; init; }

    /// <summary>Kinds whose touchpoints count, by name; empty to select by <see cref="Roles"/> alone.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Touchpoints of every kind that has one of these roles count as well.</summary>
    public TouchpointRoles Roles { get; init; }

    /// <summary>How far back touchpoints count; all of the past by default.</summary>
    public Window Window { get; init; } = Window.AllTime;

    /// <summary>The numeric detail that is summed up or averaged in place of the amount, such as <c>score</c>; empty for the amount. Touchpoints without it do not count.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The details a touchpoint must have to count, such as <c>purpose</c> = <c>retention</c>; none by default. Costs one read per touchpoint of the kinds, where sums of whole months would do otherwise.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A measure computed from other measures and attributes by an expression in the template language, such as <c>core.sales_12m / core.sales_count_12m</c>. Missing when a value it reads is missing.</summary>
public sealed record ExpressionMeasure : Measure
{
    /// <summary>The expression: its names are registered measures and attributes, its numbers decimal, its result a number.</summary>
    public required string Expression { get => field; init => field = Require.Text(value); }
}

/// <summary>A measure computed in C# from a client's history, where a sum over a window is not enough: discounted value, intervals between purchases, promises kept.</summary>
public sealed record HistoryMeasure : Measure
{
    /// <summary>Kinds whose touchpoints are read, by name; empty to select by <see cref="Roles"/> alone.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Touchpoints of every kind that has one of these roles are read as well.</summary>
    public TouchpointRoles Roles { get; init; }

    /// <summary>Whether touchpoints are read one by one with their details. The default is sums of calendar months, which cost little however long the history is.</summary>
    public bool Singly { get; init; }

    /// <summary>The names of the measures and attributes the computation reads besides; none by default.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The names of the attributes it reads of each of the client's people; none by default, and then it sees no people.</summary>
    public IReadOnlyList<string> ContactReads { get; init; } = [];

    /// <summary>The computation.</summary>
    public required IHistoryComputation Computation { get => field; init => field = Require.Some(value); }
}

/// <summary>A measure computed in C# from other measures, where an expression is not enough.</summary>
public sealed record ComputedMeasure : Measure
{
    /// <summary>The names of the measures and attributes the computation reads; it sees no others.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>The computation.</summary>
    public required IMeasureComputation Computation { get => field; init => field = Require.Some(value); }
}
