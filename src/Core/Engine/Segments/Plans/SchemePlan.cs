using System.Security.Cryptography;
using System.Text;
using Clientele.Measures;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>A rule of a planned scheme: a client for whom it is the first that holds is in the segment. Without a rule the segment takes everyone left.</summary>
internal sealed record PlannedRule(string Segment, BoundRule? Rule);

/// <summary>A scheme compiled for a run.</summary>
internal abstract class SchemePlan
{
    protected SchemePlan(Scheme scheme, MeasurePlan plan)
    {
        Scheme = scheme;
        Population = scheme.Population.Length == 0 ? null : plan.Rule(scheme.Population, $"{scheme.Name} population");
        Definition = SchemeDefinition.Of(scheme);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Definition)).AsSpan(0, 8));
    }

    public Scheme Scheme { get; }

    public string Name => Scheme.Name;

    /// <summary>The rules as text, kept with every version, so that an old membership can still be explained.</summary>
    public string Definition { get; }

    public string Version { get; }

    public BoundRule? Population { get; }

    public static SchemePlan Of(Scheme scheme, MeasurePlan plan) => scheme switch
    {
        RuleScheme rules => new RulePlan(rules, plan),
        ScoreScheme score => new ScorePlan(score, plan),
        MatrixScheme matrix => MatrixPlan.Of(matrix, plan),
        RankScheme ranks => new RankPlan(ranks, plan),
        _ => throw new NotSupportedException($"Schemes of type {scheme.GetType().Name} cannot be planned."),
    };

    public bool Includes(ClientValues values) => Population is null || Population.Outcome(values) == RuleOutcome.Holds;

    /// <summary>For how many days the scheme leaves a client where it is, or keeps of it what it kept, as long as no fact comes or goes.</summary>
    /// <param name="values">The client's values.</param>
    /// <param name="segment">The segment it is in from now on.</param>
    public int Steady(ClientValues values, string? segment)
    {
        var population = Population?.Motion(values).Steady ?? int.MaxValue;
        return Includes(values) ? Math.Min(population, SteadyInside(values, segment)) : segment is null || this is IPopulationPlan ? population : 0;
    }

    /// <summary>The same of a client in the scheme's population. Rules before the one that decides must go on failing, and those after it do not matter.</summary>
    protected virtual int SteadyInside(ClientValues values, string? segment)
    {
        var steady = int.MaxValue;
        foreach (var (name, rule) in Rules(segment))
        {
            if (rule is null)
            {
                return name == segment ? steady : 0;
            }

            steady = Math.Min(steady, rule.Motion(values).Steady);
            if (steady == 0)
            {
                return 0;
            }

            if (rule.Outcome(values) == RuleOutcome.Holds)
            {
                return name == segment ? steady : 0;
            }
        }

        return segment is null ? steady : 0;
    }

    /// <summary>The segment that the values of a client lead to who is in one now; <see langword="null"/> for none. A ranking needs the population and answers elsewhere.</summary>
    public abstract string? Segment(ClientValues values, string? current);

    /// <summary>The scheme as rules, the first that holds deciding, for a client who is in a segment now: hysteresis moves their thresholds. Empty for a ranking.</summary>
    public abstract IReadOnlyList<PlannedRule> Rules(string? current);
}

/// <summary>A scheme that is decided client by client, in the order of the stream.</summary>
internal interface IClientPlan
{
    /// <summary>The segment of a client who is in one now; <see langword="null"/> for none.</summary>
    string? Segment(ClientValues values, string? current);

    /// <summary>The values the decision read: what an explanation needs.</summary>
    SortedDictionary<string, string> Reasons(ClientValues values, string segment, string? current);
}

/// <summary>A scheme that is decided once the values of the whole population are known.</summary>
internal interface IPopulationPlan
{
    /// <summary>Where the values of its population are kept.</summary>
    string ValuesName { get; }

    /// <summary>What to keep of a client; <see langword="null"/> when it is not in the population.</summary>
    KeptValues? Keep(ClientValues values);

    /// <summary>The scheme over the kept values.</summary>
    IDecidedPopulation Over(KeptPopulation members);
}

/// <summary>A population whose values are known, by the places of its members.</summary>
internal interface IDecidedPopulation
{
    string Segment(int index, string? current);

    SortedDictionary<string, string> Reasons(int index, string? current);
}
