using Clientele.Storage.Projection;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Tests.Touchpoints;

public sealed class CorrectionTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 15);
    private readonly TemporaryStore _temporary = new();
    private readonly Client _client = Some.Client("a");
    private StoreBatch _batch = null!;

    public async Task InitializeAsync()
    {
        await _temporary.OpenAsync();
        _batch = await _temporary.Store.BeginAsync();
        await _batch.SaveAsync(_client);
    }

    public async Task DisposeAsync()
    {
        await _batch.DisposeAsync();
        await _temporary.DisposeAsync();
    }

    [Fact]
    public async Task A_correction_put_by_an_import_may_name_a_correction()
    {
        var sale = Some.Sale(_client, "1", Day, 1);
        await _batch.PutAsync(sale);
        await _batch.PutAsync(Some.Sale(_client, "2", Day, 2) with { Corrects = sale.Id });
        await _batch.PutAsync(Some.Sale(_client, "3", Day, 3) with { Corrects = TouchpointId.From("test", "2") });

        Assert.Equal([3], await AmountsAsync());
    }

    [Fact]
    public async Task A_withdrawal_put_twice_is_unchanged()
    {
        var sale = Some.Sale(_client, "1", Day, 1);
        await _batch.PutAsync(sale);

        Assert.Equal(PutResult.Changed, await _batch.PutAsync(sale with { Withdrawn = true }));
        Assert.Equal(PutResult.Unchanged, await _batch.PutAsync(sale with { Withdrawn = true }));
        Assert.Empty(await AmountsAsync());
    }

    [Fact]
    public async Task A_stored_correction_put_again_is_unchanged_and_one_that_differs_corrects_the_same_fact()
    {
        var sale = Some.Sale(_client, "1", Day, 1);
        var correction = Some.Sale(_client, "2", Day, 2) with { Corrects = sale.Id };
        await _batch.PutAsync(sale);
        await _batch.PutAsync(correction);

        Assert.Equal(PutResult.Unchanged, await _batch.PutAsync(correction));
        Assert.Equal(PutResult.Changed, await _batch.PutAsync(correction with { Note = "said again" }));
        Assert.Equal([2], await AmountsAsync());
    }

    [Fact]
    public async Task A_touchpoint_withdrawn_from_the_start_counts_nowhere()
    {
        await _batch.AppendAsync(Some.Sale(_client, "1", Day, 1) with { Withdrawn = true });

        Assert.Empty(await AmountsAsync());
    }

    [Fact]
    public async Task Odd_characters_in_a_note_do_not_make_it_differ_from_itself()
    {
        var sale = Some.Sale(_client, "1", Day, 1) with { Note = "half \uD83D and nul \0 end", Details = new Dictionary<string, string> { ["b"] = "\uD83D \0", ["a"] = "中文 \"quoted\"" } };
        await _batch.PutAsync(sale);

        Assert.Equal(PutResult.Unchanged, await _batch.PutAsync(sale));
    }

    [Fact]
    public async Task A_touchpoint_appended_twice_is_refused()
    {
        var sale = Some.Sale(_client, "1", Day, 1);
        await _batch.AppendAsync(sale);

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _batch.AppendAsync(sale));

        Assert.Equal(ErrorCodes.TouchpointExists, refused.Code);
    }

    [Fact]
    public async Task A_correction_of_nothing_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _batch.AppendAsync(Some.Sale(_client, "1", Day, 1) with { Corrects = TouchpointId.From("test", "1") }));

        Assert.Equal(ErrorCodes.ReferenceUnknown, refused.Code);
    }

    [Fact]
    public async Task Amounts_too_great_to_add_are_named_and_withdrawing_one_of_them_heals()
    {
        await _batch.AppendAsync(Some.Sale(_client, "1", Day, 900_000_000_000_000m));
        await _batch.AppendAsync(Some.Sale(_client, "2", Day, 900_000_000_000_000m));
        await _batch.CommitAsync();
        _batch = await _temporary.Store.BeginAsync();
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _batch.ProjectAsync(new Dictionary<string, MatterType>()));
        Assert.Equal(ErrorCodes.AmountInvalid, refused.Code);
        await Assert.ThrowsAsync<ClienteleException>(() => _batch.CommitAsync());

        await _batch.DisposeAsync();
        _batch = await _temporary.Store.BeginAsync();
        await _batch.AppendAsync(Some.Sale(_client, "3", Day, 1) with { Corrects = TouchpointId.From("test", "2"), Withdrawn = true });

        Assert.Equal([900_000_000_000_000m], await AmountsAsync());
    }

    [Fact]
    public async Task A_matter_keeps_its_type()
    {
        var matter = new Matter { Id = MatterId.From("test", "m"), Client = _client.Id, Type = "core.job", Title = "Job", OpenedOn = Day };
        await _batch.PutAsync(matter);

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _batch.PutAsync(matter with { Type = "core.bid" }));

        Assert.Equal(ErrorCodes.RecordInvalid, refused.Code);
    }

    [Fact]
    public async Task A_client_that_changed_is_among_the_changed()
    {
        var end = await _batch.ProjectAsync(new Dictionary<string, MatterType>());
        await _batch.PutAsync(_client with { Kind = ClientKind.Person });
        await _batch.CommitAsync();

        var changed = await _temporary.Store.Facts.StreamAsync(new FactQuery(Day, []) { ChangedAfter = end }).Select(facts => facts.Kind).ToListAsync();

        Assert.Equal([ClientKind.Person], changed);
    }

    [Fact]
    public async Task Two_clients_do_not_share_an_external_id()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _batch.SaveAsync(_client with { Id = ClientId.From("test", "other") }));

        Assert.Equal(ErrorCodes.RecordInvalid, refused.Code);
    }

    /// <summary>The amounts that the fold sums up, having compared them with the timeline.</summary>
    private async Task<IReadOnlyList<decimal>> AmountsAsync()
    {
        await _batch.ProjectAsync(new Dictionary<string, MatterType>());
        await _batch.CommitAsync();
        var amounts = await _temporary.Store.Touchpoints.TimelineAsync(_client.Id, Day).Select(touchpoint => touchpoint.Amount!.Value.Amount).ToListAsync();
        var sum = 0m;
        await foreach (var facts in _temporary.Store.Facts.StreamAsync(new FactQuery(new(2026, 3, 31), [])))
        {
            sum += facts.Buckets.Sum(bucket => bucket.Amount);
        }

        Assert.Equal(amounts.Sum(), sum);
        return amounts;
    }
}
