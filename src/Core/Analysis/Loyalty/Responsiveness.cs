namespace Clientele.Analysis.Loyalty;

/// <summary>An effort to reach a client, and whether he answered well: replied, met, shared information, invited to tender, ordered.</summary>
/// <param name="Positive">Whether he did within the window.</param>
/// <param name="DaysAgo">How long ago; 0 or more.</param>
public readonly record struct Effort(bool Positive, int DaysAgo);

/// <summary>How likely a client is to react positively to an effort, with few efforts drawn towards what is usual (a beta prior).</summary>
/// <param name="Value">The probability, between 0 and 1.</param>
/// <param name="Efforts">How many efforts it rests on; 0 gives what is usual.</param>
public sealed record Responsiveness(double Value, int Efforts)
{
    /// <summary>(s + mean × strength) / (n + strength).</summary>
    /// <param name="efforts">The efforts.</param>
    /// <param name="mean">What is usual in the portfolio; between 0 and 1.</param>
    /// <param name="strength">How many efforts the usual weighs as much as; above 0.</param>
    /// <param name="halfLife">Days after which an effort counts half; <see langword="null"/> when all count the same.</param>
    /// <returns>The responsiveness, or why there is none.</returns>
    public static Finding<Responsiveness> Of(IReadOnlyList<Effort> efforts, double mean, double strength = 10, double? halfLife = null)
    {
        ArgumentNullException.ThrowIfNull(efforts);
        var reason = OutOfRange.Of(
                OutOfRange.Share("usual responsiveness", "平均反应度", mean),
                new Input(new("strength of the prior", "先验强度"), strength, 1e-6, 1e6),
                new Input(new("half-life in days", "半衰期（天）"), halfLife ?? 1, 1e-3, 1e6))
            ?? efforts.Select(effort => OutOfRange.Of(new Input(new("age of an effort in days", "距今天数"), effort.DaysAgo, 0, 1e6))).FirstOrDefault(found => found is not null);
        if (reason is not null)
        {
            return Finding.Refused<Responsiveness>(reason);
        }

        double trials = 0, successes = 0;
        foreach (var effort in efforts)
        {
            var weight = halfLife is { } half ? Math.Pow(0.5, effort.DaysAgo / half) : 1;
            trials += weight;
            successes += effort.Positive ? weight : 0;
        }

        return Finding.Of(new Responsiveness((successes + (mean * strength)) / (trials + strength), efforts.Count));
    }
}
