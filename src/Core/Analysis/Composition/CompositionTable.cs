namespace Clientele.Analysis.Composition;

/// <summary>A part of a whole, beside what it was before.</summary>
/// <param name="Name">The part.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="Share">Its share of the whole.</param>
/// <param name="Before">What it came to before; <see langword="null"/> when nothing is known of that.</param>
/// <param name="Growth">The relative change; <see langword="null"/> when there was nothing before.</param>
public sealed record CompositionPart(string Name, decimal Value, double Share, decimal? Before, double? Growth)
{
    /// <summary>The change; <see langword="null"/> when nothing is known of before.</summary>
    public decimal? Change => Value - Before;
}

/// <summary>What a whole is made of.</summary>
/// <param name="Parts">The parts, the largest first, ties by name.</param>
/// <param name="Total">The whole.</param>
/// <param name="Before">The whole before; <see langword="null"/> when nothing is known of that.</param>
/// <param name="Growth">The relative change of the whole; <see langword="null"/> when there was nothing before.</param>
public sealed record CompositionTable(IReadOnlyList<CompositionPart> Parts, decimal Total, decimal? Before, double? Growth)
{
    /// <summary>Computes shares and growth.</summary>
    /// <param name="now">What each part comes to; not negative.</param>
    /// <param name="before">What each part came to before; left out when nothing is known of that. A part that is missing in it was nothing.</param>
    /// <returns>The composition, or why there is none.</returns>
    public static Finding<CompositionTable> Of(IReadOnlyDictionary<string, decimal> now, IReadOnlyDictionary<string, decimal>? before = null)
    {
        ArgumentNullException.ThrowIfNull(now);
        var total = now.Values.Sum();
        if (now.Values.Any(value => value < 0) || (before?.Values.Any(value => value < 0) ?? false))
        {
            return Finding.Refused<CompositionTable>(Unusable.Negative(new("parts", "各组成部分")));
        }

        if (total <= 0)
        {
            return Finding.Refused<CompositionTable>(Unusable.NothingToShare());
        }

        var parts = now.Keys.Union(before?.Keys ?? [], StringComparer.Ordinal).Select(name =>
        {
            var (value, earlier) = (now.GetValueOrDefault(name), before is null ? (decimal?)null : before.GetValueOrDefault(name));
            return new CompositionPart(name, value, (double)(value / total), earlier, Relative(value, earlier));
        });
        var whole = before?.Values.Sum();
        return Finding.Of(new CompositionTable([.. parts.OrderByDescending(part => part.Value).ThenBy(part => part.Name, StringComparer.Ordinal)], total, whole, Relative(total, whole)));
    }

    private static double? Relative(decimal value, decimal? before) => before is > 0 and { } below ? (double)(value / below) - 1 : null;
}
