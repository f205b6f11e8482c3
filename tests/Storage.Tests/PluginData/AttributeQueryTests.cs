using Clientele.Storage.Reading;
using static Clientele.Storage.Tests.PluginData.MigratingStore;

namespace Clientele.Storage.Tests.PluginData;

public sealed class AttributeQueryTests : IAsyncLifetime
{
    private MigratingStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await OpenAsync();
        await _store.ClientAsync("a", ("p.size", "9", Day), ("p.class", "key", Day));
        await _store.ClientAsync("b", ("p.size", "10", Day), ("p.class", "9", Day));
        await _store.ClientAsync("c", ("p.size", "-2.5", Day), ("p.size", "1e2", Day.AddDays(1)), ("p.class", "key", Day));
        await _store.ClientAsync("d", ("p.size", "2026-03-15", Day), ("p.class", "key", Day), ("p.class", "lost", Day.AddDays(1)));
        await _store.ClientAsync("e", ("p.size", "true", Day));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Clients_are_found_by_the_value_an_attribute_has_at_present()
    {
        Assert.Equal(["a", "c"], await NamesAsync(_store.Store.Clients.HoldingAsync("p.class", "key")));
        Assert.Empty(await NamesAsync(_store.Store.Clients.HoldingAsync("p.class", "k")));
    }

    [Theory]
    [InlineData(9.5, 100.0, "b c")]
    [InlineData(null, 9.0, "a")]
    [InlineData(10.0, null, "b c")]
    [InlineData(null, null, "a b c")]
    public async Task Clients_are_found_by_a_range_of_numbers_compared_as_numbers(double? least, double? most, string found)
    {
        Assert.Equal(found.Split(' '), await NamesAsync(_store.Store.Clients.HoldingAsync("p.size", (decimal?)least, (decimal?)most)));
    }

    [Theory]
    [InlineData(ClientReader.Holding, "client_attribute USING INDEX client_attribute_value (name=? AND value=?)")]
    [InlineData(ClientReader.HoldingBetween, "client_attribute USING INDEX client_attribute_number (name=? AND number>? AND number<?)")]
    public void The_query_goes_by_the_index(string sql, string step)
    {
        var plan = string.Join('\n', _store.Rows("EXPLAIN QUERY PLAN " + sql.Replace("@0", "'p.size'", StringComparison.Ordinal).Replace("@1", "1", StringComparison.Ordinal).Replace("@2", "2", StringComparison.Ordinal)));

        Assert.Contains(step, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN client_attribute", plan, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IAsyncEnumerable<Client> clients) => await clients.Select(client => client.ExternalId).Order().ToListAsync();
}
