using Clientele.Storage;
using Clientele.Storage.Reading;

namespace Clientele.Segments;

/// <summary>The segment each client is in before a run: read beside the pass in the order of clients when it covers all of them, looked up one by one when it covers few.</summary>
internal sealed class CurrentSegments(Store store, DateOnly asOf, bool whole, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Dictionary<string, SchemeStream> _streams = new(StringComparer.Ordinal);
    private ClientId _client;
    private IReadOnlyList<StoredMembership> _memberships = [];

    public async ValueTask<string?> OfAsync(string scheme, ClientId client)
    {
        if (whole)
        {
            return await StreamOf(scheme).OfAsync(client).ConfigureAwait(false);
        }

        if (_client != client)
        {
            _client = client;
            _memberships = await store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false);
        }

        return _memberships.FirstOrDefault(membership => membership.Scheme == scheme)?.Segment;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams.Values)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private SchemeStream StreamOf(string scheme)
    {
        if (!_streams.TryGetValue(scheme, out var stream))
        {
            stream = new SchemeStream(store.Memberships.OfSchemeAsync(scheme, asOf, cancellationToken).GetAsyncEnumerator(cancellationToken));
            _streams.Add(scheme, stream);
        }

        return stream;
    }

    private sealed class SchemeStream(IAsyncEnumerator<StoredMembership> rows) : IAsyncDisposable
    {
        private bool _begun;
        private bool _ended;

        public async ValueTask<string?> OfAsync(ClientId client)
        {
            if (!_begun)
            {
                _begun = true;
                _ended = !await rows.MoveNextAsync().ConfigureAwait(false);
            }

            while (!_ended && rows.Current.Client < client)
            {
                _ended = !await rows.MoveNextAsync().ConfigureAwait(false);
            }

            return !_ended && rows.Current.Client == client ? rows.Current.Segment : null;
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
