namespace Clientele.Analysis.Allocation;

/// <summary>A request for something there may not be enough of.</summary>
/// <param name="Id">Who asks; the last resort when everything else is equal.</param>
/// <param name="Priority">The higher, the earlier it is served.</param>
/// <param name="At">When it was asked; of equal priority the earlier goes first.</param>
/// <param name="Units">How many, 0 or more.</param>
public sealed record RationRequest(string Id, int Priority, DateTimeOffset At, int Units);

/// <summary>What a request gets.</summary>
/// <param name="Request">The request.</param>
/// <param name="Place">Its place in the order of service, from 1.</param>
/// <param name="Granted">How many units it gets.</param>
/// <param name="LeftBefore">How many there were when its turn came: with the order this is the audit of the distribution.</param>
public sealed record Ration(RationRequest Request, int Place, int Granted, int LeftBefore);

/// <summary>Gives out scarce units by priority, then by time of request.</summary>
public static class Rationing
{
    /// <summary>Gives out.</summary>
    /// <param name="units">How many there are.</param>
    /// <param name="requests">Who asks, each once.</param>
    /// <returns>What each gets, in the order of service, or why nothing can be given out. The same requests in any order give the same result.</returns>
    public static Finding<IReadOnlyList<Ration>> Give(int units, IReadOnlyList<RationRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (units < 0 || requests.Any(request => request.Units < 0))
        {
            return Finding.Refused<IReadOnlyList<Ration>>(Unusable.Negative(new("units", "数量")));
        }

        if (requests.Select(request => request.Id).Distinct(StringComparer.Ordinal).Count() < requests.Count)
        {
            return Finding.Refused<IReadOnlyList<Ration>>("asked_twice", new("Somebody asks twice.", "同一客户重复申请。"));
        }

        var left = units;
        var given = new List<Ration>();
        foreach (var request in requests.OrderByDescending(request => request.Priority).ThenBy(request => request.At).ThenBy(request => request.Id, StringComparer.Ordinal))
        {
            var granted = Math.Min(left, request.Units);
            given.Add(new Ration(request, given.Count + 1, granted, left));
            left -= granted;
        }

        return Finding.Of<IReadOnlyList<Ration>>(given);
    }
}
