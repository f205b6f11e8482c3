using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Clients in a segment that rests: for them nothing is planned.</summary>
internal static class Resting
{
    public static async Task<IReadOnlySet<ClientId>> ClientsAsync(Store store, Catalogue catalogue, DateOnly asOf, CancellationToken cancellationToken)
    {
        var resting = new HashSet<ClientId>();
        foreach (var scheme in catalogue.Schemes.Values)
        {
            foreach (var (segment, _) in scheme.Treatments.Where(pair => pair.Value.StopsFollowUps))
            {
                await foreach (var client in store.Memberships.InSegmentAsync(scheme.Name, segment, asOf, cancellationToken).ConfigureAwait(false))
                {
                    resting.Add(client);
                }
            }
        }

        return resting;
    }
}
