namespace Clientele.Segments;

/// <summary>Who moved from which segment to which between two days: a migration matrix.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SegmentMoves
{
    private readonly Dictionary<(string From, string To), long> _counts;

    internal SegmentMoves(Scheme scheme, DateOnly from, DateOnly to, IReadOnlyList<Segment> segments, IReadOnlyList<(string? From, string? To, long Count)> counts)
    {
        Scheme = scheme;
        From = from;
        To = to;
        Segments = segments;
        _counts = counts.ToDictionary(count => (count.From ?? "", count.To ?? ""), count => count.Count);
    }

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The earlier day.</summary>
    public DateOnly From { get; }

    /// <summary>The later day.</summary>
    public DateOnly To { get; }

    /// <summary>The rows and columns: the scheme's segments in order, and behind them those that only an older version had.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>How many clients moved from a segment to a segment, or stayed where the two are one.</summary>
    /// <param name="from">The segment on the earlier day; <see langword="null"/> for none.</param>
    /// <param name="to">The segment on the later day; <see langword="null"/> for none.</param>
    /// <returns>The count. Clients in no segment on both days are not counted.</returns>
    public long this[string? from, string? to] => _counts.GetValueOrDefault((from ?? "", to ?? ""));

    /// <summary>How many clients were in a segment on the earlier day: the sum of its row.</summary>
    /// <param name="from">The segment; <see langword="null"/> for none.</param>
    /// <returns>The count.</returns>
    public long Row(string? from) => _counts.Where(pair => pair.Key.From == (from ?? "")).Sum(pair => pair.Value);
}
