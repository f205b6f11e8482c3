namespace Clientele.Analysis.Lifetime;

/// <summary>What the models of buying know of a client, and how many clients are alike: the purchases after the first, when the last of them was, and how long the client has been watched.</summary>
/// <param name="Repeats">Purchases after the first one, x; 0 or more.</param>
/// <param name="Last">When the last of them was, t_x, counted from the first purchase; 0 when there is none.</param>
/// <param name="Observed">How long the client has been watched, T, counted from the first purchase, in the same unit as <paramref name="Last"/>; at least <paramref name="Last"/>.</param>
/// <param name="Clients">How many clients have this pattern; 1 or more.</param>
/// <remarks>Time is in any one unit (weeks, days, for BG/BB opportunities); the parameters of a model are in the unit it was fitted in.</remarks>
public readonly record struct BuyingPattern(int Repeats, double Last, double Observed, long Clients = 1)
{
    private const double LongestTime = 1e6;
    private const int MostRepeats = 1_000_000;

    /// <summary>The pattern of one client, from the days on which he bought; several purchases of one day count as one.</summary>
    /// <param name="purchases">The days, in any order.</param>
    /// <param name="asOf">The last day of watching; later purchases do not count.</param>
    /// <param name="daysPerUnit">The unit of time in days; 7 for weeks.</param>
    /// <returns>The pattern, or why there is none.</returns>
    public static Finding<BuyingPattern> Of(IEnumerable<DateOnly> purchases, DateOnly asOf, double daysPerUnit = 7)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        if (OutOfRange.Of(new Input(new("unit of time in days", "时间单位（天）"), daysPerUnit, 1e-3, 1e4)) is { } reason)
        {
            return Finding.Refused<BuyingPattern>(reason);
        }

        var days = purchases.Where(day => day <= asOf).Select(day => day.DayNumber).Distinct().ToList();
        return days.Count == 0
            ? Finding.Refused<BuyingPattern>(TooFew.Of(new("purchases", "购买"), 0, 1))
            : Finding.Of(new BuyingPattern(days.Count - 1, (days.Max() - days.Min()) / daysPerUnit, (asOf.DayNumber - days.Min()) / daysPerUnit));
    }

    /// <summary>Puts clients with the same history together, so that a model is fitted on some thousands of patterns rather than on every client.</summary>
    /// <param name="patterns">The patterns of the clients.</param>
    /// <returns>Each different pattern once, with the number of its clients, in the order in which it first came.</returns>
    public static IReadOnlyList<BuyingPattern> Collapse(IEnumerable<BuyingPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var places = new Dictionary<(int, double, double), int>();
        var collapsed = new List<BuyingPattern>();
        foreach (var pattern in patterns)
        {
            ref var place = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(places, (pattern.Repeats, pattern.Last, pattern.Observed), out var known);
            if (known)
            {
                collapsed[place] = collapsed[place] with { Clients = collapsed[place].Clients + pattern.Clients };
            }
            else
            {
                place = collapsed.Count;
                collapsed.Add(pattern);
            }
        }

        return collapsed;
    }

    /// <summary>Why the pattern cannot be, or nothing.</summary>
    internal Reason? Contradiction() =>
        Repeats is >= 0 and <= MostRepeats && Clients > 0 && Last >= 0 && Observed >= Last && Observed <= LongestTime && (Repeats > 0 || Last == 0)
            ? null
            : new("pattern_contradicts", new(
                "A buying pattern contradicts itself: repeat purchases, the time of the last one and the time of watching do not go together.",
                "购买模式自相矛盾：复购次数、末次购买时间与观察时长不一致。"));
}
