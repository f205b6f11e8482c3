using Clientele.Plugins;
using Microsoft.CodeAnalysis;

namespace Clientele.Tests.Plugins;

public sealed class IsolationTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "30")]
    public void A_contract_assembly_copied_into_the_plugins_folder_is_ignored_and_warned_of()
    {
        var folder = _plugins.Add("test.copied", PluginDirectory.Kind("copied.visit"));
        File.Copy(typeof(IPlugin).Assembly.Location, Path.Combine(folder, "Clientele.Abstractions.dll"));

        var set = _plugins.Load();

        Assert.Equal(PluginState.Running, Assert.Single(set.Plugins).State);
        Assert.Same(typeof(TouchpointKind), set.Catalogue.Kinds["copied.visit"].GetType());
        var warning = Assert.Single(set.Diagnostics);
        Assert.Equal((PluginCodes.SharedAssemblyShipped, PluginSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Contains("Clientele.Abstractions.dll", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "29")]
    [Trait("Scenario", "34")]
    public void Plugins_that_ship_different_versions_of_a_library_each_see_their_own()
    {
        foreach (var version in new[] { 3, 2, 1 })
        {
            AddWithLibrary($"test.v{version}", version);
        }

        var set = _plugins.Load();

        Assert.All(set.Plugins, plugin => Assert.Equal(PluginState.Running, plugin.State));
        Assert.Equal(["Version 1", "Version 2", "Version 3"], set.Catalogue.Kinds.Values.OrderBy(kind => kind.Name).Select(kind => kind.Title.En));
    }

    [Fact]
    public void A_plugin_cannot_reach_the_private_libraries_of_the_host()
    {
        _plugins.Add("test.curious", """System.Reflection.Assembly.Load("Clientele");""");

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal(PluginCodes.AssemblyMissing, diagnostic.Code);
        Assert.Contains("Clientele is neither in the plugin's folder nor shared by the host", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "100")]
    public void What_a_plugin_does_to_the_culture_of_the_thread_ends_with_its_call()
    {
        _plugins.Add("test.loud", """System.Globalization.CultureInfo.CurrentCulture = new("tr-TR"); SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());""");
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        var context = SynchronizationContext.Current;

        Assert.Equal(PluginState.Running, Assert.Single(_plugins.Load().Plugins).State);

        Assert.Same(culture, System.Globalization.CultureInfo.CurrentCulture);
        Assert.Same(context, SynchronizationContext.Current);
    }

    [Fact]
    public void Nothing_of_what_a_plugin_registers_is_of_a_type_of_the_plugins_own()
    {
        _plugins.Add("test.records", """
            builder.MatterTypes(new MatterType
            {
                Name = "records.project", Title = new("Project", "项目"),
                Stages = [new("open", new("Open", "进行中")), new("closed", new("Closed", "已结"), true)],
                Moves = [],
            });
            """);

        var type = PluginLoader.Load(_plugins.Options with { Collectible = true }).Catalogue.MatterTypes["records.project"];

        Assert.False(type.Stages.GetType().IsCollectible);
        Assert.False(type.Moves.GetType().IsCollectible);
    }

    [Fact]
    [Trait("Scenario", "35")]
    public void A_plugin_shares_the_types_that_a_plugin_it_depends_on_exports()
    {
        AddExporter();
        AddUser(declared: true);

        var set = _plugins.Load();

        Assert.Empty(set.Diagnostics);
        Assert.Equal("from test.base", set.Catalogue.Kinds["user.visit"].Title.En);
    }

    [Fact]
    [Trait("Scenario", "36")]
    public void Using_what_another_plugin_exports_without_declaring_it_is_refused_before_the_first_call()
    {
        AddExporter();
        AddUser(declared: false);

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal((PluginCodes.UndeclaredPluginReference, "test.user"), (diagnostic.Code, diagnostic.PluginId));
    }

    [Fact]
    [Trait("Scenario", "31")]
    public void The_assemblies_that_the_contract_is_made_of_are_shared_as_well()
    {
        _plugins.Add("test.p", "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IComparable>(builder.Services, \"x\");");

        Assert.Empty(_plugins.Load().Diagnostics);
        Assert.Equal(["Clientele.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"], SharedAssemblies.Contract.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Scenario", "32")]
    public void A_contract_whose_own_libraries_are_missing_is_the_hosts_error_and_names_the_chain()
    {
        var folder = _plugins.AddFolder("host");
        var missing = PluginCompiler.Bare("namespace Missing { public class Base { } }", "Missing", [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var contract = Path.Combine(folder, "Contract.dll");
        PluginCompiler.Compile("namespace Contract { public class Derived : Missing.Base { } }", contract, missing.ToMetadataReference());

        var error = Assert.Throws<ClienteleException>(() => SharedAssemblies.Of(new System.Runtime.Loader.AssemblyLoadContext("host").LoadFromAssemblyPath(contract)));

        Assert.Equal(PluginCodes.SharedClosureIncomplete, error.Code);
        Assert.Contains("lacks Missing, which plugins share through Contract", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "33")]
    public void A_framework_assembly_that_a_plugin_ships_is_ignored_and_warned_of()
    {
        var folder = _plugins.Add("test.p", """builder.TouchpointKinds(new TouchpointKind { Name = "p.visit", Title = LocalizedText.Same(typeof(System.Text.Json.JsonDocument).Assembly.Location) });""");
        File.Copy(typeof(System.Text.Json.JsonDocument).Assembly.Location, Path.Combine(folder, "System.Text.Json.dll"));

        var set = _plugins.Load();

        Assert.Equal(PluginCodes.SharedAssemblyShipped, Assert.Single(set.Diagnostics).Code);
        Assert.Equal(typeof(System.Text.Json.JsonDocument).Assembly.Location, set.Catalogue.Kinds["p.visit"].Title.En);
    }

    [Fact]
    [Trait("Scenario", "37")]
    public void A_plugin_may_load_plugins_of_its_own_without_touching_the_host()
    {
        var inner = Path.Combine(_plugins.AddFolder("inner"), "Inner.dll");
        PluginCompiler.Compile("namespace Inner { public static class Facts { public static string Text => \"inner\"; } }", inner);
        _plugins.Add("test.p", $$"""
            var context = new System.Runtime.Loader.AssemblyLoadContext("inner");
            var text = (string)context.LoadFromAssemblyPath("{{inner}}").GetType("Inner.Facts")!.GetProperty("Text")!.GetValue(null)!;
            builder.TouchpointKinds(new TouchpointKind { Name = "p.visit", Title = LocalizedText.Same(text) });
            """);

        var set = _plugins.Load();

        Assert.Equal("inner", set.Catalogue.Kinds["p.visit"].Title.En);
        Assert.DoesNotContain(System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "Inner");
    }

    [Fact]
    [Trait("Scenario", "39")]
    public void A_type_that_a_plugin_asks_for_by_name_is_looked_for_among_its_own_assemblies()
    {
        var folder = _plugins.AddManifest("test.p");
        var library = Path.Combine(folder, "Fixture.ByName.dll");
        PluginCompiler.Compile("namespace ByName { public static class Facts { public static string Text => \"found\"; } }", library);
        PluginCompiler.Compile(
            PluginDirectory.Source("""builder.TouchpointKinds(new TouchpointKind { Name = "p.visit", Title = LocalizedText.Same((string)Type.GetType("ByName.Facts, Fixture.ByName", throwOnError: true)!.GetProperty("Text")!.GetValue(null)!) });"""),
            Path.Combine(folder, "Fixture.test.p.dll"));

        Assert.Equal("found", _plugins.Load().Catalogue.Kinds["p.visit"].Title.En);
    }

    [Fact]
    [Trait("Scenario", "40")]
    public void Folders_with_spaces_accents_Chinese_names_and_long_paths_are_no_trouble()
    {
        var deep = string.Join('/', Enumerable.Repeat("a rather long folder name ñ á 插件目录", 6));
        Directory.CreateDirectory(Path.Combine(_plugins.Root, deep));
        _plugins.Add("test.p", PluginDirectory.Kind("p.visit"), folder: deep + "/Plátano 插件");

        var set = PluginLoader.Load(_plugins.Options with { Directories = [Path.Combine(_plugins.Root, deep)] });

        Assert.True(set.Plugins[0].Folder.Length > 200);
        Assert.Empty(set.Diagnostics);
        Assert.Single(set.Catalogue.Kinds);
    }

    [Fact]
    [Trait("Scenario", "16")]
    public void Two_hundred_plugins_are_judged_with_none_of_them_loaded()
    {
        for (var number = 0; number < 200; number++)
        {
            var folder = _plugins.AddManifest($"test.n{number}", json => json["entryAssembly"] = "Fixture.test.n0.dll");
            var first = Path.Combine(_plugins.Root, "test.n0", "Fixture.test.n0.dll");
            if (number == 0)
            {
                PluginCompiler.Compile(PluginDirectory.Source(""), first);
            }
            else
            {
                File.Copy(first, Path.Combine(folder, "Fixture.test.n0.dll"));
            }
        }

        var set = PluginLoader.Inspect(_plugins.Options);

        Assert.Equal(200, set.Plugins.Count(plugin => plugin.State == PluginState.Running));
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "Fixture.test.n0");
    }

    // The exporter leaves a value in a static of the exported assembly; only whoever shares that very assembly sees it.
    private void AddExporter()
    {
        var folder = _plugins.AddManifest("test.base", json => json["exports"] = new System.Text.Json.Nodes.JsonArray("Fixture.Exported.dll"));
        var exported = Path.Combine(folder, "Fixture.Exported.dll");
        PluginCompiler.Compile("""namespace Exported { public static class Facts { public static string Text = "private copy"; } }""", exported);
        PluginCompiler.Compile(PluginDirectory.Source("""Exported.Facts.Text = "from " + typeof(Plugin).Assembly.GetName().Name!.Replace("Fixture.", "");"""), Path.Combine(folder, "Fixture.test.base.dll"), MetadataReference.CreateFromFile(exported));
    }

    private void AddUser(bool declared)
    {
        var folder = _plugins.AddManifest("test.user", json => json["dependencies"] = declared ? PluginDirectory.DependsOn("test.base") : []);
        PluginCompiler.Compile(
            PluginDirectory.Source("""builder.TouchpointKinds(new TouchpointKind { Name = "user.visit", Title = LocalizedText.Same(Exported.Facts.Text) });"""),
            Path.Combine(folder, "Fixture.test.user.dll"),
            MetadataReference.CreateFromFile(Path.Combine(_plugins.Root, "test.base", "Fixture.Exported.dll")));
    }

    private void AddWithLibrary(string id, int version)
    {
        var folder = _plugins.AddManifest(id);
        var library = Path.Combine(folder, "Fixture.Library.dll");
        PluginCompiler.Compile($$"""[assembly: System.Reflection.AssemblyVersion("{{version}}.0.0.0")] namespace Library { public static class Facts { public static string Version => "Version {{version}}"; } }""", library);
        var configure = $$"""builder.TouchpointKinds(new TouchpointKind { Name = "v{{version}}.visit", Title = LocalizedText.Same(Library.Facts.Version) });""";
        PluginCompiler.Compile(PluginDirectory.Source(configure), Path.Combine(folder, $"Fixture.{id}.dll"), MetadataReference.CreateFromFile(library));
    }
}
