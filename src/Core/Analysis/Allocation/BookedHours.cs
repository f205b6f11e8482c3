namespace Clientele.Analysis.Allocation;

/// <summary>Whether a client got what was planned.</summary>
public enum PlanStanding
{
    /// <summary>Within the tolerance.</summary>
    OnPlan,

    /// <summary>More than planned.</summary>
    Above,

    /// <summary>Less than planned.</summary>
    Below,
}

/// <summary>The hours of a client beside those planned.</summary>
/// <param name="Id">Who.</param>
/// <param name="Planned">The hours planned.</param>
/// <param name="Booked">The hours booked.</param>
/// <param name="Standing">Which is more.</param>
public sealed record BookedAgainstPlan(string Id, decimal Planned, decimal Booked, PlanStanding Standing);

/// <summary>Compares the hours booked on clients with those planned for them.</summary>
public static class BookedHours
{
    /// <summary>Compares, the furthest from the plan first.</summary>
    /// <param name="clients">For each client the hours planned and booked, not negative.</param>
    /// <param name="tolerance">How far from the plan is still on plan, as a share of the plan; a tenth by default.</param>
    /// <returns>The comparison.</returns>
    public static IReadOnlyList<BookedAgainstPlan> Compare(IReadOnlyList<(string Id, decimal Planned, decimal Booked)> clients, decimal tolerance = 0.1m)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return [.. clients
            .Select(client => new BookedAgainstPlan(client.Id, client.Planned, client.Booked,
                client.Booked > client.Planned * (1 + tolerance) ? PlanStanding.Above
                : client.Booked < client.Planned * (1 - tolerance) ? PlanStanding.Below
                : PlanStanding.OnPlan))
            .OrderByDescending(client => Math.Abs(client.Booked - client.Planned)).ThenBy(client => client.Id, StringComparer.Ordinal)];
    }
}
