namespace Clientele.Storage.Tests.Concurrency;

public sealed class BatchTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 15);
    private readonly TemporaryStore _temporary = new();

    private Store Store => _temporary.Store;

    public Task InitializeAsync() => _temporary.OpenAsync();

    public Task DisposeAsync() => _temporary.DisposeAsync().AsTask();

    [Fact]
    public async Task A_second_batch_waits_for_the_first()
    {
        var first = await Store.BeginAsync();
        var second = Store.BeginAsync();
        Assert.False(second.IsCompleted);

        await first.SaveAsync(Some.Client("a"));
        await first.CommitAsync();

        await using var batch = await second;
        Assert.Equal(Clientele.Storage.Writing.PutResult.Unchanged, await batch.PutAsync(Some.Client("a")));
    }

    [Fact]
    public async Task Waiting_for_a_batch_can_be_cancelled_and_the_next_may_begin()
    {
        using var cancellation = new CancellationTokenSource();
        await using (await Store.BeginAsync(cancellation.Token))
        {
            var waiting = Store.BeginAsync(cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.BeginAsync(cancellation.Token));
        await using var next = await Store.BeginAsync();
    }

    [Fact]
    public async Task A_store_elsewhere_that_keeps_writing_is_named_as_the_reason()
    {
        await using var other = await Store.OpenAsync(_temporary.Options with { LongestWait = TimeSpan.FromMilliseconds(20) }, TimeProvider.System);
        await using (await Store.BeginAsync())
        {
            var refused = await Assert.ThrowsAsync<ClienteleException>(() => other.BeginAsync());
            Assert.Equal(ErrorCodes.DatabaseBusy, refused.Code);
        }

        await using var batch = await other.BeginAsync();
        await batch.SaveAsync(Some.Client("a"));
        await batch.CommitAsync();
    }

    [Fact]
    public async Task A_store_is_opened_while_another_writes()
    {
        await using var batch = await Store.BeginAsync();
        await batch.SaveAsync(Some.Client("a"));

        await using var other = await Store.OpenAsync(_temporary.Options with { LongestWait = TimeSpan.Zero }, TimeProvider.System);

        Assert.Equal(0, await other.Clients.CountAsync());
    }

    [Fact]
    public async Task Many_openings_of_a_new_file_at_once_make_one_database()
    {
        var options = _temporary.Options with { Database = Path.Combine(_temporary.Folder, "new.db") };

        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.OpenAsync(options, TimeProvider.System))));

        foreach (var store in stores)
        {
            Assert.Equal(0, await store.Clients.CountAsync());
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Nothing_is_written_through_a_batch_that_is_over()
    {
        var batch = await Store.BeginAsync();
        var client = await batch.SaveAsync(Some.Client("a"));
        await batch.CommitAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => batch.AppendAsync(Some.Sale(client, "1", Day, 1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => batch.CommitAsync());
        await batch.DisposeAsync();
        Assert.Equal(0, await Store.Touchpoints.CountAsync(Day));
    }

    [Fact]
    public async Task A_batch_that_the_database_undid_takes_nothing_more_and_keeps_nothing()
    {
        await using (var batch = await Store.BeginAsync())
        {
            await batch.SaveAsync(Some.Client("a"));
            // As SQLite does by itself when the disk is full or fails.
            await batch.Statements["ROLLBACK"].RunAsync(default);

            var refused = await Assert.ThrowsAsync<ClienteleException>(() => batch.SaveAsync(Some.Client("b")));
            Assert.Equal(ErrorCodes.DatabaseUnusable, refused.Code);
            await Assert.ThrowsAsync<ClienteleException>(() => batch.CommitAsync());
        }

        Assert.Equal(0, await Store.Clients.CountAsync());
        await using var next = await Store.BeginAsync();
    }

    [Fact]
    public async Task A_full_disk_is_named_and_the_batch_leaves_nothing()
    {
        await using (var batch = await Store.BeginAsync())
        {
            var client = await batch.SaveAsync(Some.Client("a"));
            var pages = await batch.Statements["PRAGMA page_count"].ScalarAsync<long>(default);
            await batch.Statements[$"PRAGMA max_page_count = {pages + 4}"].ScalarAsync<long>(default);

            var refused = await Assert.ThrowsAsync<ClienteleException>(async () =>
            {
                for (var row = 0; row < 10_000; row++)
                {
                    await batch.AppendAsync(Some.Sale(client, $"{row}", Day, 1));
                }
            });
            Assert.Equal(ErrorCodes.DatabaseUnusable, refused.Code);
            Assert.Contains("room", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Store.Touchpoints.CountAsync(Day));
    }

    [Fact]
    public async Task A_long_statement_is_stopped_and_its_batch_undone()
    {
        await using (var batch = await Store.BeginAsync())
        {
            await batch.SaveAsync(Some.Client("a"));
            using var cancellation = new CancellationTokenSource(millisecondsDelay: 50);
            using var stopped = batch.Statements.StoppedBy(cancellation.Token);

            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                await batch.Statements["INSERT INTO client_change (client_id) WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 1000000000) SELECT x'00' FROM c WHERE n < 0"].RunAsync(default));
            await Assert.ThrowsAsync<ClienteleException>(() => batch.CommitAsync());
        }

        Assert.Equal(0, await Store.Clients.CountAsync());
        await using var next = await Store.BeginAsync();
        await next.SaveAsync(Some.Client("a"));
    }

    [Fact]
    public async Task A_refused_record_leaves_the_rest_of_its_batch()
    {
        await using (var batch = await Store.BeginAsync())
        {
            var client = await batch.SaveAsync(Some.Client("a"));
            await Assert.ThrowsAsync<ClienteleException>(() => batch.AppendAsync(Some.Sale(Some.Client("nobody"), "1", Day, 1)));
            await Assert.ThrowsAsync<ClienteleException>(() => batch.PutAsync(new AttributeValue(ClientId.From("test", "nobody"), "core.region", "north", Day)));
            await batch.AppendAsync(Some.Sale(client, "2", Day, 1));
            await batch.CommitAsync();
        }

        Assert.Equal(1, await Store.Touchpoints.CountAsync(Day));
    }

    [Fact]
    public async Task A_commit_that_is_cancelled_before_it_begins_may_be_repeated()
    {
        await using var batch = await Store.BeginAsync();
        await batch.SaveAsync(Some.Client("a"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.CommitAsync(new CancellationToken(canceled: true)));
        await batch.CommitAsync();

        Assert.Equal(1, await Store.Clients.CountAsync());
    }

    [Fact]
    public async Task A_store_closed_under_a_batch_undoes_it()
    {
        var batch = await Store.BeginAsync();
        await batch.SaveAsync(Some.Client("a"));

        await Store.DisposeAsync();
        await batch.DisposeAsync();

        await using var again = await Store.OpenAsync(_temporary.Options, TimeProvider.System);
        Assert.Equal(0, await again.Clients.CountAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.BeginAsync());
    }
}
