using System.Runtime.CompilerServices;

namespace Clientele.Storage.Writing;

/// <summary>Writes what schemes over the whole population keep of every client: packed in blocks, because a row for each client takes seconds to write and to read where a block takes milliseconds.</summary>
public static class PopulationWriting
{
    /// <summary>Keeps a block, or removes it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="name">The name the population is kept under: the scheme, a slash, and what is kept.</param>
    /// <param name="block">The block's number.</param>
    /// <param name="data">Its content; empty removes it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task KeepBlockAsync(this StoreBatch batch, string name, int block, byte[] data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(data);
        var statement = data.Length > 0
            ? batch.Statements["INSERT INTO population (name, block, data) VALUES (@0, @1, @2) ON CONFLICT (name, block) DO UPDATE SET data = excluded.data"].With(name, block, data)
            : batch.Statements["DELETE FROM population WHERE name = @0 AND block = @1"].With(name, block);
        await statement.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes all blocks of a population.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="name">The name the population is kept under.</param>
    /// <param name="cancellationToken">Stops the removing.</param>
    /// <returns>A task that ends when they are gone.</returns>
    public static async Task ForgetBlocksAsync(this StoreBatch batch, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await batch.Statements["DELETE FROM population WHERE name = @0"].With(name).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Streams the blocks kept under a name inside the batch, by number.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="name">The name the population is kept under.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The blocks' contents.</returns>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> BlocksAsync(this StoreBatch batch, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var reader = await batch.Statements["SELECT data FROM population WHERE name = @0 ORDER BY block"].With(name).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return reader.Utf8(0).ToArray();
            }
        }
    }
}
