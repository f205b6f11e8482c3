using System.Globalization;
using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A scheme by rank: decided over the whole population, once its values are known.</summary>
internal sealed class RankPlan(RankScheme scheme, MeasurePlan plan) : SchemePlan(scheme, plan), IPopulationPlan
{
    public int Slot { get; } = plan.Slot(scheme.Measure);

    public string Measure => scheme.Measure;

    public RankScheme Ranks => scheme;

    public string ValuesName => $"{Name}/{Measure}";

    public override string? Segment(ClientValues values, string? current) => throw new NotSupportedException("A ranking is decided over the population.");

    public override IReadOnlyList<PlannedRule> Rules(string? current) => [];

    public string? Keep(ClientValues values) => Value(values)?.ToString(CultureInfo.InvariantCulture);

    public decimal? Value(ClientValues values) => Includes(values) ? values[Slot].NumberOrNull() : null;

    public IDecidedPopulation Over(IReadOnlyList<KeyValuePair<ClientId, string>> kept)
    {
        var ranked = PopulationRanking.Rank([.. kept.Select(pair => KeyValuePair.Create(pair.Key, decimal.Parse(pair.Value, CultureInfo.InvariantCulture)))], scheme);
        ranked.Sort(static (left, right) => left.Client.CompareTo(right.Client));
        return new Decided(scheme.Measure, ranked);
    }

    private sealed class Decided(string measure, List<Ranked> ranked) : IDecidedPopulation
    {
        public int Count => ranked.Count;

        public ClientId Client(int index) => ranked[index].Client;

        public string Segment(int index, string? current) => ranked[index].Segment;

        public SortedDictionary<string, string> Reasons(int index, string? current) => new(StringComparer.Ordinal)
        {
            [measure] = ranked[index].Value.ToString("0.####", CultureInfo.InvariantCulture),
            ["rank"] = ranked[index].Rank.ToString(CultureInfo.InvariantCulture),
            ["population"] = ranked.Count.ToString(CultureInfo.InvariantCulture),
            ["share_before"] = ranked[index].ShareBefore.ToString("0.############################", CultureInfo.InvariantCulture),
            ["share"] = ranked[index].Share.ToString("0.############################", CultureInfo.InvariantCulture),
        };
    }
}
