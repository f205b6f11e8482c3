namespace Clientele.Measures;

/// <summary>A stream ordered by client id, read beside another one of the same order.</summary>
internal sealed class Beside<T>(IAsyncEnumerator<T> rows, Func<T, ClientId> id) : IAsyncDisposable
{
    private bool _begun;
    private bool _ended;

    /// <summary>The row that was found.</summary>
    public T Current => rows.Current;

    /// <summary>Moves to a client's row, passing over those before it.</summary>
    public async ValueTask<bool> FindAsync(ClientId client)
    {
        if (!_begun)
        {
            _begun = true;
            _ended = !await rows.MoveNextAsync().ConfigureAwait(false);
        }

        while (!_ended && id(rows.Current) < client)
        {
            _ended = !await rows.MoveNextAsync().ConfigureAwait(false);
        }

        return !_ended && id(rows.Current) == client;
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
