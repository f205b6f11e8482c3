using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>One pass over clients: fills the slots, lets every scheme decide, and writes only what changed. What a person decided wins over the rule.</summary>
internal sealed class SegmentPass(Store store, StoreBatch batch, MeasurePlan plan, IReadOnlyList<SchemePlan> schemes, OverridesOfDay overrides, DateOnly asOf) : IDisposable
{
    private readonly SegmentMoving _moving = new(batch, overrides, asOf);

    public DueDays Due { get; } = new(asOf);

    public long Measured { get; private set; }

    public long Moves => _moving.Moves;

    /// <summary>By how much each segment of a scheme grew or shrank.</summary>
    public IReadOnlyDictionary<string, long> Moved(string scheme) => _moving.Moved(scheme);

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
                var steady = int.MaxValue;
                foreach (var scheme in alone)
                {
                    var segment = Decide(scheme, client, values, segments.GetValueOrDefault(scheme.Name));
                    steady = steady > 0 ? Math.Min(steady, scheme.Steady(values, segment)) : 0;
                }

                foreach (var population in populations)
                {
                    population.Measured(client, values, segments.GetValueOrDefault(population.Scheme.Name));
                    steady = steady > 0 ? Math.Min(steady, population.Scheme.Steady(values, null)) : 0;
                }

                Due.Add(client, values, steady);

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

    private string? Decide(SchemePlan scheme, ClientId client, ClientValues values, string? now)
    {
        if (overrides.Of(client, scheme.Name) is { } decision)
        {
            _moving.ByDecision(scheme, client, now);
            return decision.Segment;
        }

        var decides = (IClientPlan)scheme;
        var current = overrides.ByRule(client, scheme.Name, now);
        var segment = decides.Segment(values, current);
        if (_moving.IsMove(scheme, client, now, segment))
        {
            _moving.Move(scheme, client, now, segment, segment is null ? null : decides.Reasons(values, segment, current));
        }

        return segment;
    }
}
