using Clientele.Storage.Projection;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Tests;

public sealed class StoreTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 15);
    private readonly TemporaryStore _temporary = new();

    private Store Store => _temporary.Store;

    public Task InitializeAsync() => _temporary.OpenAsync();

    public Task DisposeAsync() => _temporary.DisposeAsync().AsTask();

    [Fact]
    public async Task A_saved_client_is_read_back_with_its_version()
    {
        var client = Some.Client("a");
        await using (var batch = await Store.BeginAsync())
        {
            await batch.SaveAsync(client);
            await batch.CommitAsync();
        }

        Assert.Equal(client with { Version = 1 }, await Store.Clients.FindAsync(client.Id));
    }

    [Fact]
    public async Task A_change_of_a_client_that_somebody_else_changed_is_refused()
    {
        await using var batch = await Store.BeginAsync();
        var read = await batch.SaveAsync(Some.Client("a"));
        await batch.SaveAsync(read with { Name = "First" });

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => batch.SaveAsync(read with { Name = "Second" }));

        Assert.Equal(ErrorCodes.ClientChanged, refused.Code);
    }

    [Fact]
    public async Task A_batch_without_a_commit_leaves_nothing()
    {
        await using (var batch = await Store.BeginAsync())
        {
            await batch.SaveAsync(Some.Client("a"));
        }

        Assert.Equal(0, await Store.Clients.CountAsync());
    }

    [Fact]
    public async Task A_touchpoint_put_twice_is_unchanged_and_one_that_differs_becomes_a_correction()
    {
        await using var batch = await Store.BeginAsync();
        var client = await batch.SaveAsync(Some.Client("a"));
        var sale = Some.Sale(client, "1", Day, 100);

        Assert.Equal(PutResult.Added, await batch.PutAsync(sale));
        Assert.Equal(PutResult.Unchanged, await batch.PutAsync(sale));
        Assert.Equal(PutResult.Changed, await batch.PutAsync(sale with { Amount = new Money(120, "CNY") }));
        Assert.Equal(PutResult.Unchanged, await batch.PutAsync(sale with { Amount = new Money(120, "CNY") }));
        Assert.Equal(PutResult.Changed, await batch.PutAsync(sale));
        await batch.ProjectAsync(new Dictionary<string, MatterType>());
        await batch.CommitAsync();

        var timeline = await Store.Touchpoints.TimelineAsync(client.Id, Day).ToListAsync();
        Assert.Equal(100, Assert.Single(timeline).Amount!.Value.Amount);
        Assert.Equal(100, await SumAsync(Day));
    }

    [Fact]
    public async Task A_touchpoint_of_an_unknown_client_is_refused_by_name()
    {
        await using var batch = await Store.BeginAsync();

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => batch.AppendAsync(Some.Sale(Some.Client("nobody"), "1", Day, 1)));

        Assert.Equal(ErrorCodes.ReferenceUnknown, refused.Code);
    }

    [Fact]
    public async Task Facts_after_the_as_of_day_are_not_seen()
    {
        await using (var batch = await Store.BeginAsync())
        {
            var client = await batch.SaveAsync(Some.Client("a"));
            await batch.AppendAsync(Some.Sale(client, "1", new(2026, 3, 1), 1));
            await batch.AppendAsync(Some.Sale(client, "2", new(2026, 3, 15), 10));
            await batch.AppendAsync(Some.Sale(client, "3", new(2026, 3, 16), 100));
            await batch.ProjectAsync(new Dictionary<string, MatterType>());
            await batch.CommitAsync();
        }

        Assert.Equal(11, await SumAsync(new(2026, 3, 15)));
        Assert.Equal(111, await SumAsync(new(2026, 3, 31)));
        Assert.Equal(0, await SumAsync(new(2026, 2, 28)));
    }

    [Fact]
    public async Task An_attribute_is_a_dated_interval()
    {
        var client = Some.Client("a");
        await using (var batch = await Store.BeginAsync())
        {
            await batch.SaveAsync(client);
            await batch.PutAsync(new AttributeValue(client.Id, "core.region", "north", new(2026, 1, 1)));
            await batch.PutAsync(new AttributeValue(client.Id, "core.region", "south", new(2026, 3, 1)));
            await batch.CommitAsync();
        }

        Assert.Equal("north", Assert.Single(await Store.Clients.AttributesAsync(client.Id, new(2026, 2, 28))).Value);
        Assert.Equal("south", Assert.Single(await Store.Clients.AttributesAsync(client.Id, new(2026, 3, 1))).Value);
    }

    [Fact]
    public async Task Opening_a_database_with_another_currency_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => Store.OpenAsync(_temporary.Options with { Currency = "AUD" }, TimeProvider.System));

        Assert.Equal(ErrorCodes.CurrencyMixed, refused.Code);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        var path = Path.Combine(_temporary.Folder, "letter.txt");
        await File.WriteAllTextAsync(path, new string('x', 5000));

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => Store.OpenAsync(new StoreOptions { Database = path }, TimeProvider.System));

        Assert.Equal(ErrorCodes.DatabaseUnusable, refused.Code);
    }

    private async Task<decimal> SumAsync(DateOnly asOf)
    {
        var sum = 0m;
        await foreach (var facts in Store.Facts.StreamAsync(new FactQuery(asOf, [])))
        {
            sum += facts.Buckets.Sum(bucket => bucket.Amount);
        }

        return sum;
    }
}
