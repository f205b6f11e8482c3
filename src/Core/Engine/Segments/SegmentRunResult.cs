namespace Clientele.Segments;

/// <summary>What a segment run did.</summary>
/// <param name="AsOf">The as-of day.</param>
/// <param name="Measured">How many clients were measured: all, or only those that changed since the last run of the day.</param>
/// <param name="Schemes">The schemes and their segments, in the order of registration.</param>
/// <param name="Moves">How many memberships began, ended or changed.</param>
public sealed record SegmentRunResult(DateOnly AsOf, long Measured, IReadOnlyList<SchemeCounts> Schemes, long Moves);

/// <summary>A scheme with the number of clients in each segment.</summary>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Segments">Its segments in order, with their counts.</param>
public sealed record SchemeCounts(string Scheme, LocalizedText Title, IReadOnlyList<SegmentCount> Segments);

/// <summary>The number of clients in a segment.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Count">How many clients are in it.</param>
public sealed record SegmentCount(Segment Segment, long Count);

/// <summary>How far long work has come.</summary>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; <see langword="null"/> when that is not known.</param>
public readonly record struct WorkProgress(long Done, long? Total);
