using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A scheme compiled for a run.</summary>
internal abstract class SchemePlan
{
    private readonly BoundRule? _population;

    protected SchemePlan(Scheme scheme, MeasurePlan plan)
    {
        Name = scheme.Name;
        _population = scheme.Population.Length == 0 ? null : plan.Rule(scheme.Population, $"{scheme.Name} population");
        Definition = Describe(scheme);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Definition)).AsSpan(0, 8));
    }

    public string Name { get; }

    /// <summary>The rules as text, kept with every version, so that an old membership can still be explained.</summary>
    public string Definition { get; }

    public string Version { get; }

    public BoundRule? Population => _population;

    public static SchemePlan Of(Scheme scheme, MeasurePlan plan) => scheme switch
    {
        RuleScheme rules => new RulePlan(rules, plan),
        RankScheme ranks => new RankPlan(ranks, plan),
        _ => throw new NotSupportedException($"Schemes of type {scheme.GetType().Name} cannot be planned."),
    };

    public bool Includes(ClientValues values) => _population is null || _population.Outcome(values) == Templating.RuleOutcome.Holds;

    private static string Describe(Scheme scheme)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"population: {(scheme.Population.Length == 0 ? "all" : scheme.Population)}\n");
        switch (scheme)
        {
            case RuleScheme rules:
                foreach (var rule in rules.Rules)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{rule.Name}: {(rule.When.Length == 0 ? "otherwise" : rule.When)}\n");
                }

                break;
            case RankScheme ranks:
                text.Append(CultureInfo.InvariantCulture, $"rank by: {ranks.Measure}\n");
                foreach (var cut in ranks.Cuts)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{cut.Name}: up to {cut.UpTo:0.####}\n");
                }

                break;
        }

        return text.ToString();
    }
}

/// <summary>A scheme by rules: the first rule that holds decides.</summary>
internal sealed class RulePlan(RuleScheme scheme, MeasurePlan plan) : SchemePlan(scheme, plan)
{
    private readonly IReadOnlyList<(string Segment, BoundRule? Rule)> _rules =
        [.. scheme.Rules.Select(rule => (rule.Name, rule.When.Length == 0 ? null : plan.Rule(rule.When, $"{scheme.Name}.{rule.Name}")))];

    public IReadOnlyList<(string Segment, BoundRule? Rule)> Rules => _rules;

    public string? Segment(ClientValues values)
    {
        if (!Includes(values))
        {
            return null;
        }

        foreach (var (segment, rule) in _rules)
        {
            if (rule is null || rule.Outcome(values) == Templating.RuleOutcome.Holds)
            {
                return segment;
            }
        }

        return null;
    }

    /// <summary>The values of every name read up to the rule that decided: what an explanation needs.</summary>
    public SortedDictionary<string, string> Reasons(ClientValues values, string segment)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Population?.Collect(values, read);
        foreach (var (name, rule) in _rules)
        {
            rule?.Collect(values, read);
            if (name == segment)
            {
                break;
            }
        }

        return read;
    }
}

/// <summary>A scheme by rank: decided over the whole population, once its values are known.</summary>
internal sealed class RankPlan(RankScheme scheme, MeasurePlan plan) : SchemePlan(scheme, plan)
{
    private readonly int _slot = plan.Slot(scheme.Measure);

    public string Measure => scheme.Measure;

    /// <summary>Where the values that rank the scheme's population are kept.</summary>
    public string ValuesName => $"{Name}/{Measure}";

    public IReadOnlyList<RankCut> Cuts => scheme.Cuts;

    public decimal? Value(ClientValues values) => Includes(values) ? values[_slot].NumberOrNull() : null;
}
