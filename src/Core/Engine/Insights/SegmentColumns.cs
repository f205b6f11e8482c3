using Clientele.Measures;
using Clientele.Documents;
using Clientele.Storage;
using Clientele.Storage.Reading;

namespace Clientele.Insights;

/// <summary>The segments of a client in some schemes, read beside the stream of clients.</summary>
internal sealed class SegmentColumns(Store store, IReadOnlyList<string> schemes, DateOnly asOf, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IReadOnlyList<(string Scheme, Beside<StoredMembership> Rows)> _columns =
        [.. schemes.Select(scheme => (scheme, new Beside<StoredMembership>(store.Memberships.OfSchemeAsync(scheme, asOf, cancellationToken).GetAsyncEnumerator(cancellationToken), row => row.Client)))];

    private readonly Dictionary<string, string?> _segments = new(StringComparer.Ordinal);

    public async ValueTask MoveAsync(ClientId client)
    {
        foreach (var (scheme, rows) in _columns)
        {
            _segments[scheme] = await rows.FindAsync(client).ConfigureAwait(false) ? rows.Current.Segment : null;
        }
    }

    public string? Of(string scheme) => _segments.TryGetValue(scheme, out var segment)
        ? segment
        : throw new InvalidOperationException($"The computation reads the scheme '{scheme}', which the insight does not declare in Schemes.");

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, rows) in _columns)
        {
            await rows.DisposeAsync().ConfigureAwait(false);
        }
    }
}
