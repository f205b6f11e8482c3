using System.Globalization;

namespace Clientele.Analysis.Movement;

/// <summary>What a client did over consecutive periods, seen from one angle: amount, volume, frequency, rank, days of delay, complaints, days of silence.</summary>
/// <param name="Id">Who.</param>
/// <param name="Segment">The segment whose common movement is taken off; empty for none.</param>
/// <param name="Periods">The values, the oldest first; the last is the one to judge. Leading periods before the client was known are left out.</param>
public sealed record MovementSeries(string Id, string Segment, IReadOnlyList<double> Periods);

/// <summary>How a client moved.</summary>
/// <param name="Id">Who.</param>
/// <param name="Segment">The client's segment.</param>
/// <param name="Value">The value of the last period, as it was.</param>
/// <param name="Adjusted">The same with season and segment taken off: what is judged.</param>
/// <param name="Score">How unusual it is, or why that cannot be said (a new client).</param>
public sealed record ClientMovement(string Id, string Segment, double Value, double Adjusted, Finding<MovementScore> Score)
{
    /// <summary>Whether somebody should look.</summary>
    public bool Flagged => Score.IsKnown && Score.Value.Flagged;
}

/// <summary>The movement that the members of a segment have in common.</summary>
/// <param name="Segment">Which.</param>
/// <param name="Change">The median of its members' relative changes, where −0.2 is a fall of 20 %.</param>
/// <param name="Members">How many members it is the median of.</param>
/// <param name="Note">The movement in words.</param>
public sealed record SegmentMovement(string Segment, double Change, int Members, Reason Note);

/// <summary>Who moved, and which segments moved as a whole.</summary>
/// <param name="Clients">Every client: the flagged ones first, the most unusual first, ties by id.</param>
/// <param name="Segments">The segments that moved as a whole.</param>
public sealed record MovementFindings(IReadOnlyList<ClientMovement> Clients, IReadOnlyList<SegmentMovement> Segments);

/// <summary>Finds the clients that move unlike themselves and unlike their segment.</summary>
public static class Movements
{
    /// <summary>Judges the last period of each client.</summary>
    /// <param name="series">The clients, seen from one angle.</param>
    /// <param name="limits">The limits; the defaults when left out.</param>
    /// <param name="season">The periods of one seasonal cycle; 0, the default, for no seasonal adjustment. A client with less than two cycles of history is not adjusted.</param>
    /// <returns>The findings. A fall that a whole segment shares is the segment's and flags no client.</returns>
    public static MovementFindings Of(IReadOnlyList<MovementSeries> series, MovementLimits? limits = null, int season = 0)
    {
        ArgumentNullException.ThrowIfNull(series);
        limits ??= new MovementLimits();
        var adjusted = series.Select(one => (Series: one, Periods: Unseasoned(one.Periods, season))).ToList();
        var factors = adjusted
            .Where(one => one.Series.Segment.Length > 0)
            .GroupBy(one => one.Series.Segment, one => Relative(one.Periods, limits))
            .Select(group => (Segment: group.Key, Changes: group.OfType<double>().ToList()))
            .Where(group => group.Changes.Count >= Math.Max(limits.SegmentMembers, 2))
            .ToDictionary(group => group.Segment, group => (Factor: Middle.Of(group.Changes), Members: group.Changes.Count), StringComparer.Ordinal);
        var clients = adjusted
            .Where(one => one.Periods.Count > 0)
            .Select(one => Judge(one.Series, one.Periods, factors.TryGetValue(one.Series.Segment, out var known) && known.Factor > 0 ? known.Factor : 1, limits))
            .OrderByDescending(client => client.Flagged)
            .ThenByDescending(client => client.Score.IsKnown ? Math.Abs(client.Score.Value.Z ?? (client.Flagged ? double.MaxValue : 0)) : -1)
            .ThenBy(client => client.Id, StringComparer.Ordinal);
        return new MovementFindings([.. clients], [.. factors
            .Where(pair => Math.Abs(pair.Value.Factor - 1) >= limits.SegmentChange)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new SegmentMovement(pair.Key, pair.Value.Factor - 1, pair.Value.Members, Note(pair.Key, pair.Value.Factor - 1)))]);
    }

    private static ClientMovement Judge(MovementSeries series, IReadOnlyList<double> periods, double factor, MovementLimits limits) =>
        new(series.Id, series.Segment, series.Periods[^1], periods[^1] / factor, RobustScore.Of([.. periods.SkipLast(1)], periods[^1] / factor, limits));

    // The last period in relation to the median of those before; nothing for a client too new to have a usual value.
    private static double? Relative(IReadOnlyList<double> periods, MovementLimits limits) =>
        periods.Count > Math.Max(limits.Periods, 3) && periods.All(double.IsFinite) && Middle.Of(periods.SkipLast(1)) is > 0 and var median && periods[^1] / median is var relative && double.IsFinite(relative)
            ? relative : null;

    private static IReadOnlyList<double> Unseasoned(IReadOnlyList<double> periods, int season)
    {
        if (season < 2 || periods.Count == 0 || Seasons.Of([.. periods.SkipLast(1)], season) is not { IsKnown: true } indices)
        {
            return periods;
        }

        return [.. periods.Select((value, index) => indices.Value[index % season] is > 0 and var usual ? value / usual : value)];
    }

    private static Reason Note(string segment, double change) => new("segment_moved", new(
        string.Create(CultureInfo.InvariantCulture, $"The segment '{segment}' moved as a whole by {change:+0.0%;-0.0%}."),
        string.Create(CultureInfo.InvariantCulture, $"“{segment}”类客户整体变动 {change:+0.0%;-0.0%}。")));
}
