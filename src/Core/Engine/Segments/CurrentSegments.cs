using Clientele.Storage;

namespace Clientele.Segments;

/// <summary>The segments each client is in before a run: read beside the pass in the order of clients when it covers all of them, looked up one by one when it covers few.</summary>
internal sealed class CurrentSegments(Store store, DateOnly asOf, bool whole, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Dictionary<string, string> _segments = new(StringComparer.Ordinal);
    private IAsyncEnumerator<(ClientId Client, string Scheme, string Segment)>? _rows;
    private bool _ended;

    /// <summary>The segments of a client by scheme, until the next one is asked for.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> OfAsync(ClientId client)
    {
        _segments.Clear();
        if (!whole)
        {
            foreach (var membership in await store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false))
            {
                _segments[membership.Scheme] = membership.Segment;
            }

            return _segments;
        }

        if (_rows is null)
        {
            _rows = store.Memberships.SegmentsAsync(asOf, cancellationToken).GetAsyncEnumerator(cancellationToken);
            _ended = !await _rows.MoveNextAsync().ConfigureAwait(false);
        }

        while (!_ended && _rows.Current.Client <= client)
        {
            if (_rows.Current.Client == client)
            {
                _segments[_rows.Current.Scheme] = _rows.Current.Segment;
            }

            _ended = !await _rows.MoveNextAsync().ConfigureAwait(false);
        }

        return _segments;
    }

    public ValueTask DisposeAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;
}
