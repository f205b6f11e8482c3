namespace Clientele.Analysis.Cohorts;

/// <summary>What a client's purchases look like.</summary>
/// <param name="Id">Who.</param>
/// <param name="Recency">Days since the last purchase; not negative.</param>
/// <param name="Frequency">How many purchases; at least 1.</param>
/// <param name="Monetary">What they came to.</param>
public sealed record RfmClient(string Id, int Recency, int Frequency, decimal Monetary);

/// <summary>A client's scores, each from 1 to the number of classes, the best being the highest.</summary>
/// <param name="Client">Who, with the values.</param>
/// <param name="R">How recent.</param>
/// <param name="F">How frequent.</param>
/// <param name="M">How much.</param>
public sealed record RfmScore(RfmClient Client, int R, int F, int M);

/// <summary>A cell of the grid.</summary>
/// <param name="R">The recency score of its clients.</param>
/// <param name="F">Their frequency score.</param>
/// <param name="Clients">Who, by id.</param>
/// <param name="Monetary">What their purchases came to.</param>
public sealed record RfmCell(int R, int F, IReadOnlyList<RfmScore> Clients, decimal Monetary);

/// <summary>Recency, frequency and monetary amount in classes: A. M. Hughes, Strategic database marketing, 1994.</summary>
public static class RfmGrid
{
    /// <summary>Scores clients by where they stand among all.</summary>
    /// <param name="clients">The clients who have bought.</param>
    /// <param name="classes">The classes of each score, 2 to 10; 5 by default.</param>
    /// <returns>The scores in the order given, or why there are none: fewer clients than classes.</returns>
    /// <remarks>The score is 1 + ⌊classes · rank / clients⌋ with the rank counted from 0 at the worst; clients who are equal share the middle of their ranks, so that they score the same, and in the middle when all are equal.</remarks>
    public static Finding<IReadOnlyList<RfmScore>> Score(IReadOnlyList<RfmClient> clients, int classes = 5)
    {
        ArgumentNullException.ThrowIfNull(clients);
        if (classes is < 2 or > 10)
        {
            return Finding.Refused<IReadOnlyList<RfmScore>>(Unusable.OutOfRange(new("number of classes", "分级数"), classes, 2, 10));
        }

        if (clients.Count < classes)
        {
            return Finding.Refused<IReadOnlyList<RfmScore>>(TooFew.Of(new("buyers", "有成交的客户"), clients.Count, classes));
        }

        var r = Scores([.. clients.Select(client => -(decimal)client.Recency)], classes);
        var f = Scores([.. clients.Select(client => (decimal)client.Frequency)], classes);
        var m = Scores([.. clients.Select(client => client.Monetary)], classes);
        return Finding.Of<IReadOnlyList<RfmScore>>([.. clients.Select((client, index) => new RfmScore(client, r[index], f[index], m[index]))]);
    }

    /// <summary>Gathers scored clients in the grid of recency and frequency.</summary>
    /// <param name="scores">The scores.</param>
    /// <returns>The cells that have clients, the best first.</returns>
    public static IReadOnlyList<RfmCell> Cells(IReadOnlyList<RfmScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return [.. scores
            .GroupBy(score => (score.R, score.F))
            .OrderByDescending(group => group.Key)
            .Select(group => new RfmCell(group.Key.R, group.Key.F, [.. group.OrderBy(score => score.Client.Id, StringComparer.Ordinal)], group.Sum(score => score.Client.Monetary)))];
    }

    private static int[] Scores(decimal[] values, int classes)
    {
        var sorted = values.Order().ToArray();
        var (first, last) = (new Dictionary<decimal, int>(), new Dictionary<decimal, int>());
        for (var index = 0; index < sorted.Length; index++)
        {
            first.TryAdd(sorted[index], index);
            last[sorted[index]] = index;
        }

        return [.. values.Select(value => 1 + (int)((long)classes * (first[value] + last[value]) / (2L * values.Length)))];
    }
}
