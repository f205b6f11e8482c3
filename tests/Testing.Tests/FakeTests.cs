namespace Clientele.Testing.Tests;

/// <summary>What an author tests a plugin's own code with, without a host.</summary>
public sealed class FakeTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    [Fact]
    public void A_computation_reads_the_values_it_is_given_and_misses_the_others()
    {
        var input = FakeInput.Of(AsOf, ("gardening.visits", 4), ("gardening.share", 0.25m), ("gardening.garden", "park"));

        Assert.Equal((4m, 0.25m, "park"), (input.Number("gardening.visits"), input.Number("gardening.share"), input.Text("gardening.garden")));
        Assert.Equal((null, null), (input.Number("gardening.other"), input.Text("gardening.other")));
        Assert.Null(input.Number("gardening.garden"));
        Assert.Equal(AsOf, input.AsOf);
    }

    [Fact]
    public async Task A_fake_context_stops_and_disposes_what_was_handed_over_the_last_first()
    {
        var order = new List<string>();
        var context = new FakePluginContext { Id = "acme.garden" };
        context.Own(new Noted(() => order.Add("first")));
        context.Own(new Noted(() => order.Add("second")));
        var stopping = context.Stopping;
        Assert.Equal(2, context.Owned.Count);

        await context.DisposeAsync();

        Assert.True(stopping.IsCancellationRequested);
        Assert.Equal(["second", "first"], order);
    }

    [Fact]
    public async Task Fake_facts_are_read_and_appended_to_in_memory()
    {
        var facts = new FakeFacts();
        var client = new Client { Id = ClientId.From("test", "1"), Name = "City Park", Since = AsOf };
        facts.Clients.Add(client);
        IPluginContext context = new FakePluginContext { Facts = facts };

        await context.Facts.AppendAsync([new Touchpoint { Id = TouchpointId.From("test", "t"), Client = client.Id, Kind = "core.visit", OccurredOn = AsOf }]);

        Assert.Equal([client], await context.Facts.ClientsAsync().ToListAsync());
        Assert.Equal("core.visit", Assert.Single(await context.Facts.TimelineAsync(client.Id, AsOf).ToListAsync()).Kind);
        Assert.Empty(await context.Facts.TimelineAsync(client.Id, AsOf.AddDays(-1)).ToListAsync());
        Assert.Empty(await context.Facts.ContactsAsync(client.Id));
    }

    [Fact]
    public void A_fake_clock_stands_still_until_it_is_moved()
    {
        var time = new FakeTime(AsOf);
        var before = time.GetUtcNow();

        time.Move(TimeSpan.FromDays(2));

        Assert.Equal(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero), before);
        Assert.Equal(before.AddDays(2), time.GetLocalNow());
    }

    private sealed class Noted(Action disposed) : IDisposable
    {
        public void Dispose() => disposed();
    }
}
