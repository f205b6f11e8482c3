namespace Clientele;

/// <summary>An ordered set of mutually exclusive segments: every client of the population is in exactly one, or in none for a stated reason.</summary>
/// <remarks>Immutable and thread-safe. One of <see cref="RuleScheme"/>, <see cref="RankScheme"/>, <see cref="ScoreScheme"/> and <see cref="MatrixScheme"/>. Membership is stored as dated intervals with reasons.</remarks>
public abstract record Scheme
{
    private protected Scheme()
    {
    }

    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Which clients it divides: a rule over measures and attributes, such as <c>core.sales_count &gt; 0</c>; empty for all clients. A client for whom it does not hold is in no segment.</summary>
    public string Population { get; init; } = "";

    /// <summary>What it divides by, in a sentence or two.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Where the definition comes from, such as <c>Dwyer, Schurr and Oh 1987</c>; empty for the firm's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>What belonging to a segment means, by segment: strategy, share of scarce capacity, entitlements. A segment that is not listed has none.</summary>
    public IReadOnlyDictionary<string, Treatment> Treatments { get; init; } = new Dictionary<string, Treatment>(StringComparer.Ordinal);

    /// <summary>The names and titles of its segments, in order.</summary>
    public abstract IReadOnlyList<Segment> All { get; }
}

/// <summary>A segment of a scheme.</summary>
/// <param name="Name">Its name within the scheme: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
public sealed record Segment(string Name, LocalizedText Title);

/// <summary>A scheme whose segments are told apart by rules: a client is in the first whose rule holds.</summary>
/// <example>
/// <code>
/// new RuleScheme
/// {
///     Name = "contractor.owner_class", Title = new("Owner class", "业主类别"),
///     Rules =
///     [
///         new("government", new("Government body", "政府机关"), "contractor.owner_kind == 'government'"),
///         new("other", new("Other owner", "其他业主")),
///     ],
/// }
/// </code>
/// </example>
public sealed record RuleScheme : Scheme
{
    /// <summary>The segments with their rules, in the order they are tried.</summary>
    public required IReadOnlyList<SegmentRule> Rules { get => field; init => field = Require.NotEmpty(value); }

    /// <inheritdoc/>
    public override IReadOnlyList<Segment> All => [.. Rules.Select(rule => new Segment(rule.Name, rule.Title))];
}

/// <summary>A segment and the rule that lets a client into it.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="Title">What people read.</param>
/// <param name="When">A boolean rule over measures and attributes; empty for a segment that takes everyone left. A clause that reads a missing value is unknown and does not hold.</param>
public sealed record SegmentRule(string Name, LocalizedText Title, string When = "");

/// <summary>What the cuts of a <see cref="RankScheme"/> are shares of.</summary>
public enum RankBasis
{
    /// <summary>The measure's total: the clients that together bring the first 80 %.</summary>
    Value,

    /// <summary>The number of clients: the first 8 % of them.</summary>
    Clients,
}

/// <summary>A scheme that ranks clients by a measure and cuts the ranking by cumulative share (ABC, Pareto): the clients that together bring the first 80 % are A, and so on. Cuts at absolute values are a <see cref="ScoreScheme"/>.</summary>
/// <remarks>A client is in the first segment whose limit its predecessors together have not reached. Ties are broken by id. Clients whose value is missing are in no segment; values below zero count as zero for the shares.</remarks>
public sealed record RankScheme : Scheme
{
    /// <summary>The measure that ranks, highest first.</summary>
    public required string Measure { get => field; init => field = Require.Name(value); }

    /// <summary>Whether the cuts are shares of the measure's total, which is the default, or of the number of clients.</summary>
    public RankBasis Basis { get; init; }

    /// <summary>The segments with the cumulative share each reaches up to, ascending; the last must be 1.</summary>
    public required IReadOnlyList<RankCut> Cuts
    {
        get => field;
        init
        {
            field = Require.NotEmpty(value);
            Require.That(field[^1].UpTo == 1m, "The last cut of a rank scheme must reach 1, which is 100 %.");
            Require.That(field.Zip(field.Skip(1)).All(pair => pair.First.UpTo < pair.Second.UpTo), "The cuts of a rank scheme must ascend.");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Segment> All => [.. Cuts.Select(cut => new Segment(cut.Name, cut.Title))];
}

/// <summary>A segment of a ranking.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="Title">What people read.</param>
/// <param name="UpTo">The cumulative share of the measure, or of the clients, it reaches up to, above 0 and at most 1.</param>
public sealed record RankCut(string Name, LocalizedText Title, decimal UpTo);

/// <summary>A client's membership in a segment, from a day until another day, with its reasons.</summary>
/// <param name="Client">Who.</param>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Segment">The segment's name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day it is no longer so; <see langword="null"/> while it is.</param>
/// <param name="Reasons">Why, with the numbers of the day it began.</param>
public sealed record Membership(ClientId Client, string Scheme, string Segment, DateOnly From, DateOnly? Until, IReadOnlyList<Reason> Reasons);
