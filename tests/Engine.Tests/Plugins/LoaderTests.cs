using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class LoaderTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void A_good_plugin_runs_and_what_it_registers_is_in_the_catalogue()
    {
        _plugins.Add("test.good", Kind("good.visit"));

        var set = _plugins.Load();

        var plugin = Assert.Single(set.Plugins);
        Assert.Equal(("test.good", PluginState.Running), (plugin.Id, plugin.State));
        Assert.Empty(set.Diagnostics);
        Assert.Equal("test.good", set.Catalogue.OriginOf("good.visit").Id);
        Assert.Equal(Path.Combine(plugin.Folder, "templates"), set.Catalogue.OriginOf("good.visit").TemplateFolder);
    }

    [Theory]
    [Trait("Row", "S4-38")]
    [InlineData(null, "no type and no process")]
    [InlineData("operational", "no process")]
    [InlineData("operational,channels,colourful", "'colourful', which is not known")]
    public async Task A_plugin_without_tags_runs_with_a_warning_and_is_left_out_of_the_coverage(string? tags, string said)
    {
        _plugins.Add("test.untagged", Kind("untagged.visit"), manifest: json =>
        {
            json.Remove("tags");
            if (tags is not null)
            {
                json["tags"] = new System.Text.Json.Nodes.JsonArray([.. tags.Split(',').Select(tag => (System.Text.Json.Nodes.JsonNode)tag)]);
            }
        });

        var set = _plugins.Load();

        Assert.Equal(PluginState.Running, Assert.Single(set.Plugins).State);
        var warning = Assert.Single(set.Diagnostics);
        Assert.Equal((PluginCodes.TagsMissing, PluginSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Contains(said, warning.Message, StringComparison.Ordinal);
        await set.DisposeAsync();
    }

    [Fact]
    [Trait("Scenario", "1")]
    public void An_empty_directory_holds_no_plugins_and_is_no_error()
    {
        var set = _plugins.Load();

        Assert.Empty(set.Plugins);
        Assert.Empty(set.Diagnostics);
    }

    [Fact]
    [Trait("Scenario", "2")]
    public void A_directory_that_does_not_exist_is_noted_and_an_error_only_when_somebody_asked_for_it()
    {
        var options = new PluginOptions { Directories = [Path.Combine(_plugins.Root, "none")] };

        var note = Assert.Single(PluginLoader.Load(options).Diagnostics);
        var error = Assert.Throws<ClienteleException>(() => PluginLoader.Load(options with { RequireDirectories = true }));

        Assert.Equal((PluginCodes.DirectoryMissing, PluginSeverity.Info), (note.Code, note.Severity));
        Assert.Equal(PluginCodes.DirectoryMissing, error.Code);
    }

    [Fact]
    [Trait("Scenario", "3")]
    public void An_empty_folder_is_ignored_and_one_with_assemblies_but_no_manifest_is_noted_while_the_others_run()
    {
        _plugins.AddFolder("empty");
        File.WriteAllText(Path.Combine(_plugins.AddFolder("forgotten"), "x.dll"), "");
        _plugins.Add("test.good");

        var set = _plugins.Load();

        Assert.Equal(PluginState.Running, Assert.Single(set.Plugins).State);
        var note = Assert.Single(set.Diagnostics);
        Assert.Equal((PluginCodes.ManifestMissing, "forgotten"), (note.Code, note.PluginId));
    }

    [Theory]
    [InlineData("0.0.9", false)]
    [InlineData("0.1.0", true)]
    [InlineData("0.1.9", true)]
    [InlineData("0.2.0", false)]
    [InlineData("0.1.5-dev+abc", true)]
    [Trait("Scenario", "17")]
    public void A_plugin_runs_only_on_a_contract_inside_its_range(string host, bool runs)
    {
        _plugins.Add("test.ranged");

        var plugin = Assert.Single(PluginLoader.Load(_plugins.Options with { ContractVersion = host }).Plugins);

        Assert.Equal(runs ? PluginState.Running : PluginState.Rejected, plugin.State);
        Assert.Equal(runs ? [] : [PluginCodes.ContractOutsideRange], plugin.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    [Trait("Scenario", "51")]
    public void A_plugin_that_throws_in_its_constructor_is_reported_and_the_others_run()
    {
        _plugins.Add("test.bad", members: """public Plugin() => throw new InvalidOperationException("no good");""");
        _plugins.Add("test.good");

        var set = _plugins.Load();

        var diagnostic = Assert.Single(set.Find("test.bad")!.Diagnostics);
        Assert.Equal((PluginCodes.ConstructorFailed, PluginStage.Configure), (diagnostic.Code, diagnostic.Stage));
        Assert.Equal("InvalidOperationException: no good.", diagnostic.Message);
        Assert.Equal(PluginState.Faulted, set.Find("test.bad")!.State);
        Assert.Equal(PluginState.Running, set.Find("test.good")!.State);
    }

    [Fact]
    [Trait("Scenario", "51")]
    public void A_plugin_that_throws_in_Configure_registers_nothing_and_the_others_run()
    {
        _plugins.Add("test.bad", Kind("bad.visit") + """throw new InvalidOperationException("no good");""");
        _plugins.Add("test.good", Kind("good.visit"));

        var set = _plugins.Load();

        Assert.Equal(PluginCodes.ConfigureFailed, Assert.Single(set.Find("test.bad")!.Diagnostics).Code);
        Assert.Equal(["good.visit"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    public void A_record_that_a_plugin_makes_wrongly_is_reported_with_the_code_of_the_record()
    {
        _plugins.Add("test.bad", Kind("NotAName"));

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal(PluginCodes.ConfigureFailed, diagnostic.Code);
        Assert.StartsWith("CRM1001: Name 'NotAName'", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_that_throws_from_its_own_message_is_contained()
    {
        _plugins.Add("test.bad", "throw new Nasty();", outside: """public sealed class Nasty : Exception { public override string Message => throw new Nasty(); }""");

        Assert.Equal("Nasty, whose message cannot be read.", Assert.Single(_plugins.Load().Diagnostics).Message);
    }

    [Fact]
    [Trait("Scenario", "23")]
    public void A_garbage_assembly_is_reported_and_the_others_run()
    {
        File.WriteAllText(Path.Combine(_plugins.AddManifest("test.garbage"), "Fixture.test.garbage.dll"), "this is not an assembly");
        _plugins.Add("test.good");

        var set = _plugins.Load();

        Assert.Equal(PluginCodes.NotManagedImage, Assert.Single(set.Find("test.garbage")!.Diagnostics).Code);
        Assert.Equal(PluginState.Running, set.Find("test.good")!.State);
    }

    [Fact]
    public void A_missing_entry_assembly_is_reported_before_anything_is_loaded()
    {
        _plugins.AddManifest("test.hollow");

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal((PluginCodes.AssemblyMissing, PluginStage.Validate), (diagnostic.Code, diagnostic.Stage));
    }

    [Theory]
    [InlineData("Fixture.Nobody", "is not in the entry assembly")]
    [InlineData("Fixture.Hidden", "is not public")]
    [InlineData("Fixture.Unfinished", "is not a class that can be created")]
    [InlineData("Fixture.Open`1", "is generic")]
    [InlineData("Fixture.Demanding", "has no public constructor without parameters")]
    [InlineData("Fixture.Stranger", "does not implement IPlugin")]
    [Trait("Scenario", "50")]
    public void An_entry_type_that_cannot_be_created_says_why(string entryType, string why)
    {
        _plugins.Add("test.entry", manifest: json => json["entryType"] = entryType, outside: """
            internal sealed class Hidden : IPlugin { public void Configure(IPluginBuilder builder) { } }
            public abstract class Unfinished : IPlugin { public void Configure(IPluginBuilder builder) { } }
            public sealed class Open<T> : IPlugin { public void Configure(IPluginBuilder builder) { } }
            public sealed class Demanding(int number) : IPlugin { public int Number => number; public void Configure(IPluginBuilder builder) { } }
            public sealed class Stranger { }
            """);

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal(PluginCodes.EntryTypeInvalid, diagnostic.Code);
        Assert.Equal($"Its entry type '{entryType}' {why}.", diagnostic.Message);
    }

    [Fact]
    [Trait("Scenario", "10")]
    public void Two_plugins_of_one_id_are_both_named_and_neither_runs()
    {
        _plugins.Add("test.twin", folder: "one");
        _plugins.Add("test.twin", folder: "two");

        var set = _plugins.Load();

        Assert.Equal(2, set.Plugins.Count);
        Assert.All(set.Plugins, plugin => Assert.Equal(PluginState.Rejected, plugin.State));
        Assert.All(set.Plugins, plugin => Assert.Contains(plugin.Diagnostics, diagnostic =>
            diagnostic.Code == PluginCodes.IdClaimedTwice && diagnostic.Message.Contains("one'", StringComparison.Ordinal) && diagnostic.Message.Contains("two'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_plugins_of_one_prefix_are_both_named_and_neither_runs()
    {
        _plugins.Add("test.first", manifest: json => json["prefix"] = "same");
        _plugins.Add("test.second", manifest: json => json["prefix"] = "same");

        var set = _plugins.Load();

        Assert.All(set.Plugins, plugin => Assert.Equal(PluginCodes.PrefixClaimedTwice, Assert.Single(plugin.Diagnostics).Code));
        Assert.All(set.Diagnostics, diagnostic => Assert.Matches("test.first .* and test.second ", diagnostic.Message));
    }

    [Fact]
    public void A_disabled_plugin_is_listed_and_none_of_its_code_runs()
    {
        _plugins.Add("test.off", """throw new InvalidOperationException("ran");""");

        var plugin = Assert.Single(PluginLoader.Load(_plugins.Options with { Disabled = ["TEST.off"] }).Plugins);

        Assert.Equal(PluginState.Disabled, plugin.State);
        Assert.Empty(plugin.Diagnostics);
    }

    [Fact]
    public void A_plugin_that_registers_outside_its_prefix_is_rejected_with_all_its_problems()
    {
        _plugins.Add("test.greedy", Kind("other.visit") + Kind("core.visit") + Kind("greedy.visit"));

        var set = _plugins.Load();

        Assert.Equal(PluginState.Faulted, Assert.Single(set.Plugins).State);
        Assert.Equal([ErrorCodes.RegistrationOutsidePrefix, ErrorCodes.RegistrationOutsidePrefix], set.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Empty(set.Catalogue.Kinds);
    }

    [Fact]
    public void A_name_claimed_by_two_plugins_names_both_and_stays_with_the_one_whose_prefix_it_has()
    {
        _plugins.Add("test.owner", Kind("owner.visit"));
        _plugins.Add("test.greedy", Kind("owner.visit"));

        var set = _plugins.Load();

        Assert.Equal(PluginState.Running, set.Find("test.owner")!.State);
        Assert.Contains(set.Find("test.greedy")!.Diagnostics, diagnostic =>
            diagnostic.Code == ErrorCodes.RegistrationDuplicate && diagnostic.Message.Contains("'test.greedy' and 'test.owner'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_three_industry_plugins_of_the_repository_are_in_order()
    {
        // Judged only: their assemblies are not beside the tests.
        var sources = Path.Combine(RepositoryRoot(), "src", "Plugins");

        var set = PluginLoader.Inspect(new PluginOptions { Directories = [sources] });

        Assert.Equal(["clientele.contractor", "clientele.design-institute", "clientele.real-estate"], set.Plugins.Select(plugin => plugin.Id));
        Assert.All(set.Plugins, plugin => Assert.All(plugin.Diagnostics, diagnostic => Assert.Equal(PluginCodes.AssemblyMissing, diagnostic.Code)));
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
}
