using Clientele.Storage.PluginData;
using Clientele.Storage.Projection;
using Clientele.Storage.Reading;
using Clientele.Storage.Tests.Properties;
using Clientele.Storage.Writing;
using static Clientele.Storage.Tests.PluginData.MigratingStore;

namespace Clientele.Storage.Tests.PluginData;

public sealed class RenamingTests : IAsyncLifetime
{
    private static readonly Dictionary<string, MatterType> NoTypes = [];
    private MigratingStore _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_attribute_keeps_its_history_and_its_source_and_its_clients_are_looked_at_again()
    {
        var client = await _store.ClientAsync("a", ("p.old", "1", Day), ("p.old", "2", Day.AddDays(10)), ("p.other", "x", Day));
        await _store.ClientAsync("b", ("p.other", "x", Day));
        var end = await _store.EndAsync();

        Assert.Equal(2, (await _store.ChangeAsync(new RenameData(StoredName.Attribute, "p.old", "p.new"))).Changed);

        Assert.Equal(["p.new=1", "p.other=x"], (await _store.Store.Clients.AttributesAsync(client.Id, Day)).Select(value => $"{value.Name}={value.Value}"));
        Assert.Equal(["p.new=2", "p.other=x"], (await _store.Store.Clients.AttributesAsync(client.Id, Day.AddDays(10))).Select(value => $"{value.Name}={value.Value}"));
        Assert.Equal([client.Id], await _store.ChangedAsync(end));
    }

    [Fact]
    public void A_kind_that_was_renamed_reads_as_if_it_had_always_been_called_so() => Steps.Hold(Steps.Any(40), async steps =>
    {
        await using var renamed = await LogAsync(steps, kind => kind, steps.Length / 2);
        await using var always = await LogAsync(steps, kind => kind == "core.visit" ? "core.call" : kind, steps.Length / 2);

        await renamed.ChangeAsync(new RenameData(StoredName.TouchpointKind, "core.visit", "core.call"));

        foreach (var store in new[] { renamed, always })
        {
            await store.WriteAsync(batch => batch.ProjectAsync(NoTypes));
        }

        const string touchpoints = "SELECT seq, hex(id), kind, occurred_on, coalesce(hex(corrects), '') FROM touchpoint ORDER BY seq";
        const string months = "SELECT hex(client_id), month, kind, count, amount_e4, amounts, first_on, last_on FROM touchpoint_month ORDER BY 1, 2, 3";
        Assert.Equal(always.Rows(touchpoints), renamed.Rows(touchpoints));
        Assert.Equal(always.Rows(months), renamed.Rows(months));
    }, cases: 20);

    [Fact]
    public async Task Touchpoints_stay_append_only_for_everything_and_everybody_else()
    {
        var client = await _store.ClientAsync("a");
        await _store.WriteAsync(batch => batch.AppendAsync(Some.Sale(client, "1", Day, 1)));
        await _store.ChangeAsync(new RenameData(StoredName.TouchpointKind, "core.sale", "core.deal"));

        foreach (var edit in new[] { "kind = 'x.y'", "details = '{}'", "amount_e4 = 0", "occurred_on = '2020-01-01'" })
        {
            Assert.Contains("append-only", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _store.Rows($"UPDATE touchpoint SET {edit}")).Message, StringComparison.Ordinal);
        }

