using Clientele.Insights;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Care;

/// <summary>What planning did.</summary>
/// <param name="Opened">Follow-ups that are new.</param>
/// <param name="Done">Follow-ups that a touchpoint fulfilled since the last planning.</param>
/// <param name="Lapsed">Follow-ups that are no longer asked for.</param>
/// <param name="Open">Follow-ups open now, within the horizon.</param>
public sealed record CarePlanResult(int Opened, int Done, int Lapsed, int Open);

/// <summary>Turns policies into follow-ups as of a day: due ones are opened, fulfilled ones closed by their touchpoint, those no longer asked for lapse. The matters that come of others are opened before that.</summary>
/// <remarks>Thread-safe. Planning the same day twice changes nothing. Run the segments of the day first: a cadence reads them.</remarks>
public sealed class CarePlanner
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly InsightDesk _insights;

    internal CarePlanner(Store store, Catalogue catalogue, InsightDesk insights)
    {
        _insights = insights;
        _store = store;
        _catalogue = catalogue;
    }

    /// <summary>Plans all policies.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="aheadDays">How many days ahead a follow-up is opened; 0 or more, 30 by default.</param>
    /// <param name="cancellationToken">Stops the planning; nothing is then changed.</param>
    /// <returns>What it did.</returns>
    public async Task<CarePlanResult> PlanAsync(DateOnly asOf, int aheadDays = 30, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aheadDays);
        await _store.CatchUpAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        await new FollowOnOpening(_store, _catalogue).RunAsync(asOf, cancellationToken).ConfigureAwait(false);
        var horizon = asOf.AddDays(aheadDays);

        // Insights are computed before the batch is opened, so that nothing waits for the writer.
        var listed = new Dictionary<Policy, IReadOnlyList<FollowUp>>();
        foreach (var policy in _catalogue.Policies.Values.OfType<InsightPolicy>())
        {
            listed[policy] = await new InsightPlanning(_store, _insights, policy).WantedAsync(asOf, horizon, cancellationToken).ConfigureAwait(false);
        }

        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var result = new CarePlanResult(0, 0, 0, 0);
            var resting = await Resting.ClientsAsync(_store, _catalogue, asOf, cancellationToken).ConfigureAwait(false);
            foreach (var policy in _catalogue.Policies.Values)
            {
                var fulfilling = Fulfilling(policy);
                var wanted = policy switch
                {
                    CadencePolicy cadence => await new CadencePlanning(_store, _catalogue, cadence, fulfilling).WantedAsync(asOf, horizon, cancellationToken).ConfigureAwait(false),
                    StagePolicy stage => await new StagePlanning(_store, _catalogue, stage, fulfilling).WantedAsync(asOf, horizon, cancellationToken).ConfigureAwait(false),
                    SegmentPolicy entry => await new SegmentPlanning(_store, _catalogue, entry).WantedAsync(asOf, horizon, cancellationToken).ConfigureAwait(false),
                    _ => listed.GetValueOrDefault(policy, []),
                };
                wanted = resting.Count == 0 ? wanted : [.. wanted.Where(followUp => !resting.Contains(followUp.Client))];
                var step = await new FollowUpReconciliation(_store, batch, policy, fulfilling, asOf).RunAsync(wanted, cancellationToken).ConfigureAwait(false);
                result = new CarePlanResult(result.Opened + step.Opened, result.Done + step.Done, result.Lapsed + step.Lapsed, result.Open + step.Open);
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    internal IReadOnlySet<string> Fulfilling(Policy policy) => policy.FulfilledBy.Count > 0
        ? policy.FulfilledBy.ToHashSet(StringComparer.Ordinal)
        : _catalogue.Kinds.Values.Where(kind => kind.Roles.HasFlag(TouchpointRoles.Contact)).Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);
}
