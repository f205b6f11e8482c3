namespace Clientele;

/// <summary>A person's decision that a client belongs into a segment, whatever the rules say, from a day until another.</summary>
/// <param name="Client">Who.</param>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Segment">The segment's name.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The first day the rules decide again; <see langword="null"/> while nobody knows.</param>
/// <param name="Author">Who decided.</param>
/// <param name="Why">The reason given.</param>
/// <remarks>Immutable and thread-safe. It wins over the rule and is shown in every explanation while it holds.</remarks>
public sealed record SegmentOverride(ClientId Client, string Scheme, string Segment, DateOnly From, DateOnly? Until, string Author, string Why);