        Assert.Contains("append-only", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _store.Rows("INSERT INTO plugin_renaming VALUES ('x'); UPDATE touchpoint SET amount_e4 = 0")).Message, StringComparison.Ordinal);
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _store.Rows("DELETE FROM touchpoint"));
        Assert.Equal(["core.deal 10000"], _store.Rows("SELECT kind, amount_e4 FROM touchpoint"));
    }

    [Fact]
    public async Task A_matter_type_is_renamed_and_its_stages_are_folded_by_the_machine_of_the_new_name()
    {
        var client = await _store.ClientAsync("a");
        var matter = new Matter { Id = MatterId.From("test", "1"), Client = client.Id, Type = "p.job", Title = "Job", OpenedOn = Day };
        await _store.WriteAsync(batch => batch.PutAsync(matter));
        var end = await _store.EndAsync();

        await _store.ChangeAsync(new RenameData(StoredName.MatterType, "p.job", "p.project"));

        var type = new MatterType { Name = "p.project", Title = new("Project", "项目"), Stages = [new("open", new("Open", "进行中"))], Moves = [] };
        await _store.WriteAsync(batch => batch.ProjectAsync(new Dictionary<string, MatterType> { ["p.project"] = type }));
        Assert.Equal(["p.project open"], _store.Rows("SELECT m.type, s.stage FROM matter m JOIN matter_stage s ON s.matter_id = m.id"));
        Assert.Equal([client.Id], await _store.ChangedAsync(end));
    }

    [Fact]
    public async Task A_scheme_and_a_segment_keep_their_history_and_a_measure_its_place_in_the_reasons()
    {
        var client = await _store.ClientAsync("a");
        await _store.WriteAsync(async batch =>
        {
            await batch.AssignAsync(client.Id, "p.class", "gold", Day, "v1", new Dictionary<string, string> { ["p.worth"] = "100", ["share"] = "0.5 of \"p.worth\":" });
            await batch.AssignAsync(client.Id, "p.class", "lead", Day.AddDays(5), "v1", new Dictionary<string, string>());
            await batch.OverrideAsync(new SegmentOverride(client.Id, "p.class", "gold", Day.AddDays(6), null, "Wang", "A promise"));
            await batch.KeepSchemeAsync("p.class", "v1", "rank by: p.worth");
            await batch.KeepBlockAsync("p.class/p.worth", 1, [100]);
        });

        var scheme = await _store.ChangeAsync(new RenameData(StoredName.Scheme, "p.class", "p.tier"));
        var segment = await _store.ChangeAsync(new RenameSegment("p.tier", "gold", "first"));
        var measure = await _store.ChangeAsync(new RenameData(StoredName.Measure, "p.worth", "p.value"));

        Assert.Equal([2, 1, 1], new[] { scheme.Changed, segment.Changed, measure.Changed });
        Assert.Equal(
            ["p.tier first 2026-03-15 {\"p.value\":\"100\",\"share\":\"0.5 of \\\"p.worth\\\":\"}", "p.tier lead 2026-03-20 {}"],
            _store.Rows("SELECT scheme, segment, from_on, reasons FROM membership ORDER BY from_on"));
        Assert.Equal(["p.tier/p.value 1"], _store.Rows("SELECT name, block FROM population"));
        Assert.Equal(["p.tier first"], _store.Rows("SELECT scheme, segment FROM segment_override"));
        Assert.Equal(["p.tier v1"], _store.Rows("SELECT scheme, version FROM scheme_version"));
    }

    [Fact]
    public async Task Follow_ups_and_documents_go_with_the_name_of_their_policy_letter_or_report()
    {
        var client = await _store.ClientAsync("a");
        await _store.WriteAsync(async batch =>
        {
            await batch.PutAsync(new FollowUp { Id = FollowUpId.From("p.visit", "1"), Client = client.Id, Policy = "p.visit", DueOn = Day, CountsFrom = Day });
            await batch.ArchiveAsync(new ArchivedDocument(Guid.CreateVersion7(), "letter", "p.care", client.Id, null, "en", Day, "care", "", "", ""));
            await batch.ArchiveAsync(new ArchivedDocument(Guid.CreateVersion7(), "report", "p.care", null, null, "en", Day, "care", "", "", ""));
        });

        await _store.ChangeAsync(new RenameData(StoredName.Policy, "p.visit", "p.call"), new RenameData(StoredName.Letter, "p.care", "p.thanks"), new RenameData(StoredName.Report, "p.care", "p.overview"));

        Assert.Equal(["p.call"], _store.Rows("SELECT policy FROM follow_up"));
        Assert.Equal(["letter p.thanks", "report p.overview"], _store.Rows("SELECT kind, name FROM document ORDER BY 1"));
    }

    [Fact]
    public async Task A_detail_is_renamed_in_every_version_of_its_facts_and_an_import_of_the_same_finds_them_unchanged()
    {
        var client = await _store.ClientAsync("a");
        var sale = Some.Sale(client, "1", Day, 1) with { Details = new Dictionary<string, string> { ["area"] = "120 \"gross\"", ["zone"] = "东区", ["old_name"] = "x\ny" } };
        await _store.WriteAsync(async batch =>
        {
            await batch.AppendAsync(sale);
            await batch.AppendAsync(Some.Sale(client, "2", Day, 2) with { Details = new Dictionary<string, string> { ["area"] = "the \"old_name\": of it" } });
        });

        Assert.Equal(1, (await _store.ChangeAsync(new RenameDetail("core.sale", "old_name", "block"))).Changed);

        var renamed = sale with { Details = new Dictionary<string, string> { ["area"] = "120 \"gross\"", ["zone"] = "东区", ["block"] = "x\ny" } };
        await _store.WriteAsync(async batch => Assert.Equal(PutResult.Unchanged, await batch.PutAsync(renamed)));
        Assert.Equal(
            "Cannot rename detail area of core.sale to block: 1 touchpoints have both details.",
            await _store.RefusedAsync(new RenameDetail("core.sale", "area", "block")));
    }

    [Fact]
    public async Task A_name_that_something_is_stored_under_already_is_refused_and_everything_is_as_before()
    {
        await _store.ClientAsync("a", ("p.one", "1", Day));
        await _store.ClientAsync("b", ("p.two", "2", Day));

        Assert.Equal(
            "Cannot rename attribute p.zero to p.two: 1 records are stored under the new name already.",
            await _store.RefusedAsync(new RenameData(StoredName.Attribute, "p.one", "p.zero"), new RenameData(StoredName.Attribute, "p.zero", "p.two")));

        Assert.Equal(["p.one 1", "p.two 2"], _store.Rows("SELECT name, value FROM client_attribute ORDER BY 1"));
        Assert.Empty(await _store.Store.PluginData.AppliedAsync());
    }

    [Fact]
    public async Task A_batch_in_which_a_migration_failed_can_only_be_undone()
    {
        await _store.ClientAsync("a", ("p.one", "1", Day), ("p.two", "2", Day));
        await using var batch = await _store.Store.BeginAsync();
        await Assert.ThrowsAsync<ClienteleException>(() => batch.ChangeAsync("m1", 1, [new RenameData(StoredName.Attribute, "p.one", "p.two")]));

        Assert.Equal(ErrorCodes.DatabaseUnusable, (await Assert.ThrowsAsync<ClienteleException>(() => batch.CommitAsync())).Code);
    }

    private static async Task<MigratingStore> LogAsync(Step[] steps, Func<string, string> kind, int project)
    {
        var store = await OpenAsync();
        var model = new LogModel();
        await store.WriteAsync(async batch =>
        {
            foreach (var client in LogModel.Clients)
            {
                await batch.SaveAsync(client);
            }

            foreach (var matter in LogModel.Matters)
            {
                await batch.PutAsync(matter);
            }

            for (var index = 0; index < steps.Length; index++)
            {
                var fact = model.Choose(steps[index]);
                model.Add(fact);
                await batch.AppendAsync(fact with { Kind = kind(fact.Kind) });
                if (index == project)
                {
                    await batch.ProjectAsync(NoTypes);
                }
            }
        });
        return store;
    }
}
