namespace Clientele;

/// <summary>A result about a whole population: figures, tables and charts with their reasons, or the reason why the data do not carry it.</summary>
/// <remarks>Immutable and thread-safe. Listed, computed and exported by <c>clientele insights</c>, and shown in every report that names it.</remarks>
/// <example>
/// <code>
/// new Insight
/// {
///     Name = "contractor.win_rate", Title = new("Win rate by owner class", "各类业主中标率"),
///     Description = new("Bids won of bids decided.", "已定标项目中中标的比例。"),
///     Kinds = ["contractor.bid_won", "contractor.bid_lost"], Schemes = ["contractor.owner_class"], Computation = new WinRate(),
/// }
/// </code>
/// </example>
public sealed record Insight
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it answers and how it is computed, in a sentence or two.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>Where the definition comes from, such as <c>Iglewicz and Hoaglin 1993</c>; empty for the firm's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>The names of the measures and attributes it reads of every client; it sees no others.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The names of the attributes it reads of every person; none by default, and then it sees no people.</summary>
    public IReadOnlyList<string> ContactReads { get; init; } = [];

    /// <summary>The schemes whose segments it reads; it sees no others.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>The registers whose entries it reads; it sees no others.</summary>
    public IReadOnlyList<string> Registers { get; init; } = [];

    /// <summary>Kinds whose touchpoints it reads, by name; empty to select by <see cref="Roles"/> alone.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Touchpoints of every kind that has one of these roles are read as well.</summary>
    public TouchpointRoles Roles { get; init; }

    /// <summary>What an operator may set for it: limits, weights, the measures to look at. Each has bounds and a default.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>The types whose matters it reads; it sees no others.</summary>
    public IReadOnlyList<string> MatterTypes { get; init; } = [];

    /// <summary>Whether it reads the matters of every type, whoever registered it.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ReadsMatters { get; init; }

    /// <summary>Whether it reads every measure that has an <see cref="Measure.Indicator"/>, whoever registered it.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ReadsIndicators { get; init; }

    /// <summary>Whether it reads follow-ups; not by default.</summary>
    public bool FollowUps { get; init; }

    /// <summary>The computation.</summary>
    public required IInsightComputation Computation { get => field; init => field = Require.Some(value); }
}
