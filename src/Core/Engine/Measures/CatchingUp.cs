using Clientele.Storage;
using Clientele.Storage.Projection;
using Clientele.Storage.Reading;

namespace Clientele.Measures;

/// <summary>Brings the fold of the log up to its end, in a batch of its own: readers see only what is committed, so it lands before whatever reads it.</summary>
internal static class CatchingUp
{
    public static async Task<LogPosition> CatchUpAsync(this Store store, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var end = await batch.ProjectAsync(catalogue.MatterTypes, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return end;
        }
    }
}
