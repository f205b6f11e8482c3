namespace Clientele.Documents;

/// <summary>How much hangs on few clients. Values below zero count as zero, as they do in a ranking.</summary>
/// <param name="TopShare">The share of the whole that the first 20 % of the clients bring.</param>
/// <param name="CountFor80">How many clients, the largest first, bring 80 %.</param>
/// <param name="ClientShareFor80">Their share of all clients.</param>
public sealed record Concentration(decimal TopShare, long CountFor80, decimal ClientShareFor80)
{
    /// <summary>Measures the concentration of values.</summary>
    /// <param name="values">The values in descending order.</param>
    /// <param name="clients">How many clients there are, those without a value included.</param>
    /// <returns>The concentration; <see langword="null"/> when nothing is above zero.</returns>
    public static Concentration? Of(IReadOnlyList<decimal> values, long clients)
    {
        ArgumentNullException.ThrowIfNull(values);
        var total = values.Where(value => value > 0).Sum();
        if (total <= 0 || clients <= 0)
        {
            return null;
        }

        var first = (long)Math.Ceiling(clients * 0.2m);
        var (reached, top, count80) = (0m, 0m, 0L);
        for (var index = 0; index < values.Count && values[index] > 0; index++)
        {
            if (reached < total * 0.8m)
            {
                count80 = index + 1;
            }

            reached += values[index];
            if (index < first)
            {
                top = reached;
            }
        }

        return new Concentration(top / total, count80, (decimal)count80 / clients);
    }
}
