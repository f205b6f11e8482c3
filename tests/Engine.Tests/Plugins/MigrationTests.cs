using System.Text.RegularExpressions;
using Clientele.Plugins;
using Clientele.Storage;
using static Clientele.Tests.Plugins.MigratedFirm;

namespace Clientele.Tests.Plugins;

public sealed class MigrationTests : IDisposable
{
    private readonly MigratedFirm _firm = new();

    public void Dispose() => _firm.Dispose();

    [Fact]
    [Trait("Scenario", "85")]
    public async Task The_migrations_of_a_plugin_are_applied_in_order_and_remembered_with_their_checksums()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));
        _firm.Plugin("test.p", "1.2.0", ["p.four"], Migration("m1", Rename("p.one", "p.two")), Migration("m2", Rename("p.two", "p.three")), Migration("m3", Rename("p.three", "p.four")));

        await using var crm = await _firm.OpenAsync();

        Assert.Empty(crm.Plugins.Diagnostics);
        Assert.Equal(["p.four=a"], await ValuesAsync(crm, client));
        Assert.Equal(["test.p 1 m1 1.2.0: 1", "test.p 2 m2 1.2.0: 1", "test.p 3 m3 1.2.0: 1"], await HistoryAsync(crm));
        Assert.Equal(3, (await crm.Store.PluginData.AppliedAsync()).Select(applied => applied.Checksum).Distinct().Count(checksum => checksum.Length == 32));
    }

    [Fact]
    [Trait("Scenario", "86")]
    public async Task Opening_again_applies_nothing_again()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));
        _firm.Plugin("test.p", "1.0.0", ["p.one", "p.two"], Migration("m1", Rename("p.one", "p.two")));
        await (await _firm.OpenAsync()).DisposeAsync();
        await _firm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client.Id, "p.one", "again", Day)));

        await using var crm = await _firm.OpenAsync();

        Assert.Equal(["p.one=again", "p.two=a"], await ValuesAsync(crm, client));
        Assert.Equal(["test.p 1 m1 1.0.0: 1"], await HistoryAsync(crm));
    }

    [Fact]
    [Trait("Scenario", "87")]
    public async Task An_update_applies_only_what_it_adds()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));
        _firm.Plugin("test.p", "1.0.0", ["p.two"], Migration("m1", Rename("p.one", "p.two")));
        await (await _firm.OpenAsync()).DisposeAsync();

        _firm.Plugin("test.p", "1.1.0", ["p.three"], Migration("m1", Rename("p.one", "p.two")), Migration("m2", Rename("p.two", "p.three")));
        await using var crm = await _firm.OpenAsync();

        Assert.Equal(["p.three=a"], await ValuesAsync(crm, client));
        Assert.Equal(["test.p 1 m1 1.0.0: 1", "test.p 2 m2 1.1.0: 1"], await HistoryAsync(crm));
    }

    [Fact]
    [Trait("Scenario", "88")]
    public async Task A_migration_that_fails_is_taken_back_its_plugin_does_not_run_the_others_do_and_the_next_start_tries_again()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"), ("p.in_the_way", "b"));
        var migrations = new[] { Migration("m1", Rename("p.one", "p.two")), Migration("m2", Rename("p.two", "p.three")), Migration("m3", Rename("p.three", "p.four"), Rename("p.four", "p.in_the_way")) };
        _firm.Plugin("test.p", "1.0.0", ["p.in_the_way"], migrations);
        _firm.Plugin("test.q", "1.0.0", ["q.grade"]);

        await using (var crm = await _firm.OpenAsync())
        {
            var problem = Problem(crm, "test.p");
            Assert.Equal((PluginCodes.MigrationFailed, PluginStage.Migrate), (problem.Code, problem.Stage));
            Assert.Equal(
                "Its migration 'm3' failed and was taken back: Cannot rename attribute p.four to p.in_the_way: 1 records are stored under the new name already. Correct the data, or install a version of the plugin that can bring them along.",
                problem.Message);
            Assert.Equal((PluginState.Faulted, PluginState.Running), (crm.Plugins.Find("test.p")!.State, crm.Plugins.Find("test.q")!.State));
            Assert.Equal(["q.grade"], crm.Catalogue.Attributes.Keys.Where(name => !name.StartsWith("core.", StringComparison.Ordinal)));
            Assert.Equal(["p.in_the_way=b", "p.three=a"], await ValuesAsync(crm, client));
            Assert.Equal(["test.p 1 m1 1.0.0: 1", "test.p 2 m2 1.0.0: 1"], await HistoryAsync(crm));
        }

        _firm.Plugin("test.p", "1.0.1", ["p.in_the_way"], [migrations[0], migrations[1], Migration("m3", """new RemoveValues("p.nothing_there")""", Rename("p.three", "p.four"))]);
        await using var again = await _firm.OpenAsync();
        Assert.Equal(PluginState.Running, again.Plugins.Find("test.p")!.State);
        Assert.Equal(["p.four=a", "p.in_the_way=b"], await ValuesAsync(again, client));
    }

    [Fact]
    [Trait("Scenario", "89")]
    public async Task The_migrations_of_a_plugin_that_others_depend_on_come_first_and_when_they_fail_the_others_wait()
    {
        var client = await _firm.ClientAsync("Harbour", ("z_base.one", "a"));
        _firm.Plugin("test.z-base", "1.0.0", ["z_base.two"], Migration("base", Rename("z_base.one", "z_base.two")));
        _firm.Plugins.Add("test.a", Attribute("a.one") + $"builder.Migrations({Migration("top", Rename("a.none", "a.one"))});", manifest: json => json["dependencies"] = PluginDirectory.DependsOn("test.z-base"));
        await _firm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client.Id, "z_base.two", "in the way", Day)));

        await using (var crm = await _firm.OpenAsync())
        {
            Assert.Equal((PluginState.Faulted, PluginState.Skipped), (crm.Plugins.Find("test.z-base")!.State, crm.Plugins.Find("test.a")!.State));
            Assert.Empty(await HistoryAsync(crm));
        }

        await _firm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client.Id, "other.free", "", Day)));
        _firm.Plugin("test.z-base", "1.0.0", ["z_base.three"], Migration("base", Rename("z_base.one", "z_base.three")));
        await using var again = await _firm.OpenAsync();
        Assert.Equal(["test.a 1 top 1.0.0: 0", "test.z-base 1 base 1.0.0: 1"], await HistoryAsync(again));
        Assert.All(again.Plugins.Plugins, plugin => Assert.Equal(PluginState.Running, plugin.State));
    }

    [Fact]
    [Trait("Scenario", "90")]
    public async Task A_migration_that_was_applied_and_has_changed_since_is_refused_and_a_reworded_title_is_not()
    {
        await _firm.ClientAsync("Harbour");
        _firm.Plugin("test.p", "1.0.0", ["p.two"], Migration("m1", Rename("p.one", "p.two")), Migration("m2", Rename("p.a", "p.b")));
        await (await _firm.OpenAsync()).DisposeAsync();

        _firm.Plugin("test.p", "1.1.0", ["p.two"], Migration("m1", Rename("p.one", "p.two")).Replace("Step m1", "First step", StringComparison.Ordinal), Migration("m2", Rename("p.a", "p.c")));
        await using (var crm = await _firm.OpenAsync())
        {
            Assert.Equal(PluginCodes.MigrationChanged, Problem(crm, "test.p").Code);
            Assert.Contains("'m2'", Problem(crm, "test.p").Message, StringComparison.Ordinal);
        }

        _firm.Plugin("test.p", "1.2.0", ["p.two"], Migration("m2", Rename("p.a", "p.b")), Migration("m1", Rename("p.one", "p.two")));
        await using (var moved = await _firm.OpenAsync())
        {
            Assert.Equal(PluginCodes.MigrationChanged, Problem(moved, "test.p").Code);
        }
    }

    [Fact]
    [Trait("Scenario", "91")]
    public async Task A_version_that_does_not_know_what_a_newer_one_did_to_the_data_does_not_run()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));
        _firm.Plugin("test.p", "2.0.0", ["p.two"], Migration("m1", Rename("p.one", "p.two")));
        await (await _firm.OpenAsync()).DisposeAsync();

        _firm.Plugin("test.p", "1.0.0", ["p.one"]);
        await using var crm = await _firm.OpenAsync();

        var problem = Problem(crm, "test.p");
        Assert.Equal(PluginCodes.DataNewer, problem.Code);
        Assert.Equal("Its data were brought further by version 2.0.0 ('m1'), which this version, 1.0.0, does not know. Install 2.0.0 or a later version.", problem.Message);
        Assert.Equal(["p.two=a"], await ValuesAsync(crm, client));
    }

    [Fact]
    [Trait("Scenario", "92")]
    public async Task Hosts_that_start_together_apply_every_migration_once()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "1"));
        _firm.Plugin("test.p", "1.0.0", ["p.one"], [.. Enumerable.Range(1, 5).Select(step => Migration($"m{step}", """new ScaleValues("p.one", 10)"""))]);

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_firm.OpenAsync)));

        foreach (var crm in hosts)
        {
            Assert.Equal(PluginState.Running, crm.Plugins.Find("test.p")!.State);
            Assert.Equal(["p.one=100000"], await ValuesAsync(crm, client));
            Assert.Equal(5, (await HistoryAsync(crm)).Count);
            await crm.DisposeAsync();
        }
    }

    [Fact]
    [Trait("Scenario", "92")]
    public async Task A_host_that_waits_too_long_for_another_one_leaves_the_plugin_out_and_says_so()
    {
        await _firm.ClientAsync("Harbour");
        _firm.Plugin("test.p", "1.0.0", ["p.one"], Migration("m1", Rename("p.none", "p.one")));
        await using var store = await Store.OpenAsync(new StoreOptions { Database = _firm.Database }, TimeProvider.System);
        await using var other = await store.BeginAsync();
        await using var impatient = await Store.OpenAsync(new StoreOptions { Database = _firm.Database, LongestWait = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);
        var plugins = Crm.LoadPlugins(_firm.Options);

        await new DataBringing(impatient).RunAsync(plugins, CancellationToken.None);

        Assert.Equal(PluginCodes.MigrationWaited, Assert.Single(plugins.Find("test.p")!.Diagnostics).Code);
    }

    [Fact]
    [Trait("Scenario", "94")]
    public async Task A_migration_that_changes_what_is_not_the_plugins_is_refused_before_it_runs()
    {
        var client = await _firm.ClientAsync("Harbour", ("q.grade", "a"));
        _firm.Plugin("test.p", "1.0.0", ["p.grade"], Migration("m1", Rename("q.grade", "p.grade"), """new RemoveValues("core.something")"""));

        await using var crm = await _firm.OpenAsync();

        Assert.Equal([PluginCodes.MigrationOutsidePrefix, PluginCodes.MigrationOutsidePrefix], crm.Plugins.Find("test.p")!.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("'q.grade', which is outside the prefix 'p'", crm.Plugins.Find("test.p")!.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(["q.grade=a"], await ValuesAsync(crm, client));
    }

    [Fact]
    public async Task A_migration_that_would_lose_something_waits_until_somebody_accepts_it_and_runs_where_there_is_nothing_to_lose()
    {
        _firm.Plugin("test.p", "1.0.0", ["p.two"], Migration("m1", """new RemoveValues("p.one")"""));
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));

        await using (var crm = await _firm.OpenAsync())
        {
            Assert.Equal(PluginCodes.NotAccepted, Problem(crm, "test.p").Code);
            Assert.Equal(["p.one=a"], await ValuesAsync(crm, client));
        }

        using var fresh = new MigratedFirm();
        fresh.Plugin("test.p", "1.0.0", ["p.two"], Migration("m1", """new RemoveValues("p.one")"""));
        await using var empty = await fresh.OpenAsync();
        Assert.Equal(["test.p 1 m1 1.0.0: 0"], await HistoryAsync(empty));
    }

    [Fact]
    public async Task A_version_that_is_loaded_into_an_open_workspace_brings_the_data_along_or_leaves_the_old_one_running()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));
        var folder = _firm.Plugin("test.p", "1.0.0", ["p.one"]);
        var options = _firm.Options;
        using var shadow = new TemporaryShadow();
        options.PluginLoading = options.PluginLoading with { Collectible = true, ShadowDirectory = shadow.Folder };
        await using var crm = await Crm.OpenAsync(options, TimeProvider.System);

        _firm.Rewrite(folder, "test.p", "1.1.0", ["p.two"], Migration("m1", Rename("p.one", "p.two")), Migration("m2", """new ScaleValues("p.two", 10)"""));
        var refused = await crm.Plugins.ReloadAsync("test.p");
        Assert.Equal([PluginCodes.MigrationFailed, PluginCodes.ReloadRolledBack], refused.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal((false, "1.0.0"), (refused.Reloaded, crm.Plugins.Find("test.p")!.Version));
        Assert.Equal(["p.one=a"], await ValuesAsync(crm, client));
        Assert.Empty(await HistoryAsync(crm));

        _firm.Rewrite(folder, "test.p", "1.2.0", ["p.two"], Migration("m1", Rename("p.one", "p.two")));
        Assert.True((await crm.Plugins.ReloadAsync("test.p")).Reloaded);
        Assert.Equal(["p.two=a"], await ValuesAsync(crm, client));
        Assert.Contains("p.two", crm.Catalogue.Attributes.Keys);
    }

    [Fact]
    public async Task The_migration_of_the_guide_brings_the_data_along()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "write-a-plugin.md"));
        var block = Regex.Match(guide.ReplaceLineEndings("\n"), "<!-- configure: (?<id>[^ ]+) -->\n```csharp\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var client = await _firm.ClientAsync("Harbour", ("landscaping.garden", "park"));
        _firm.Plugins.Add(block.Groups["id"].Value, block.Groups["text"].Value);

        await using var crm = await _firm.OpenAsync();

        Assert.Empty(crm.Plugins.Diagnostics);
        Assert.Equal(["landscaping.site=public"], await ValuesAsync(crm, client));
    }

    [Fact]
    public void The_checksum_of_a_change_that_was_released_never_changes()
    {
        // Taken from the first version that ran migrations: another value here would have every workspace refuse its plugins.
        DataChange[] changes =
        [
            new RenameData(StoredName.Attribute, "p.a", "p.b"), new RenameData(StoredName.TouchpointKind, "p.a", "p.b"), new RenameData(StoredName.MatterType, "p.a", "p.b"),
            new RenameData(StoredName.Measure, "p.a", "p.b"), new RenameData(StoredName.Scheme, "p.a", "p.b"), new RenameData(StoredName.Policy, "p.a", "p.b"),
            new RenameData(StoredName.Letter, "p.a", "p.b"), new RenameData(StoredName.Report, "p.a", "p.b"),
            new RenameSegment("p.a", "x", "y"), new RenameDetail("p.a", "x", "y"),
            new ConvertValues("p.a", new Dictionary<string, string> { ["y"] = "2", ["x"] = "1" }), new ConvertValues("p.a", new Dictionary<string, string> { ["x"] = "1" }) { Others = "0" },
            new ScaleValues("p.a", 10_000.00m), new RemoveValues("p.a"),
        ];

        Assert.Equal(
            [
                "rename attribute p.a to p.b", "rename touchpoint kind p.a to p.b", "rename matter type p.a to p.b", "rename measure p.a to p.b", "rename scheme p.a to p.b", "rename policy p.a to p.b",
                "rename letter p.a to p.b", "rename report p.a to p.b", "rename segment x of p.a to y", "rename detail x of p.a to y",
                "convert p.a: 'x' -> '1', 'y' -> '2'", "convert p.a: 'x' -> '1', all others -> '0'", "multiply p.a by 10000", "remove all values of p.a",
            ],
            changes.Select(change => change.Sentence.En));

        // sha256sum of "m\nremove all values of p.a".
        Assert.Equal("b6c08afb916ad4f8a4f86b4004521843", MigrationHistory.Checksum(new DataMigration { Name = "m", Title = new("Any", "任意"), Changes = [changes[^1]] }));
    }

    [Fact]
    public async Task Two_migrations_of_one_name_are_refused()
    {
        _firm.Plugin("test.p", "1.0.0", ["p.one"], Migration("m1", Rename("p.a", "p.b")), Migration("m1", Rename("p.c", "p.d")));

        await using var crm = await _firm.OpenAsync();

        Assert.Equal(ErrorCodes.RegistrationDuplicate, Problem(crm, "test.p").Code);
    }

    [Fact]
    public async Task The_migrations_of_the_application_itself_are_applied_too_and_a_failure_stops_the_opening()
    {
        var client = await _firm.ClientAsync("Harbour", ("firm.one", "a"));
        var options = new ClienteleOptions { Database = _firm.Database, Durable = false };
        options.Own.Add("firm", new Registering(new RenameData(StoredName.Attribute, "firm.one", "firm.two")));
        await using (var crm = await Crm.OpenAsync(options, TimeProvider.System))
        {
            Assert.Equal(["firm.two=a"], await ValuesAsync(crm, client));
        }

        options.Own["firm"] = new Registering(new RenameData(StoredName.Attribute, "firm.two", "firm.three"));
        Assert.Equal(PluginCodes.MigrationChanged, (await Assert.ThrowsAsync<ClienteleException>(() => Crm.OpenAsync(options, TimeProvider.System))).Code);
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Framework.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private sealed class TemporaryShadow : IDisposable
    {
        public string Folder { get; } = Path.Combine(Path.GetTempPath(), "clientele-shadow-" + Path.GetRandomFileName());

        public void Dispose()
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }
        }
    }

    private sealed class Registering(DataChange change) : IPlugin
    {
        public void Configure(IPluginBuilder builder) => builder.Migrations(new DataMigration { Name = "only", Title = new("Only", "唯一"), Changes = [change] });
    }
}
