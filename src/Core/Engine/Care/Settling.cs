using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Closes contacts that stood for several follow-ups and were made since: what fulfils the one fulfils all.</summary>
internal sealed class Settling(Store store, Catalogue catalogue, OpenFollowUps open, DateOnly asOf)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var merged = open.All.Where(followUp => followUp.MergedInto is not null).ToLookup(followUp => followUp.MergedInto!.Value);
        foreach (var lead in open.All.Where(followUp => merged.Contains(followUp.Id)).OrderBy(followUp => followUp.Id).ToList())
        {
            if (!catalogue.Policies.TryGetValue(lead.Policy, out var policy)
                || await store.Touchpoints.FindFirstAsync(lead.Client, Fulfilment.Kinds(catalogue, policy), lead.CountsFrom, asOf, lead.Matter, cancellationToken).ConfigureAwait(false) is not { } by)
            {
                continue;
            }

            await open.CloseAsync(lead, by.Id, cancellationToken).ConfigureAwait(false);

            // One that began only after that touch was not meant by it.
            foreach (var other in merged[lead.Id].Where(other => other.CountsFrom < by.OccurredOn).OrderBy(other => other.Id))
            {
                await open.CloseAsync(other, by.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
