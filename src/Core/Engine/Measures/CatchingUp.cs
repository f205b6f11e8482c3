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
            var end = await batch.ProjectAsync(catalogue.MatterTypes, catalogue.Moves.Allowed, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return end;
        }
    }

    /// <summary>The same before a reading, where it is needed and nobody is writing: whoever reads while a batch of the same process is open sees the facts as of the last fold, rather than waiting for himself.</summary>
    public static async Task CatchUpToReadAsync(this Store store, Catalogue catalogue, CancellationToken cancellationToken)
    {
        if (await store.Facts.AreCurrentAsync(cancellationToken).ConfigureAwait(false) || await store.TryBeginAsync(cancellationToken).ConfigureAwait(false) is not { } batch)
        {
            return;
        }

        await using (batch.ConfigureAwait(false))
        {
            await batch.ProjectAsync(catalogue.MatterTypes, catalogue.Moves.Allowed, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
