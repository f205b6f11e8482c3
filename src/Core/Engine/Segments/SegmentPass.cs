using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>One pass over clients: fills the slots, lets every scheme decide, and writes only what changed. What a person decided wins over the rule.</summary>
internal sealed class SegmentPass(Store store, StoreBatch batch, MeasurePlan plan, IReadOnlyList<SchemePlan> schemes, OverridesOfDay overrides, DateOnly asOf) : IDisposable
{
    private readonly SegmentMoving _moving = new(batch, overrides, asOf);

    public long Measured { get; private set; }

    public long Moves => _moving.Moves;

    public async Task RunAsync(FactQuery query, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var whole = query.ChangedAfter is null;
        long? total = whole ? await store.Clients.CountAsync(cancellationToken).ConfigureAwait(false) : null;
        var alone = schemes.Where(scheme => scheme is IClientPlan).ToList();
        var populations = schemes.Where(scheme => scheme is IPopulationPlan).Select(scheme => new PopulationPass(scheme, batch, _moving, overrides, whole, (int)(total ?? 0))).ToList();
        var current = new CurrentSegments(store, asOf, whole, cancellationToken);
        await using (current.ConfigureAwait(false))
        {
            await foreach (var (client, _, values) in new Filling(plan, asOf).RunAsync(store.Facts.StreamAsync(query, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                var segments = await current.OfAsync(client).ConfigureAwait(false);
                foreach (var scheme in alone)
                {
                    await DecideAsync(scheme, client, values, segments.GetValueOrDefault(scheme.Name)).ConfigureAwait(false);
                }

                foreach (var population in populations)
                {
                    await population.MeasuredAsync(client, values, segments.GetValueOrDefault(population.Scheme.Name)).ConfigureAwait(false);
                }

                if (++Measured % 1000 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new WorkProgress(Measured, total));
                }
            }
        }

        // A population reads everybody's value, so it is left alone when nobody's can have changed.
        foreach (var population in Measured > 0 ? populations : [])
        {
            await population.DecideAsync(asOf, cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new WorkProgress(Measured, Measured));
    }

    public void Dispose() => _moving.Dispose();

    private Task DecideAsync(SchemePlan scheme, ClientId client, ClientValues values, string? now)
    {
        if (overrides.Of(client, scheme.Name) is not null)
        {
            return _moving.ByDecisionAsync(scheme, client, now);
        }

        var decides = (IClientPlan)scheme;
        var current = overrides.ByRule(client, scheme.Name, now);
        var segment = decides.Segment(values, current);
        return _moving.IsMove(scheme, client, now, segment) ? _moving.MoveAsync(scheme, client, now, segment, segment is null ? null : decides.Reasons(values, segment, current)) : Task.CompletedTask;
    }
}
