using Clientele.Plugins;
using Clientele.Storage.Writing;
using static Clientele.Tests.Plugins.MigratedFirm;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class PlanTests : IDisposable
{
    private const string OldGrade = """builder.Attributes(new AttributeDefinition { Name = "p.grade", Title = new("Grade", "等级"), Kind = ValueKind.Choice, Choices = [new("a", new("A", "甲")), new("b", new("B", "乙"))] });""";
    private const string NewClass = """builder.Attributes(new AttributeDefinition { Name = "p.class", Title = new("Class", "类别"), Kind = ValueKind.Choice, Choices = [new("first", new("First", "一类")), new("second", new("Second", "二类"))] });""";
    private const string Converted = """new ConvertValues("p.class", new Dictionary<string, string> { ["a"] = "first", ["b"] = "second" })""";

    private readonly MigratedFirm _firm = new();

    public void Dispose() => _firm.Dispose();

    [Fact]
    public async Task An_update_is_planned_with_what_it_registers_what_it_migrates_and_what_is_no_longer_read()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade + Kind("p.visit") + Kind("p.call"))));
        var client = await _firm.ClientAsync("Harbour", ("p.grade", "a"));
        await _firm.ClientAsync("Bridge", ("p.grade", "b"));
        await _firm.WriteAsync(batch => batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "1"), Client = client.Id, Kind = "p.call", OccurredOn = Day }));

        var plan = await _firm.Planner.PlanAsync(Install(_firm.Package("test.p", "2.0.0", NewClass + Kind("p.visit") + Kind("p.mail") + Migrations(Migration("classes", Rename("p.grade", "p.class"), Converted)))));

        Assert.Equal([new PlannedPlugin("test.p", "1.0.0", "2.0.0")], plan.Plugins);
        Assert.Equal(["+ attribute p.class (test.p)", "- attribute p.grade (test.p)", "- touchpoint kind p.call (test.p)", "+ touchpoint kind p.mail (test.p)"], plan.Changes.Select(change => change.ToString()));
        var migration = Assert.Single(plan.Migrations);
        Assert.Equal(("test.p", "classes", 4, 0), (migration.PluginId, migration.Name, migration.Rows, migration.Lost));
        Assert.Equal(["rename attribute p.grade to p.class", "convert p.class: 'a' -> 'first', 'b' -> 'second'"], migration.Changes.Select(change => change.En));
        Assert.Equal([new DataEffect(DataEffectKind.Unread, StoredName.TouchpointKind, "p.call", 1)], plan.Data);
        Assert.Equal((true, true, false), (plan.IsApplicable, plan.NeedsAcceptance, plan.IsEmpty));
        Assert.Empty(plan.Conflicts);
    }

    [Fact]
    public async Task Planning_changes_neither_the_database_nor_the_plugins_and_the_same_plan_has_the_same_fingerprint()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade)));
        await _firm.ClientAsync("Harbour", ("p.grade", "a"));
        var before = _firm.Fingerprints();
        var update = Install(_firm.Package("test.p", "2.0.0", NewClass + Migrations(Migration("classes", Rename("p.grade", "p.class"), Converted))));

        var first = await _firm.Planner.PlanAsync(update);
        var second = await _firm.Planner.PlanAsync(update);

        Assert.Equal(before, _firm.Fingerprints());
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Matches("^[0-9a-f]{12}$", first.Fingerprint);
        Assert.NotEqual(first.Fingerprint, (await _firm.Planner.PlanAsync(new PluginRequest())).Fingerprint);
    }

    [Fact]
    public async Task Without_a_database_a_plan_makes_none()
    {
        var plan = await _firm.Planner.PlanAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade)));

        Assert.Equal(["+ attribute p.grade (test.p)"], plan.Changes.Where(change => change.OriginId == "test.p").Select(change => change.ToString()));
        Assert.False(File.Exists(_firm.Database));
    }

    [Fact]
    public async Task What_was_planned_is_applied_and_runs()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade)));
        var client = await _firm.ClientAsync("Harbour", ("p.grade", "a"));
        var update = Install(_firm.Package("test.p", "2.0.0", NewClass + Migrations(Migration("classes", Rename("p.grade", "p.class"), Converted))));
        var plan = await _firm.Planner.PlanAsync(update);

        var applied = await _firm.Planner.ApplyAsync(update, planned: plan.Fingerprint);

        Assert.Equal(plan.Fingerprint, applied.Fingerprint);
        await using var crm = await _firm.OpenAsync();
        Assert.Equal(("2.0.0", PluginState.Running), (Running(crm).Version, Running(crm).State));
        Assert.Equal(["p.class=first"], await ValuesAsync(crm, client));
        Assert.Equal(["test.p 1 classes 2.0.0: 2"], await HistoryAsync(crm));
        Assert.True((await _firm.Planner.PlanAsync(new PluginRequest())).IsEmpty);
    }

    [Fact]
    public async Task A_plan_that_is_no_longer_true_is_not_applied()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade)));
        await _firm.ClientAsync("Harbour", ("p.grade", "a"));
        var update = Install(_firm.Package("test.p", "2.0.0", NewClass + Migrations(Migration("classes", Rename("p.grade", "p.class"), Converted))));
        var plan = await _firm.Planner.PlanAsync(update);

        await _firm.ClientAsync("Bridge", ("p.grade", "b"));
        var before = _firm.Fingerprints();
        var data = await Assert.ThrowsAsync<ClienteleException>(() => _firm.Planner.ApplyAsync(update, planned: plan.Fingerprint));
        var other = await Assert.ThrowsAsync<ClienteleException>(() => _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "2.0.0", NewClass)), planned: plan.Fingerprint));

        Assert.Equal((PluginCodes.PlanOutdated, PluginCodes.PlanOutdated), (data.Code, other.Code));
        Assert.Equal(before, _firm.Fingerprints());
    }

    [Fact]
    public async Task What_would_be_lost_must_be_accepted()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade)));
        var client = await _firm.ClientAsync("Harbour", ("p.grade", "a"));
        var update = Install(_firm.Package("test.p", "2.0.0", NewClass + Migrations(Migration("away", """new RemoveValues("p.grade")"""))));
        var before = _firm.Fingerprints();

        Assert.Equal(PluginCodes.NotAccepted, (await Assert.ThrowsAsync<ClienteleException>(() => _firm.Planner.ApplyAsync(update))).Code);
        Assert.Equal(before, _firm.Fingerprints());

        Assert.Equal(1, Assert.Single((await _firm.Planner.ApplyAsync(update, accept: true)).Migrations).Lost);
        await using var crm = await _firm.OpenAsync();
        Assert.Equal(PluginState.Running, Running(crm).State);
        Assert.Empty(await ValuesAsync(crm, client));
    }

    [Fact]
    public async Task Values_that_an_attribute_no_longer_takes_are_counted()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", Attribute("p.class"))));
        await _firm.ClientAsync("Harbour", ("p.class", "first"));
        await _firm.ClientAsync("Bridge", ("p.class", "premium"));

        var plan = await _firm.Planner.PlanAsync(Install(_firm.Package("test.p", "2.0.0", NewClass)));

        Assert.Equal([new DataEffect(DataEffectKind.Misfit, StoredName.Attribute, "p.class", 1)], plan.Data);
        Assert.True(plan.NeedsAcceptance);
    }

    [Fact]
    public async Task When_one_migration_fails_none_is_applied_and_the_version_before_stays()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "1.0.0", OldGrade)));
        await _firm.ClientAsync("Harbour", ("p.grade", "unknown"));
        var update = Install(_firm.Package("test.p", "2.0.0", NewClass + Migrations(Migration("one", Rename("p.grade", "p.class")), Migration("two", Converted))));
        var before = _firm.Fingerprints();

        var refusal = Assert.Single((await _firm.Planner.PlanAsync(update)).Refusals);
        Assert.Equal(PluginCodes.MigrationFailed, refusal.Code);
        Assert.Contains("1 stored values have no new one: 'unknown'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(PluginCodes.MigrationFailed, (await Assert.ThrowsAsync<ClienteleException>(() => _firm.Planner.ApplyAsync(update, accept: true))).Code);
        Assert.Equal(before, _firm.Fingerprints());
    }

    [Fact]
    public async Task Packages_that_need_each_other_are_installed_together_and_when_the_last_does_not_fit_none_is()
    {
        var tools = _firm.Package("test.tools", "1.0.0", Kind("tools.used") + Migrations(Migration("m", Rename("tools.a", "tools.b"))));
        var garden = _firm.Package("test.a-garden", "1.0.0", """builder.Measures(new FactMeasure { Name = "a_garden.uses", Title = new("Uses", "使用次数"), Aggregate = Aggregate.Count, Kinds = ["tools.used"] });""", "test.tools");
        await _firm.ClientAsync("Harbour", ("tools.a", "1"));

        var alone = await _firm.Planner.PlanAsync(Install(garden));
        Assert.Equal(PluginCodes.DependencyMissing, Assert.Single(alone.Refusals).Code);

        // Something stands where the second package should go: the first was there already when that is found.
        await File.WriteAllTextAsync(Path.Combine(_firm.Plugins.Root, "test.a-garden"), "in the way");
        var before = _firm.Fingerprints();
        await Assert.ThrowsAnyAsync<Exception>(() => _firm.Planner.ApplyAsync(Install(garden, tools), accept: true));
        File.Delete(Path.Combine(_firm.Plugins.Root, "plugins.state.json"));
        Assert.Equal(before, _firm.Fingerprints());
        File.Delete(Path.Combine(_firm.Plugins.Root, "test.a-garden"));

        await _firm.Planner.ApplyAsync(Install(garden, tools), accept: true);
        await using var crm = await _firm.OpenAsync();
        Assert.Equal(["test.a-garden", "test.tools"], crm.Plugins.Plugins.Where(plugin => plugin.State == PluginState.Running).Select(plugin => plugin.Id));
        Assert.Equal(["test.tools 1 m 1.0.0: 1"], await HistoryAsync(crm));
    }

    [Fact]
    public async Task A_package_that_is_not_in_order_is_refused_before_its_code_runs()
    {
        var unsigned = _firm.Package("test.p", "1.0.0", $"System.IO.File.WriteAllText(@\"{_firm.Database}.ran\", \"\");");
        var options = _firm.Options;
        options.PluginLoading = options.PluginLoading with { Trust = new() { WhenUnsigned = UnsignedPlugins.Refuse } };
        var text = Path.Combine(_firm.Plugins.Root, "holiday.nupkg");
        await File.WriteAllTextAsync(text, "no zip");

        var plan = await new PluginPlanner(options, _firm.Plugins.Root, TimeProvider.System).PlanAsync(Install(unsigned, text, "nowhere.nupkg"));

        Assert.Equal([PluginCodes.NotSigned, PluginCodes.NotAPackage, PluginCodes.NotAPackage], plan.Refusals.Select(refusal => refusal.Code));
        Assert.False(plan.IsApplicable);
        Assert.False(File.Exists(_firm.Database + ".ran"));
    }

    [Fact]
    public async Task What_a_package_takes_from_other_plugins_is_a_conflict_or_a_refusal()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.base", "1.0.0", Kind("base.visit"))));
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.top", "1.0.0", Kind("top.visit"), "test.base")));
        var elsewhere = Directory.CreateTempSubdirectory("clientele-elsewhere-");
        var options = _firm.Options;
        options.PluginDirectories.Add(elsewhere.FullName);
        PluginPackage.Pack(_firm.Plugin("test.other", "1.0.0", ["other.a"]), elsewhere.FullName);
        Directory.Move(Directory.GetDirectories(_firm.Plugins.Root, "test.other@*").Single(), Path.Combine(elsewhere.FullName, "other"));
        var planner = new PluginPlanner(options, _firm.Plugins.Root, TimeProvider.System);

        // Version 2.0.0 is outside the range that the other one asks for.
        var tooNew = await planner.PlanAsync(Install(_firm.Package("test.base", "2.0.0", Kind("base.visit"))));
        var twice = await planner.PlanAsync(Install(_firm.Package("test.other", "1.0.0", Attribute("other.b"))));
        var removed = await planner.PlanAsync(new PluginRequest { Remove = ["test.base", "test.other"] });

        Assert.Equal([("test.top", PluginCodes.DependencyVersion)], tooNew.Conflicts.Select(conflict => (conflict.PluginId, conflict.Code)));
        Assert.Equal((true, true), (tooNew.IsApplicable, tooNew.NeedsAcceptance));
        Assert.Contains("- touchpoint kind top.visit (test.top)", tooNew.Changes.Select(change => change.ToString()));
        Assert.Equal([PluginCodes.IdClaimedTwice, PluginCodes.PrefixClaimedTwice], twice.Refusals.Select(refusal => refusal.Code).Distinct());
        Assert.Equal([PluginCodes.DependentsRunning, PluginCodes.NotAvailable], removed.Refusals.Select(refusal => refusal.Code));
        elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task An_older_version_or_other_content_under_the_same_version_is_refused()
    {
        await _firm.Planner.ApplyAsync(Install(_firm.Package("test.p", "2.0.0", Kind("p.visit"))));

        var older = await _firm.Planner.PlanAsync(Install(_firm.Package("test.p", "1.0.0", Kind("p.visit"))));
        var other = await _firm.Planner.PlanAsync(Install(_firm.Package("test.p", "2.0.0", Kind("p.call"))));

        Assert.Contains("clientele plugins rollback test.p --to 1.0.0", Assert.Single(older.Refusals).Message, StringComparison.Ordinal);
        Assert.Equal(PluginCodes.AlreadyInstalled, Assert.Single(other.Refusals).Code);
    }

    [Fact]
    public async Task Template_files_that_come_go_or_change_are_part_of_the_plan()
    {
        await _firm.Planner.ApplyAsync(Install(WithTemplates("1.0.0", ("letters/old.en.md", "# Old"), ("letters/care.en.md", "# Care"), ("letters/same.en.md", "# Same"))));

        var plan = await _firm.Planner.PlanAsync(Install(WithTemplates("1.1.0", ("letters/new.en.md", "# New"), ("letters/care.en.md", "# Better care"), ("letters/same.en.md", "# Same"))));

        Assert.Equal(["~ template p/letters/care.en.md (test.p)", "+ template p/letters/new.en.md (test.p)", "- template p/letters/old.en.md (test.p)"], plan.Changes.Select(change => change.ToString()));
    }

    [Fact]
    [Trait("Scenario", "93")]
    public async Task A_removed_plugin_leaves_its_data_which_are_found_again_when_it_is_installed_again()
    {
        var package = _firm.Package("test.p", "1.0.0", OldGrade + Migrations(Migration("m1", Rename("p.older", "p.grade"))));
        await _firm.Planner.ApplyAsync(Install(package));
        var client = await _firm.ClientAsync("Harbour", ("p.grade", "a"));
        var remove = new PluginRequest { Remove = ["test.p"] };

        var plan = await _firm.Planner.PlanAsync(remove);
        Assert.Equal([new DataEffect(DataEffectKind.Unread, StoredName.Attribute, "p.grade", 1)], plan.Data);
        await _firm.Planner.ApplyAsync(remove, accept: true);

        await using (var without = await _firm.OpenAsync())
        {
            Assert.Empty(without.Plugins.Plugins);
            Assert.Equal(["p.grade=a"], await ValuesAsync(without, client));
            Assert.Equal(["test.p 1 m1 1.0.0: 0"], await HistoryAsync(without));
        }

        var again = await _firm.Planner.PlanAsync(Install(package));
        Assert.Equal([new DataEffect(DataEffectKind.ReadAgain, StoredName.Attribute, "p.grade", 1)], again.Data);
        Assert.Empty(again.Migrations);
        await _firm.Planner.ApplyAsync(Install(package), accept: true);
        await using var crm = await _firm.OpenAsync();
        Assert.Equal(PluginState.Running, Running(crm).State);
    }

    [Fact]
    [Trait("Scenario", "93")]
    public async Task A_plugin_removed_with_its_data_leaves_nothing_of_them_once_that_is_accepted()
    {
        var package = _firm.Package("test.p", "1.0.0", OldGrade + Migrations(Migration("m1", Rename("p.older", "p.grade"))));
        await _firm.Planner.ApplyAsync(Install(package));
        var client = await _firm.ClientAsync("Harbour", ("p.grade", "a"), ("other.note", "kept"));
        var remove = new PluginRequest { Remove = ["test.p"], DropData = true };

        Assert.Equal([new DataEffect(DataEffectKind.Removed, StoredName.Attribute, "p.grade", 1)], (await _firm.Planner.PlanAsync(remove)).Data);
        Assert.Equal(PluginCodes.NotAccepted, (await Assert.ThrowsAsync<ClienteleException>(() => _firm.Planner.ApplyAsync(remove))).Code);
        await _firm.Planner.ApplyAsync(remove, accept: true);

        await using var crm = await _firm.OpenAsync();
        Assert.Empty(crm.Plugins.Plugins);
        Assert.Equal(["other.note=kept"], await ValuesAsync(crm, client));
        Assert.Empty(await HistoryAsync(crm));
    }

    [Fact]
    public async Task A_migration_that_waits_to_be_accepted_is_planned_and_applied_without_a_package()
    {
        var client = await _firm.ClientAsync("Harbour", ("p.one", "a"));
        _firm.Plugin("test.p", "1.0.0", ["p.two"], Migration("m1", """new RemoveValues("p.one")"""));
        await using (var refused = await _firm.OpenAsync())
        {
            Assert.Equal(PluginCodes.NotAccepted, Problem(refused, "test.p").Code);
        }

        var plan = await _firm.Planner.PlanAsync(new PluginRequest());
        Assert.Equal(1, Assert.Single(plan.Migrations).Lost);
        await _firm.Planner.ApplyAsync(new PluginRequest(), accept: true, plan.Fingerprint);

        await using var crm = await _firm.OpenAsync();
        Assert.Equal(PluginState.Running, crm.Plugins.Find("test.p")!.State);
        Assert.Empty(await ValuesAsync(crm, client));
    }

    private static PluginRequest Install(params IReadOnlyList<string> packages) => new() { Packages = packages };

    private static PluginInfo Running(Crm crm) => crm.Plugins.Plugins.Single(plugin => plugin.Id == "test.p" && plugin.State != PluginState.Superseded);

    private string WithTemplates(string version, params IReadOnlyList<(string Path, string Text)> templates)
    {
        using var bench = new PluginDirectory();
        var folder = bench.Add("test.p", Kind("p.visit"), manifest: json => json["version"] = version);
        foreach (var (path, text) in templates)
        {
            var file = Path.Combine(folder, "templates", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return PluginPackage.Pack(folder, Path.Combine(Path.GetDirectoryName(_firm.Database)!, version));
    }
}
