using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>One pass over clients: fills the slots, lets every scheme decide, and writes only what changed. What a person decided wins over the rule.</summary>
internal sealed class SegmentPass(Store store, StoreBatch batch, MeasurePlan plan, IReadOnlyList<SchemePlan> schemes, OverridesOfDay overrides, DateOnly asOf)
{
    private static readonly SortedDictionary<string, string> NoReasons = new(StringComparer.Ordinal);

    public long Measured { get; private set; }

    public long Moves { get; private set; }

    public async Task RunAsync(FactQuery query, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var populations = schemes.Where(scheme => scheme is IPopulationPlan).ToList();
        var alone = schemes.Where(scheme => scheme is IClientPlan).ToList();
        var values = new ClientValues(plan.SlotCount);
        long? total = query.ChangedAfter is null ? await store.Clients.CountAsync(cancellationToken).ConfigureAwait(false) : null;
        var current = new CurrentSegments(store, asOf, whole: query.ChangedAfter is null, cancellationToken);
        await using (current.ConfigureAwait(false))
        {
            await foreach (var facts in store.Facts.StreamAsync(query, cancellationToken).ConfigureAwait(false))
            {
                plan.Fill(facts, asOf, values);
                foreach (var scheme in alone)
                {
                    await DecideAsync(scheme, facts.Id, values, current, cancellationToken).ConfigureAwait(false);
                }

                foreach (var scheme in populations)
                {
                    var kept = (IPopulationPlan)scheme;
                    await batch.KeepValueAsync(kept.ValuesName, facts.Id, kept.Keep(values), cancellationToken).ConfigureAwait(false);
                }

                if (++Measured % 1000 == 0)
                {
                    progress?.Report(new WorkProgress(Measured, total));
                }
            }
        }

        // A population reads everybody's value, so it is left alone when nobody's can have changed.
        foreach (var scheme in Measured > 0 ? populations : [])
        {
            await DecideAllAsync(scheme, (IPopulationPlan)scheme, cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new WorkProgress(Measured, Measured));
    }

    private async Task DecideAsync(SchemePlan scheme, ClientId client, ClientValues values, CurrentSegments memberships, CancellationToken cancellationToken)
    {
        var now = await memberships.OfAsync(scheme.Name, client).ConfigureAwait(false);
        if (overrides.Of(client, scheme.Name) is { } decision)
        {
            await MoveAsync(scheme, client, now, decision.Segment, () => OverridesOfDay.Reasons(decision), cancellationToken).ConfigureAwait(false);
            return;
        }

        var decides = (IClientPlan)scheme;
        var current = ByRule(client, scheme, now);
        var segment = decides.Segment(values, current);
        await MoveAsync(scheme, client, now, segment, () => decides.Reasons(values, segment!, current), cancellationToken).ConfigureAwait(false);
    }

    private async Task DecideAllAsync(SchemePlan scheme, IPopulationPlan plan, CancellationToken cancellationToken)
    {
        var decided = plan.Over(await batch.ValuesAsync(plan.ValuesName, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));
        if (scheme is MatrixPlan matrix)
        {
            await batch.KeepCutsAsync(scheme.Name, asOf, "rows", matrix.RowCuts ?? [], cancellationToken).ConfigureAwait(false);
            await batch.KeepCutsAsync(scheme.Name, asOf, "columns", matrix.ColumnCuts ?? [], cancellationToken).ConfigureAwait(false);
        }

        var members = await batch.SegmentsAsync(scheme.Name, cancellationToken).ToDictionaryAsync(pair => pair.Key, pair => pair.Value, cancellationToken: cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < decided.Count; index++)
        {
            var client = decided.Client(index);
            members.Remove(client, out var now);
            if (overrides.Of(client, scheme.Name) is { } decision)
            {
                await MoveAsync(scheme, client, now, decision.Segment, () => OverridesOfDay.Reasons(decision), cancellationToken).ConfigureAwait(false);
                continue;
            }

            var (place, current) = (index, ByRule(client, scheme, now));
            await MoveAsync(scheme, client, now, decided.Segment(index, current), () => decided.Reasons(place, current), cancellationToken).ConfigureAwait(false);
        }

        // Who is left is no longer in the population; an override outside it holds all the same.
        foreach (var decision in overrides.Outside(scheme.Name, decided))
        {
            members.Remove(decision.Client, out var now);
            await MoveAsync(scheme, decision.Client, now, decision.Segment, () => OverridesOfDay.Reasons(decision), cancellationToken).ConfigureAwait(false);
        }

        foreach (var (client, now) in members.OrderBy(pair => pair.Key))
        {
            await MoveAsync(scheme, client, now, null, () => NoReasons, cancellationToken).ConfigureAwait(false);
        }
    }

    // Where a person had put a client, hysteresis holds nobody: when the decision ends, the rule decides afresh.
    private string? ByRule(ClientId client, SchemePlan scheme, string? now) => overrides.WasDecided(client, scheme.Name) ? null : now;

    private async Task MoveAsync(SchemePlan scheme, ClientId client, string? now, string? segment, Func<SortedDictionary<string, string>> reasons, CancellationToken cancellationToken)
    {
        var decided = overrides.Of(client, scheme.Name) is not null;
        if (now == segment && overrides.WasDecided(client, scheme.Name) == decided)
        {
            return;
        }

        Moves += now == segment ? 0 : 1;
        await batch.AssignAsync(client, scheme.Name, segment, asOf, decided ? SegmentWriting.Overridden : scheme.Version, segment is null ? NoReasons : reasons(), cancellationToken).ConfigureAwait(false);
    }
}
