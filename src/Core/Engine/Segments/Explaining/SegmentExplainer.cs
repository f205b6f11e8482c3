using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>Explains memberships, by what was stored and by evaluating the rules again, and says what would change them.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SegmentExplainer
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;

    // Compiled once; a matrix whose cuts move with the population is planned anew, because its cuts are placed for one question.
    private readonly Lazy<(MeasurePlan Plan, IReadOnlyList<SchemePlan> Schemes)> _plans;

    internal SegmentExplainer(Store store, Catalogue catalogue, TemplateEngine engine)
    {
        _store = store;
        _catalogue = catalogue;
        _plans = new(() =>
        {
            var plan = new MeasurePlan(catalogue, engine);
            return (plan, [.. catalogue.Schemes.Values.Select(scheme => SchemePlan.Of(scheme, plan))]);
        });
    }

    /// <summary>Explains a client's place in every scheme.</summary>
    /// <param name="client">The client.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the explaining.</param>
    /// <returns>One explanation for each scheme, in the order of registration.</returns>
    public async Task<IReadOnlyList<SegmentExplanation>> ExplainAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var stored = (await _store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false)).ToDictionary(membership => membership.Scheme, StringComparer.Ordinal);
        var values = await ValuesAsync(client, asOf, cancellationToken).ConfigureAwait(false);
        var explanations = new List<SegmentExplanation>();
        foreach (var scheme in _plans.Value.Schemes)
        {
            explanations.Add(Explain(await PlacedAsync(scheme, asOf, cancellationToken).ConfigureAwait(false), stored.GetValueOrDefault(scheme.Name), values));
        }

        return explanations;
    }

    /// <summary>Says what single change would let a client into a segment, or, when it is there already, out of it.</summary>
    /// <param name="client">The client.</param>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="segment">The segment's name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The smallest changes; each was tried and keeps its promise. A value is changed by itself: those computed from it are taken as they are.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>), or it has no such segment (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<SegmentCounterfactual> WhyNotAsync(ClientId client, string scheme, string segment, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var known = _catalogue.Scheme(scheme);
        var target = known.All.FirstOrDefault(candidate => candidate.Name == segment)
            ?? throw new ClienteleException(ErrorCodes.RecordInvalid, $"The scheme '{scheme}' has no segment '{segment}'; it has {string.Join(", ", known.All.Select(candidate => candidate.Name))}.");
        var membership = (await _store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false)).FirstOrDefault(membership => membership.Scheme == scheme);
        if (membership?.Version == SegmentWriting.Overridden)
        {
            return new(known, target, membership.Segment == segment, [], new Reason("override", new(
                "The client is where it is by a person's decision; as long as that holds, no value changes it.",
                "该客户由人工指定归属；在该指定有效期间，任何数值变化都不影响归属。")));
        }

        var plan = await PlacedAsync(_plans.Value.Schemes.First(candidate => candidate.Name == scheme), asOf, cancellationToken).ConfigureAwait(false);
        var values = await ValuesAsync(client, asOf, cancellationToken).ConfigureAwait(false);
        var rank = plan is RankPlan ranks ? new RankAmong(ranks.Ranks, client, await KeptPopulation.ReadAsync(_store.Memberships.PopulationAsync(ranks.ValuesName, cancellationToken)).ConfigureAwait(false)) : null;
        string? Decide(ClientValues changed) => plan is RankPlan ranked ? rank!.Segment(ranked.Value(changed)) : plan.Segment(changed, membership?.Segment);
        var isMember = Decide(values) == segment;
        IEnumerable<BoundRule?> rules = [plan.Population, .. plan.Rules(membership?.Segment).Select(rule => rule.Rule)];
        var also = plan is RankPlan ranking ? new Dictionary<string, (int, Func<decimal, IEnumerable<decimal>>)>(StringComparer.Ordinal) { [ranking.Measure] = (ranking.Slot, rank!.Boundaries) } : [];
        var changes = new Counterfactual(_catalogue, plan, values, Decide).Find([.. rules.OfType<BoundRule>()], also, where => isMember ? where != segment && where != "" : where == segment);
        return new(known, target, isMember, changes, changes.Count > 0 ? null : new Reason("no_single_change", new("No change of a single value suffices.", "任何单个数值的变化都不足以改变归属。")));
    }

    /// <summary>Decides a stored membership once more, from nothing but the values stored with it.</summary>
    /// <param name="membership">The membership.</param>
    /// <returns>The segment, which is the stored one; refused for a membership of an older version of the scheme.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public Finding<string> Reevaluate(StoredMembership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        var (plan, schemes) = _plans.Value;
        _catalogue.Scheme(membership.Scheme);
        var scheme = schemes.First(candidate => candidate.Name == membership.Scheme);
        return Reevaluation.Of(membership, scheme is RelativeMatrixPlan ? SchemePlan.Of(scheme.Scheme, plan) : scheme, plan, _catalogue);
    }

    private async Task<ClientValues> ValuesAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var plan = _plans.Value.Plan;
        var values = new ClientValues(plan.SlotCount);
        await foreach (var filled in new Filling(plan, asOf).RunAsync(_store.Facts.StreamAsync(plan.Query(asOf) with { Client = client }, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            values = filled.Values;
        }

        return values;
    }

    private async Task<SchemePlan> PlacedAsync(SchemePlan scheme, DateOnly asOf, CancellationToken cancellationToken)
    {
        if (scheme is not RelativeMatrixPlan relative)
        {
            return scheme;
        }

        var placed = MatrixPlan.Of(relative.Matrix, _plans.Value.Plan);
        var cuts = await _store.Memberships.CutsAsync(scheme.Name, asOf, cancellationToken).ConfigureAwait(false);
        placed.Place([.. cuts["rows"]], [.. cuts["columns"]]);
        return placed;
    }

    private SegmentExplanation Explain(SchemePlan plan, StoredMembership? membership, ClientValues values)
    {
        var reasons = membership is null ? [] : new StoredReasons(_catalogue, _plans.Value.Plan).Of(plan, membership);
        return new(
            plan.Scheme,
            membership is null ? null : Titled(plan.Scheme, membership.Segment),
            membership?.From,
            Kept(plan, membership, values) is { } kept ? [.. reasons, kept] : reasons,
            Rules(plan, membership, values))
        {
            Population = plan.Population?.Explain(values),
        };
    }

    private static Reason? Kept(SchemePlan plan, StoredMembership? membership, ClientValues values)
    {
        if (plan is RankPlan || membership is null || membership.Version == SegmentWriting.Overridden || plan.Segment(values, membership.Segment) != membership.Segment
            || plan.Segment(values, null) is not { } alone || alone == membership.Segment)
        {
            return null;
        }

        var title = Titled(plan.Scheme, alone).Title;
        return new Reason("hysteresis", new(
            $"Kept by hysteresis: by today's values alone the client would be in '{title.En}', but it has not crossed the band.",
            $"因滞后区间保留：仅按当日数值应归入“{title.Zh}”，但尚未越过缓冲带。"));
    }

    private static Segment Titled(Scheme scheme, string segment) => scheme.All.FirstOrDefault(known => known.Name == segment) ?? new Segment(segment, LocalizedText.Same(segment));

    private static List<ExplainedRule> Rules(SchemePlan plan, StoredMembership? membership, ClientValues values)
    {
        var explained = new List<ExplainedRule>();
        foreach (var (name, rule) in plan.Includes(values) ? plan.Rules(membership?.Version == SegmentWriting.Overridden ? null : membership?.Segment) : [])
        {
            var explanation = rule?.Explain(values);
            explained.Add(new ExplainedRule(Titled(plan.Scheme, name), rule?.Text ?? "otherwise", explanation));
            if (explanation is null or { Outcome: RuleOutcome.Holds })
            {
                break;
            }
        }

        return explained;
    }
}
