namespace Clientele.Analysis.RelationshipValue;

/// <summary>
/// Lifetime value of clients who pause between projects and return ("always a share"): p_j is the probability of buying j periods after the last purchase, given that none came before.
/// Dwyer, Customer lifetime valuation to support marketing decision making, Journal of Direct Marketing 11 (1997) 6–13; Berger and Nasr (1998), case 5.
/// </summary>
public static class MigrationModel
{
    private const int MostPeriods = 1000;

    /// <summary>How likely a purchase is in each coming period: C_0 = 1, C_i = Σ_j C_(i−j)·p_j·Π_(k&lt;j)(1−p_k).</summary>
    /// <param name="probabilities">p_1, p_2, … after so many periods of pause; beyond the last the client is lost.</param>
    /// <param name="horizon">How many periods; 0 to 1,000.</param>
    /// <returns>C_0 to C_horizon, or why there are none.</returns>
    public static Finding<IReadOnlyList<decimal>> Purchases(IReadOnlyList<decimal> probabilities, int horizon)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return Refusal(probabilities, horizon) is { } reason
            ? Finding.Refused<IReadOnlyList<decimal>>(reason)
            : Finding.Of<IReadOnlyList<decimal>>(Chain(probabilities, horizon));
    }

    /// <summary>CLV = Σ GC·C_i/(1+d)^i − M·Σ(i=1..n) 1/(1+d)^(i−½): a purchase now and the ones to come, less promoting in the middle of every period.</summary>
    /// <param name="probabilities">p_1, p_2, …</param>
    /// <param name="contribution">The gross contribution of a purchase, GC.</param>
    /// <param name="promotion">The promotion cost of a period, M; 0 or more.</param>
    /// <param name="discount">The discount rate per period.</param>
    /// <param name="horizon">How many periods; 0 to 1,000.</param>
    /// <returns>The value to the cent, or why there is none.</returns>
    public static Finding<decimal> Value(IReadOnlyList<decimal> probabilities, decimal contribution, decimal promotion, decimal discount, int horizon)
    {
        var reason = RetentionValue.Refusal(contribution, 0, discount, horizon) ?? OutOfRange.Of(OutOfRange.Cost("promotion cost", "促销成本", promotion));
        return reason is not null ? Finding.Refused<decimal>(reason) : Purchases(probabilities, horizon).Then(chain => Computed.Exactly(() => Discounted(chain, contribution, promotion, discount)));
    }

    /// <summary>Estimates p_j from the periods in which clients bought: of those who had paused so long, the part that then bought. Who is still pausing at the end of watching counts only up to there.</summary>
    /// <param name="purchases">For each client the numbers of the periods in which he bought.</param>
    /// <param name="last">The number of the last period watched.</param>
    /// <param name="pauses">How many p_j to estimate, J; 1 to 100.</param>
    /// <returns>p_1 to p_J with the pauses each rests on, or why there are none.</returns>
    public static Finding<IReadOnlyList<ReturnProbability>> Estimate(IEnumerable<IReadOnlyCollection<int>> purchases, int last, int pauses)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        if (OutOfRange.Of(new Input(new("number of pauses", "间隔期数"), pauses, 1, 100)) is { } reason)
        {
            return Finding.Refused<IReadOnlyList<ReturnProbability>>(reason);
        }

        long[] waiting = new long[pauses], returned = new long[pauses];
        foreach (var client in purchases)
        {
            int[] periods = [.. client.Where(period => period <= last).Distinct().Order()];
            for (var i = 0; i < periods.Length; i++)
            {
                // The pause after a purchase: up to the next one, or up to the end of watching.
                var returns = i + 1 < periods.Length;
                var length = Math.Min((long)(returns ? periods[i + 1] : last) - periods[i], pauses + 1L);
                for (var j = 1; j <= Math.Min(length, pauses); j++)
                {
                    waiting[j - 1]++;
                    returned[j - 1] += returns && j == length ? 1 : 0;
                }
            }
        }

        var scarce = Array.FindIndex(waiting, count => count < FewestPauses);
        return scarce >= 0
            ? Finding.Refused<IReadOnlyList<ReturnProbability>>(TooFew.Of(new($"pauses of {scarce + 1} periods", $"{scarce + 1}期间隔"), (int)waiting[scarce], FewestPauses))
            : Finding.Of<IReadOnlyList<ReturnProbability>>([.. waiting.Zip(returned, (all, back) => new ReturnProbability((decimal)back / all, all))]);
    }

    // Below five pauses a single return moves the probability by more than a fifth.
    private const int FewestPauses = 5;

    private static Reason? Refusal(IReadOnlyList<decimal> probabilities, int horizon)
    {
        if (probabilities.Count == 0)
        {
            return TooFew.Of(new("purchase probabilities", "购买概率"), 0, 1);
        }

        return OutOfRange.Of(new Input(new("number of periods", "期数"), horizon, 0, MostPeriods))
            ?? probabilities.Select(p => OutOfRange.Of(OutOfRange.Share("purchase probability", "购买概率", (double)p))).FirstOrDefault(reason => reason is not null);
    }

    private static decimal[] Chain(IReadOnlyList<decimal> p, int horizon)
    {
        // After exactly j periods: p_j and no purchase before.
        var after = new decimal[p.Count];
        var none = 1m;
        for (var j = 0; j < p.Count; j++)
        {
            after[j] = p[j] * none;
            none *= 1 - p[j];
        }

        var chain = new decimal[horizon + 1];
        chain[0] = 1;
        for (var i = 1; i <= horizon; i++)
        {
            for (var j = 1; j <= Math.Min(i, p.Count); j++)
            {
                chain[i] += chain[i - j] * after[j - 1];
            }
        }

        return chain;
    }

    private static Finding<decimal> Discounted(IReadOnlyList<decimal> chain, decimal contribution, decimal promotion, decimal discount)
    {
        decimal weight = 1, sum = 0, half = (decimal)Math.Sqrt((double)(1 + discount));
        for (var i = 0; i < chain.Count; i++)
        {
            sum += weight * ((contribution * chain[i]) - (i > 0 ? promotion * half : 0));
            weight /= 1 + discount;
        }

        return LifetimeAmount.Of(sum);
    }
}

/// <summary>How likely a client returns after a pause.</summary>
/// <param name="Probability">p_j, between 0 and 1.</param>
/// <param name="Pauses">How many pauses of that length it rests on.</param>
public readonly record struct ReturnProbability(decimal Probability, long Pauses);
