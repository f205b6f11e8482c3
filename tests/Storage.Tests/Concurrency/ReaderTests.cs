using Clientele.Storage.Projection;
using Clientele.Storage.Reading;

namespace Clientele.Storage.Tests.Concurrency;

public sealed class ReaderTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 15);
    private readonly TemporaryStore _temporary = new();
    private readonly Client _client = Some.Client("a");

    private Store Store => _temporary.Store;

    public async Task InitializeAsync()
    {
        await _temporary.OpenAsync();
        await using var batch = await Store.BeginAsync();
        await batch.SaveAsync(_client);
        await batch.SaveAsync(Some.Client("b"));
        await batch.CommitAsync();
    }

    public Task DisposeAsync() => _temporary.DisposeAsync().AsTask();

    [Fact]
    public async Task Readers_see_the_state_before_a_batch_until_it_is_committed()
    {
        await using var batch = await Store.BeginAsync();
        await batch.AppendAsync(Some.Sale(_client, "1", Day, 1));

        Assert.Equal(0, await Store.Touchpoints.CountAsync(Day));
        await batch.CommitAsync();
        Assert.Equal(1, await Store.Touchpoints.CountAsync(Day));
    }

    [Fact]
    public async Task A_stream_that_has_begun_shows_one_state_to_its_end()
    {
        var counts = new List<long>();
        await foreach (var facts in Store.Facts.StreamAsync(new FactQuery(Day, [])))
        {
            counts.Add(facts.Buckets.Sum(bucket => bucket.Count));
            await AppendAndProjectAsync($"{counts.Count}");
        }

        Assert.Equal([0, 0], counts);
        Assert.Equal(2, await CountAsync(default));
    }

    [Fact]
    public async Task A_stream_left_or_cancelled_in_the_middle_does_not_keep_the_past_for_the_next_reader()
    {
        await foreach (var _ in Store.Facts.StreamAsync(new FactQuery(Day, [])))
        {
            break;
        }

        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.Facts.StreamAsync(new FactQuery(Day, []), cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
        await AppendAndProjectAsync("1");

        Assert.Equal(1, await CountAsync(default));
        Assert.Equal(1, await Store.Touchpoints.CountAsync(Day));
    }

    [Fact]
    public async Task A_stream_cancelled_before_it_begins_leaves_the_store_usable()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CountAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, await CountAsync(default));
    }

    [Fact]
    public async Task Readers_run_beside_each_other()
    {
        await AppendAndProjectAsync("1");

        var counts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => CountAsync(default))));

        Assert.All(counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task A_reader_inside_a_reader_has_a_connection_of_its_own()
    {
        var names = new List<string>();
        await foreach (var client in Store.Clients.AllAsync())
        {
            await foreach (var other in Store.Clients.AllAsync())
            {
                names.Add($"{client.ExternalId}{other.ExternalId}");
            }
        }

        Assert.Equal(["aa", "ab", "ba", "bb"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_closed_store_is_not_read()
    {
        await Store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.Clients.CountAsync());
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var facts in Store.Facts.StreamAsync(new FactQuery(Day, []), cancellationToken))
        {
            count += facts.Buckets.Sum(bucket => bucket.Count);
        }

        return count;
    }

    private async Task AppendAndProjectAsync(string id)
    {
        await using var batch = await Store.BeginAsync();
        await batch.AppendAsync(Some.Sale(_client, id, Day, 1));
        await batch.ProjectAsync(new Dictionary<string, MatterType>());
        await batch.CommitAsync();
    }
}
