namespace Clientele.Analysis.Weights;

/// <summary>A number that says something about a client's value.</summary>
/// <param name="Dimension">The dimension it belongs to, such as <c>finance</c>.</param>
/// <param name="Factor">The factor within the dimension, such as <c>profitability</c>.</param>
/// <param name="Name">The indicator's name.</param>
/// <param name="Values">The values of the clients, in their order; <see langword="null"/> where missing.</param>
/// <param name="LessIsBetter">Whether a smaller value is better.</param>
public sealed record Indicator(string Dimension, string Factor, string Name, IReadOnlyList<double?> Values, bool LessIsBetter = false);

/// <summary>A client's place.</summary>
/// <param name="Client">The client.</param>
/// <param name="Score">The weighted total; 0 is the average client.</param>
/// <param name="Rank">1 is the best; equal scores share a rank.</param>
/// <param name="Dimensions">His scores by dimension.</param>
public sealed record ClientScore(string Client, double Score, int Rank, IReadOnlyDictionary<string, double> Dimensions);

/// <summary>
/// Clients compared in several dimensions (finance, market, management, learning and growth): indicators are standardised, averaged within a factor, factors within a dimension, and dimensions weighted.
/// </summary>
/// <param name="Scores">The clients who have a value in every dimension, the best first.</param>
/// <param name="Unscored">The others, with the reason.</param>
/// <param name="Notes">What was peculiar about the indicators.</param>
public sealed record ClientValueIndex(IReadOnlyList<ClientScore> Scores, IReadOnlyList<(string Client, Reason Reason)> Unscored, IReadOnlyList<Reason> Notes)
{
    /// <summary>Computes the index.</summary>
    /// <param name="clients">The clients.</param>
    /// <param name="indicators">The indicators with a value for each client.</param>
    /// <param name="weights">The weight of each dimension; they sum to 1. A phase of the life cycle may have a set of its own, made by hand or by <see cref="Ahp"/>.</param>
    /// <returns>The index, or why there is none.</returns>
    public static Finding<ClientValueIndex> Of(IReadOnlyList<string> clients, IReadOnlyList<Indicator> indicators, IReadOnlyDictionary<string, double> weights)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(weights);
        var refusal = WeightSet.Refusal([.. weights.Values])
            ?? (clients.Count < 2 ? TooFew.Of(new("clients", "客户"), clients.Count, 2) : null)
            ?? indicators.Select(indicator => Fits(indicator, clients.Count, weights)).FirstOrDefault(reason => reason is not null)
            ?? weights.Keys.Where(dimension => indicators.All(indicator => indicator.Dimension != dimension)).Order(StringComparer.Ordinal).Select(Empty).FirstOrDefault();
        if (refusal is not null)
        {
            return Finding.Refused<ClientValueIndex>(refusal);
        }

        var notes = new List<Reason>();
        var standardised = new List<(Indicator Indicator, IReadOnlyList<double?> Values)>();
        foreach (var indicator in indicators)
        {
            var finding = Standardised.Of(indicator.Values, indicator.LessIsBetter);
            if ((finding.Refusal ?? finding.Value?.Note) is { } note)
            {
                notes.Add(note with { Text = new($"{indicator.Name}: {note.Text.En}", $"{indicator.Name}：{note.Text.Zh}") });
            }

            if (finding.IsKnown)
            {
                standardised.Add((indicator, finding.Value.Values));
            }
        }

        return Ranked(clients, standardised, weights, notes);
    }

    private static Finding<ClientValueIndex> Ranked(IReadOnlyList<string> clients, List<(Indicator Indicator, IReadOnlyList<double?> Values)> standardised, IReadOnlyDictionary<string, double> weights, List<Reason> notes)
    {
        var scored = new List<(string Client, double Score, IReadOnlyDictionary<string, double> Dimensions)>();
        var unscored = new List<(string, Reason)>();
        for (var i = 0; i < clients.Count; i++)
        {
            var dimensions = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var dimension in standardised.Where(entry => entry.Values[i] is not null).GroupBy(entry => entry.Indicator.Dimension))
            {
                dimensions[dimension.Key] = dimension.GroupBy(entry => entry.Indicator.Factor).Select(factor => factor.Average(entry => entry.Values[i]!.Value)).Average();
            }

            if (weights.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !dimensions.ContainsKey(name)) is { } missing)
            {
                unscored.Add((clients[i], new("dimension_missing", new($"The client has no value in the dimension {missing}.", $"该客户在维度“{missing}”没有数值。"))));
            }
            else
            {
                scored.Add((clients[i], weights.OrderBy(weight => weight.Key, StringComparer.Ordinal).Sum(weight => weight.Value * dimensions[weight.Key]), dimensions));
            }
        }

        return Finding.Of(new ClientValueIndex(
            [.. scored.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Client, StringComparer.Ordinal)
                .Select(entry => new ClientScore(entry.Client, entry.Score, 1 + scored.Count(other => other.Score > entry.Score), entry.Dimensions))],
            unscored,
            notes));
    }

    private static Reason? Fits(Indicator indicator, int clients, IReadOnlyDictionary<string, double> weights) =>
        indicator.Values.Count != clients ? new("values_missing", new($"{indicator.Name} has {indicator.Values.Count} values for {clients} clients.", $"{indicator.Name}有{indicator.Values.Count}个数值，但客户有{clients}个。"))
        : !weights.ContainsKey(indicator.Dimension) ? new("weight_missing", new($"The dimension {indicator.Dimension} has no weight.", $"维度“{indicator.Dimension}”没有权重。"))
        : null;

    private static Reason Empty(string dimension) => new("dimension_empty", new($"The dimension {dimension} has a weight but no indicator.", $"维度“{dimension}”有权重但没有指标。"));
}
