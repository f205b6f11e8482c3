using Clientele.Analysis.Weights;

namespace Clientele.Practices.ValueIndex;

/// <summary>The four-dimension index of the clients, from every measure that is an indicator, those of plugins included.</summary>
/// <param name="Index">The index.</param>
/// <param name="Weights">The weight of each dimension with data, by the judgements.</param>
/// <param name="Ids">The clients by the names that the index uses.</param>
/// <param name="Indicators">The indicators that count.</param>
internal sealed record ValueIndexReading(ClientValueIndex Index, IReadOnlyDictionary<string, double> Weights, IReadOnlyDictionary<string, ClientId> Ids, IReadOnlyList<IndicatorMeasure> Indicators)
{
    public const string Scheme = "core.life_cycle";

    public static async Task<Finding<ValueIndexReading>> ReadAsync(IInsightInput input, string judgements, bool byPhase, CancellationToken cancellationToken)
    {
        var judged = DimensionWeights.Judged(judgements);
        if (!judged.IsKnown)
        {
            return Finding.Refused<ValueIndexReading>(judged.Refusal);
        }

        var (clients, phases) = (new List<ClientId>(), new List<string>());
        var values = input.Indicators.Select(_ => new List<double?>()).ToArray();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            clients.Add(client.Id);
            phases.Add(byPhase ? client.Segment(Scheme) ?? "" : "");
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Add((double?)client.Number(input.Indicators[i].Measure));
            }
        }

        // An indicator that fewer than two clients have cannot compare anybody.
        var counted = input.Indicators.Select((indicator, i) => (Measure: indicator, Values: values[i])).Where(one => one.Values.Count(value => value is not null) > 1).ToList();
        Indicator[] indicators = [.. counted.Select(one => new Indicator(DimensionWeights.Name(one.Measure.Indicator.Dimension), one.Measure.Indicator.Factor, one.Measure.Measure, one.Values, one.Measure.Indicator.LessIsBetter))];
        var present = indicators.Select(indicator => indicator.Dimension).ToHashSet(StringComparer.Ordinal);
        string[] names = [.. clients.Select(client => client.ToString())];
        var usual = DimensionWeights.Of("", judged.Value, present);
        var found = ClientValueIndex.Of(names, indicators, usual);
        if (found.IsKnown && byPhase)
        {
            var phaseOf = names.Zip(phases).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            var sets = DimensionWeights.Phased.ToDictionary(phase => phase, phase => ClientValueIndex.Of(names, indicators, DimensionWeights.Of(phase, judged.Value, present)).Value!, StringComparer.Ordinal);
            found = Finding.Of(Ranked(found.Value, [.. found.Value.Scores.Select(score => sets.TryGetValue(phaseOf[score.Client], out var own) ? own.Scores.First(one => one.Client == score.Client) : score)]));
        }

        return found.Then(index => Finding.Of(new ValueIndexReading(index, usual, clients.ToDictionary(client => client.ToString(), StringComparer.Ordinal), [.. counted.Select(one => one.Measure)])));
    }

    private static ClientValueIndex Ranked(ClientValueIndex index, IReadOnlyList<ClientScore> scores) => index with
    {
        Scores = [.. scores.OrderByDescending(score => score.Score).ThenBy(score => score.Client, StringComparer.Ordinal).Select(score => score with { Rank = 1 + scores.Count(other => other.Score > score.Score) })],
    };
}
