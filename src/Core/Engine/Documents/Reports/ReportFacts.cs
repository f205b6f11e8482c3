using Clientele.Insights;

namespace Clientele.Documents;

/// <summary>Everything that one report reads: a population, as of a day.</summary>
/// <remarks>Immutable and thread-safe. The same facts give the same report, byte for byte. Lists come in the order in which the report shows them.</remarks>
public sealed record ReportFacts
{
    /// <summary>Which report.</summary>
    public required ReportDefinition Report { get; init; }

    /// <summary>The day of the report; every fact is as of it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Who reports.</summary>
    public required Firm Firm { get; init; }

    /// <summary>The sums over the whole population.</summary>
    public ReportTotals Totals { get; init; } = new(0, 0, 0, 0);

    /// <summary>The segments of the report's scheme, in its order.</summary>
    public IReadOnlyList<ReportSegment> Segments { get; init; } = [];

    /// <summary>The first clients by the report's measure.</summary>
    public IReadOnlyList<ReportClient> Clients { get; init; } = [];

    /// <summary>How much hangs on few clients; <see langword="null"/> when no client has a value.</summary>
    public Concentration? Concentration { get; init; }

    /// <summary>The stages of the report's matter type, in its order.</summary>
    public IReadOnlyList<ReportStage> Stages { get; init; } = [];

    /// <summary>The first matters: open ones before those in a final stage, each by opening day.</summary>
    public IReadOnlyList<ReportMatter> Matters { get; init; } = [];

    /// <summary>The last twelve months up to the day of the report.</summary>
    public IReadOnlyList<ReportMonth> Months { get; init; } = [];

    /// <summary>The first follow-ups due, by due day.</summary>
    public IReadOnlyList<ReportFollowUp> FollowUps { get; init; } = [];

    /// <summary>The insights of the report, in its order.</summary>
    public IReadOnlyList<ShownInsight> Insights { get; init; } = [];

    /// <summary>The entries in force of the registers that the report reads.</summary>
    public IReadOnlyList<RegisterFacts> Registers { get; init; } = [];

    /// <summary>Whether any of the facts is marked as invented.</summary>
    public bool Invented { get; init; }
}

/// <summary>Sums over the population of a report.</summary>
/// <param name="Clients">How many clients.</param>
/// <param name="Touchpoints">How many touchpoints with them.</param>
/// <param name="Matters">How many matters of the report's type.</param>
/// <param name="Value">The report's measure added up.</param>
public sealed record ReportTotals(long Clients, long Touchpoints, long Matters, decimal Value)
{
    /// <summary>The values above zero added up: the whole that shares are shares of.</summary>
    public decimal RankedValue { get; init; } = Value;

    /// <summary>How many follow-ups of the report's policies are due.</summary>
    public long FollowUps { get; init; }
}

/// <summary>A segment in a report.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Count">How many clients are in it.</param>
/// <param name="Value">What they bring.</param>
public sealed record ReportSegment(Segment Segment, long Count, decimal Value);

/// <summary>A client in the ranking of a report.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Client">The client.</param>
/// <param name="SegmentTitle">The client's segment; <see langword="null"/> for none.</param>
/// <param name="Value">What the client brings; <see langword="null"/> when that is not known.</param>
/// <param name="CumulativeValue">What the clients up to this rank bring together, negative values counting as zero.</param>
/// <param name="LastTouchOn">When the client was last reached; <see langword="null"/> for never.</param>
/// <param name="Owner">Who looks after the client; empty for nobody.</param>
public sealed record ReportClient(int Rank, Client Client, LocalizedText? SegmentTitle, decimal? Value, decimal CumulativeValue, DateOnly? LastTouchOn, string Owner);

/// <summary>A stage in a report.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">How many matters are in it.</param>
public sealed record ReportStage(Stage Stage, long Count);

/// <summary>A matter in a report.</summary>
/// <param name="Facts">The matter.</param>
/// <param name="ClientName">Whose it is.</param>
public sealed record ReportMatter(MatterFacts Facts, string ClientName);

/// <summary>A month in a report.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Touchpoints">How many there were, of every kind.</param>
/// <param name="Value">The amounts of those with the role <see cref="TouchpointRoles.Sale"/>.</param>
public sealed record ReportMonth(DateOnly First, long Touchpoints, decimal Value);

/// <summary>A follow-up in a report.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="PolicyTitle">What its policy is called.</param>
/// <param name="ClientName">For whom.</param>
public sealed record ReportFollowUp(FollowUp FollowUp, LocalizedText PolicyTitle, string ClientName);
