using Clientele.Storage.Reading;

namespace Clientele.Storage.Tests.Crash;

/// <summary>A process that is killed in the middle of its work leaves whole batches, and everything it was told is saved.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 12, 31);
    private readonly TemporaryStore _temporary = new();

    public Task InitializeAsync() => _temporary.OpenAsync();

    public Task DisposeAsync() => _temporary.DisposeAsync().AsTask();

    [Theory]
    [InlineData("halfway", 1)]
    [InlineData("committed", 1)]
    [InlineData("halfway", 4)]
    [InlineData("committed", 7)]
    public async Task A_killed_process_leaves_whole_batches_and_all_it_was_told_are_saved(string word, int times)
    {
        var promised = new List<string>();
        using (var other = new OtherProcess(_temporary.Options.Database, "child", int.MaxValue))
        {
            while (times > 0)
            {
                var line = (await other.LineAsync())!;
                promised.Add(line);
                times -= line.StartsWith(word, StringComparison.Ordinal) ? 1 : 0;
            }

            promised.AddRange((await other.KillAsync()).Split('\n'));
        }

        var committed = promised.Where(line => line.StartsWith("committed ", StringComparison.Ordinal)).Select(line => $"Client child-{line["committed ".Length..]}").ToList();
        var kept = new List<string>();
        await using var reopened = await Store.OpenAsync(_temporary.Options, TimeProvider.System);
        await foreach (var facts in reopened.Facts.StreamAsync(new FactQuery(Day, [])))
        {
            kept.Add((await reopened.Clients.FindAsync(facts.Id))!.Name);
            Assert.Equal(Program.Rows, (await reopened.Touchpoints.TimelineAsync(facts.Id, Day).ToListAsync()).Count);
            Assert.Equal(Program.Rows, facts.Buckets.Sum(bucket => bucket.Count));
        }

        Assert.Equal(kept.Count * Program.Rows, await reopened.Touchpoints.CountAsync(Day));
        Assert.Empty(committed.Except(kept));
        // Killed between the commit and the saying, at most one batch more is kept than was promised.
        Assert.InRange(kept.Count - committed.Count, 0, 1);
    }

    [Fact]
    public async Task Two_processes_that_write_at_once_both_keep_all_their_batches()
    {
        using var one = new OtherProcess(_temporary.Options.Database, "one", 20);
        using var two = new OtherProcess(_temporary.Options.Database, "two", 20);

        var exits = await Task.WhenAll(one.ExitAsync(), two.ExitAsync());

        Assert.Equal([0, 0], exits);
        Assert.Equal(40 * Program.Rows, await _temporary.Store.Touchpoints.CountAsync(Day));
        Assert.Equal(40, await _temporary.Store.Clients.CountAsync());
    }
}
