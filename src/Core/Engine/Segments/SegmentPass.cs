using System.Globalization;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>One pass over clients: fills the slots, lets every scheme decide, and writes only what changed.</summary>
internal sealed class SegmentPass(Store store, StoreBatch batch, MeasurePlan plan, IReadOnlyList<SchemePlan> schemes, DateOnly asOf)
{
    private static readonly SortedDictionary<string, string> NoReasons = new(StringComparer.Ordinal);

    public long Measured { get; private set; }

    public long Moves { get; private set; }

    public async Task RunAsync(FactQuery query, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var rules = schemes.OfType<RulePlan>().ToList();
        var ranks = schemes.OfType<RankPlan>().ToList();
        long? total = query.ChangedAfter is null ? await store.Clients.CountAsync(cancellationToken).ConfigureAwait(false) : null;
        var current = new CurrentSegments(store, asOf, whole: query.ChangedAfter is null, cancellationToken);
        await using (current.ConfigureAwait(false))
        {
            await foreach (var (client, _, values) in new Filling(plan, asOf).RunAsync(store.Facts.StreamAsync(query, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                foreach (var scheme in rules)
                {
                    await DecideAsync(scheme, client, values, current, cancellationToken).ConfigureAwait(false);
                }

                foreach (var scheme in ranks)
                {
                    await batch.KeepValueAsync(scheme.ValuesName, client, scheme.Value(values), cancellationToken).ConfigureAwait(false);
                }

                if (++Measured % 1000 == 0)
                {
                    progress?.Report(new WorkProgress(Measured, total));
                }
            }
        }

        // A ranking reads everybody's value, so it is left alone when nobody's can have changed.
        foreach (var scheme in Measured > 0 ? ranks : [])
        {
            await RankAsync(scheme, cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new WorkProgress(Measured, Measured));
    }

    private async Task DecideAsync(RulePlan scheme, ClientId client, ClientValues values, CurrentSegments current, CancellationToken cancellationToken)
    {
        var segment = scheme.Segment(values);
        if (await current.OfAsync(scheme.Name, client).ConfigureAwait(false) == segment)
        {
            return;
        }

        Moves++;
        await batch.AssignAsync(client, scheme.Name, segment, asOf, scheme.Version, segment is null ? NoReasons : scheme.Reasons(values, segment), cancellationToken).ConfigureAwait(false);
    }

    private async Task RankAsync(RankPlan scheme, CancellationToken cancellationToken)
    {
        var ranked = PopulationRanking.Rank(await batch.ValuesAsync(scheme.ValuesName, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false), scheme.Cuts);
        ranked.Sort(static (left, right) => left.Client.CompareTo(right.Client));
        var left = new List<ClientId>();
        var next = 0;
        var stay = new bool[ranked.Count];
        await foreach (var (client, segment) in batch.SegmentsAsync(scheme.Name, cancellationToken).ConfigureAwait(false))
        {
            while (next < ranked.Count && ranked[next].Client < client)
            {
                next++;
            }

            if (next < ranked.Count && ranked[next].Client == client)
            {
                stay[next] = ranked[next].Segment == segment;
            }
            else
            {
                left.Add(client);
            }
        }

        foreach (var client in left)
        {
            Moves++;
            await batch.AssignAsync(client, scheme.Name, null, asOf, scheme.Version, NoReasons, cancellationToken).ConfigureAwait(false);
        }

        for (var index = 0; index < ranked.Count; index++)
        {
            if (!stay[index])
            {
                Moves++;
                await batch.AssignAsync(ranked[index].Client, scheme.Name, ranked[index].Segment, asOf, scheme.Version, Reasons(scheme, ranked[index], ranked.Count), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static SortedDictionary<string, string> Reasons(RankPlan scheme, Ranked place, int population) => new(StringComparer.Ordinal)
    {
        [scheme.Measure] = place.Value.ToString("0.####", CultureInfo.InvariantCulture),
        ["rank"] = place.Rank.ToString(CultureInfo.InvariantCulture),
        ["population"] = population.ToString(CultureInfo.InvariantCulture),
        ["share_before"] = place.ShareBefore.ToString("0.######", CultureInfo.InvariantCulture),
        ["share"] = place.Share.ToString("0.######", CultureInfo.InvariantCulture),
    };
}
