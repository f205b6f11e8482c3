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

    public KeptValues? Keep(ClientValues values) => Value(values) is { } value ? new(value) : null;

    public decimal? Value(ClientValues values) => Includes(values) ? values[Slot].NumberOrNull() : null;

    protected override int SteadyInside(ClientValues values, string? segment) => values.Motion(Slot).StillSteps;

    public IDecidedPopulation Over(KeptPopulation members) => new PopulationRanking(scheme, members);
}
