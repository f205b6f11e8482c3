using System.Globalization;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>A rule of a scheme, evaluated for a client.</summary>
/// <param name="Segment">The segment it lets into.</param>
/// <param name="Rule">The rule as text; <c>otherwise</c> for the segment that takes everyone left.</param>
/// <param name="Explanation">Its clauses with their values; <see langword="null"/> for <c>otherwise</c>.</param>
public sealed record ExplainedRule(Segment Segment, string Rule, RuleExplanation? Explanation);

/// <summary>Why a client is in a segment of a scheme, or in none.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Segment">The segment stored for the day; <see langword="null"/> for none.</param>
/// <param name="Since">The day the membership began.</param>
/// <param name="Reasons">Why, with the numbers of the day it began.</param>
/// <param name="Rules">For a scheme by rules, every rule up to the one that decides, evaluated anew for the day.</param>
public sealed record SegmentExplanation(Scheme Scheme, Segment? Segment, DateOnly? Since, IReadOnlyList<Reason> Reasons, IReadOnlyList<ExplainedRule> Rules);

/// <summary>Explains memberships, by what was stored and by evaluating the rules again.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SegmentExplainer
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly TemplateEngine _engine;

    internal SegmentExplainer(Store store, Catalogue catalogue, TemplateEngine engine)
    {
        _store = store;
        _catalogue = catalogue;
        _engine = engine;
    }

    /// <summary>Explains a client's place in every scheme.</summary>
    /// <param name="client">The client.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the explaining.</param>
    /// <returns>One explanation for each scheme, in the order of registration.</returns>
    public async Task<IReadOnlyList<SegmentExplanation>> ExplainAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var stored = (await _store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false)).ToDictionary(membership => membership.Scheme, StringComparer.Ordinal);
        var plan = new MeasurePlan(_catalogue, _engine);
        var schemes = _catalogue.Schemes.Values.Select(scheme => (Scheme: scheme, Plan: SchemePlan.Of(scheme, plan))).ToList();
        var values = new ClientValues(plan.SlotCount);
        await foreach (var facts in _store.Facts.StreamAsync(plan.Query(asOf) with { Client = client }, cancellationToken).ConfigureAwait(false))
        {
            plan.Fill(facts, asOf, values);
        }

        return [.. schemes.Select(pair => Explain(pair.Scheme, pair.Plan, stored.GetValueOrDefault(pair.Scheme.Name), values))];
    }

    private SegmentExplanation Explain(Scheme scheme, SchemePlan plan, StoredMembership? membership, ClientValues values) => new(
        scheme,
        membership is null ? null : scheme.All.FirstOrDefault(segment => segment.Name == membership.Segment) ?? new Segment(membership.Segment, LocalizedText.Same(membership.Segment)),
        membership?.From,
        membership is null ? [] : Reasons(scheme, membership),
        plan is RulePlan rules ? Rules(scheme, rules, values) : []);

    private static List<ExplainedRule> Rules(Scheme scheme, RulePlan plan, ClientValues values)
    {
        var explained = new List<ExplainedRule>();
        foreach (var (name, rule) in plan.Rules)
        {
            var explanation = rule?.Explain(values);
            explained.Add(new ExplainedRule(scheme.All.First(segment => segment.Name == name), rule?.Text ?? "otherwise", explanation));
            if (explanation is null or { Outcome: RuleOutcome.Holds })
            {
                break;
            }
        }

        return explained;
    }

    private IReadOnlyList<Reason> Reasons(Scheme scheme, StoredMembership membership) => scheme switch
    {
        RankScheme rank when membership.Reasons.TryGetValue("rank", out var place) => [RankReason(rank, membership, place)],
        RuleScheme rules when rules.Rules.FirstOrDefault(rule => rule.Name == membership.Segment) is { } rule => [RuleReason(rule, membership)],
        _ => [new Reason("stored", new($"Decided by version {membership.Version} of the scheme.", $"由该分类法的版本 {membership.Version} 判定。")) { Facts = membership.Reasons }],
    };

    private Reason RankReason(RankScheme scheme, StoredMembership membership, string place)
    {
        var facts = membership.Reasons;
        var title = _catalogue.Measures[scheme.Measure].Title;
        var value = decimal.Parse(facts[scheme.Measure], CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);
        var before = decimal.Parse(facts["share_before"], CultureInfo.InvariantCulture).ToString("0.0%", CultureInfo.InvariantCulture);
        return new Reason("rank", new(
            $"{title.En} {value}: rank {place} of {facts["population"]}; the clients before it bring {before} of the total.",
            $"{title.Zh} {value}，在 {facts["population"]} 家客户中排名第 {place}；排名在其之前的客户合计占 {before}。")) { Facts = facts };
    }

    private static Reason RuleReason(SegmentRule rule, StoredMembership membership)
    {
        var read = string.Join(", ", membership.Reasons.Select(pair => $"{pair.Key} = {pair.Value}"));
        return rule.When.Length == 0
            ? new Reason("otherwise", new($"No earlier rule holds{(read.Length > 0 ? $" ({read})" : "")}.", $"之前各条规则均不成立{(read.Length > 0 ? $"({read})" : "")}。")) { Facts = membership.Reasons }
            : new Reason("rule", new($"{rule.When} holds{(read.Length > 0 ? $" ({read})" : "")}.", $"规则 {rule.When} 成立{(read.Length > 0 ? $"({read})" : "")}。")) { Facts = membership.Reasons };
    }
}
