using Clientele.Storage.PluginData;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;
using static Clientele.Storage.Tests.PluginData.MigratingStore;

namespace Clientele.Storage.Tests.PluginData;

public sealed class ConvertingTests : IAsyncLifetime
{
    private const string Values = "SELECT value FROM client_attribute WHERE name = 'p.x' ORDER BY 1";
    private MigratingStore _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Values_that_change_places_do_not_run_into_each_other()
    {
        await _store.ClientAsync("a", ("p.x", "one", Day), ("p.x", "two", Day.AddDays(1)));
        await _store.ClientAsync("b", ("p.x", "two", Day));

        var applied = await _store.ChangeAsync(new ConvertValues("p.x", new Dictionary<string, string> { ["one"] = "two", ["two"] = "one" }));

        Assert.Equal((3, 0), (applied.Changed, applied.Lost));
        Assert.Equal(["one", "one", "two"], _store.Rows(Values));
        Assert.Equal(["two 2026-03-15 2026-03-16", "one 2026-03-16 "], _store.Rows("SELECT value, from_on, coalesce(until_on, '') FROM client_attribute a JOIN client c ON c.id = a.client_id WHERE c.external_id = 'a' ORDER BY from_on"));
    }

    [Fact]
    public async Task A_stored_value_without_a_new_one_is_named_and_nothing_is_changed_unless_the_others_have_one()
    {
        await _store.ClientAsync("a", ("p.x", "large", Day));
        await _store.ClientAsync("b", ("p.x", "huge", Day));
        var values = new Dictionary<string, string> { ["large"] = "big" };

        Assert.Equal("Cannot convert p.x: 1 stored values have no new one: 'huge'.", await _store.RefusedAsync(new ConvertValues("p.x", values)));
        Assert.Equal(["huge", "large"], _store.Rows(Values));

        var applied = await _store.ChangeAsync(new ConvertValues("p.x", values) { Others = "unknown" });
        Assert.Equal((2, 2), (applied.Changed, applied.Lost));
        Assert.Equal(["big", "unknown"], _store.Rows(Values));
    }

    [Theory]
    [InlineData("12.5", "10000", "125000")]
    [InlineData("0.1", "0.1", "0.01")]
    [InlineData("-3", "0.0001", "-0.0003")]
    [InlineData("1.50", "1", "1.5")]
    public async Task Numbers_are_multiplied_exactly(string value, string factor, string product)
    {
        await _store.ClientAsync("a", ("p.x", value, Day));

        await _store.ChangeAsync(new ScaleValues("p.x", decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal([product], _store.Rows(Values));
    }

    [Theory]
    [InlineData("about 12", 10)]
    [InlineData("1,5", 10)]
    [InlineData("79228162514264337593543950335", 10)]
    [InlineData("0.0000000000000000000000000001", 0.1)]
    public async Task What_is_no_number_or_cannot_be_kept_exactly_is_refused(string value, double factor)
    {
        await _store.ClientAsync("a", ("p.x", value, Day));

        Assert.Contains($"have no new one: '{value}'", await _store.RefusedAsync(new ScaleValues("p.x", (decimal)factor)), StringComparison.Ordinal);
        Assert.Equal([value], _store.Rows(Values));
    }

    [Fact]
    public async Task Removing_an_attribute_removes_its_past_as_well_and_counts_as_a_loss()
    {
        await _store.ClientAsync("a", ("p.x", "1", Day), ("p.x", "2", Day.AddDays(1)), ("p.y", "3", Day));

        Assert.Equal(2, (await _store.ChangeAsync(new RemoveValues("p.x"))).Lost);

        Assert.Equal(["p.y 3"], _store.Rows("SELECT name, value FROM client_attribute"));
    }

    [Fact]
    public async Task Removing_the_data_of_a_plugin_leaves_what_happened_and_with_it_the_memory_of_its_migrations()
    {
        var client = await _store.ClientAsync("a", ("p.x", "1", Day), ("pq.x", "2", Day));
        await _store.ChangeAsync(new RenameData(StoredName.Attribute, "p.none", "p.x2"));
        await _store.WriteAsync(async batch =>
        {
            await batch.AssignAsync(client.Id, "p.class", "gold", Day, "v1", new Dictionary<string, string>());
            await batch.PutAsync(new FollowUp { Id = FollowUpId.From("p.visit", "1"), Client = client.Id, Policy = "p.visit", DueOn = Day, CountsFrom = Day });
            await batch.AppendAsync(Some.Sale(client, "1", Day, 1) with { Kind = "p.sale" });
        });

        await _store.WriteAsync(async batch => Assert.Equal(3, await batch.RemoveDataAsync("test.p", "p")));

        Assert.Equal(["pq.x"], _store.Rows("SELECT name FROM client_attribute"));
        Assert.Equal(["p.sale"], _store.Rows("SELECT kind FROM touchpoint"));
        Assert.Single(await _store.Store.PluginData.AppliedAsync());
    }

    [Fact]
    public async Task What_is_stored_is_counted_by_name()
    {
        var client = await _store.ClientAsync("a", ("p.x", "1", Day), ("p.x", "2", Day.AddDays(1)));
        await _store.WriteAsync(batch => batch.AppendAsync(Some.Sale(client, "1", Day, 1)));

        await using var batch = await _store.Store.BeginAsync();

        Assert.Equal([new(StoredName.Attribute, "p.x", 2), new(StoredName.TouchpointKind, "core.sale", 1)], await batch.StoredAsync());
        Assert.Equal([new("1", 1), new("2", 1)], await batch.ValuesOfAttributeAsync("p.x"));
    }
}
