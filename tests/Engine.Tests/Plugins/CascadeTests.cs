using Clientele.Plugins;
using Microsoft.CodeAnalysis;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

/// <summary>A plugin that exports a contract, one that uses it, and one that depends on that: loaded again together.</summary>
[Collection(Alone.Name)]
public sealed class CascadeTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();
    private readonly string _shadow = Path.Combine(Path.GetTempPath(), "clientele-shadow-" + Path.GetRandomFileName());

    private PluginOptions Options => _plugins.Options with { Collectible = true, ShadowDirectory = _shadow };

    public void Dispose()
    {
        _plugins.Dispose();
        Directory.Delete(_shadow, recursive: true);
    }

    [Fact]
    [Trait("Scenario", "111")]
    public async Task Those_that_use_what_a_plugin_exports_are_loaded_again_with_it_and_all_old_ones_are_gone()
    {
        AddGeo("near");
        AddUser("test.user");
        _plugins.Add("test.top", Kind("top.visit"), manifest: json => json["dependencies"] = DependsOn("test.user"));
        _plugins.Add("test.apart", Kind("apart.visit"));
        await using var set = PluginLoader.Load(Options);
        Assert.Empty(set.Diagnostics);
        Assert.Contains("user.near", set.Catalogue.Kinds.Keys);

        AddGeo("far");
        var report = await set.ReloadAsync("test.geo");

        Assert.True(report.Reloaded, string.Join('\n', report.Diagnostics));
        Assert.Equal(["test.user", "test.top"], report.Dependents.Select(dependent => dependent.PluginId));
        Assert.All([report, .. report.Dependents], each => Assert.True(each.Old!.Collected, each.PluginId + string.Join(' ', each.Old.Suspects)));
        Assert.Equal(["apart.visit", "top.visit", "user.far"], set.Catalogue.Kinds.Keys.Order());
        Assert.All(set.Plugins, plugin => Assert.Equal(PluginState.Running, plugin.State));
        Assert.Equal(["test.apart", "test.geo", "test.user", "test.top"], set.Registrations.Select(registration => registration.Origin.Id));
    }

    [Fact]
    [Trait("Scenario", "115")]
    public async Task When_a_dependent_is_not_in_order_with_the_new_version_all_old_ones_go_on()
    {
        AddGeo("near");
        AddUser("test.user");
        await using var set = PluginLoader.Load(Options);

        AddGeo("far", version: "2.0.0");
        var report = await set.ReloadAsync("test.geo");

        Assert.False(report.Reloaded);
        Assert.Equal(PluginCodes.ReloadRolledBack, Assert.Single(report.Diagnostics).Code);
        Assert.Contains("'test.user', which depends on it", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal([PluginCodes.DependencyVersion, PluginCodes.ReloadRolledBack], Assert.Single(report.Dependents).Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(["user.near"], set.Catalogue.Kinds.Keys);
        Assert.Equal(["1.0.0", "1.0.0"], set.Plugins.Select(plugin => plugin.Version));

        AddGeo("far");
        Assert.True((await set.ReloadAsync("test.geo")).Reloaded);
        Assert.Equal(["user.far"], set.Catalogue.Kinds.Keys);
    }

    private void AddGeo(string word, string version = "1.0.0")
    {
        var folder = _plugins.Add("test.geo", manifest: json => { json["exports"] = new System.Text.Json.Nodes.JsonArray("Geo.Contracts.dll"); json["version"] = version; });
        PluginCompiler.Compile($$"""namespace Geo { public static class Place { public static string Word() => "{{word}}"; } }""", Path.Combine(folder, "Geo.Contracts.dll"));
    }

    private void AddUser(string id)
    {
        var folder = _plugins.AddManifest(id, json => json["dependencies"] = DependsOn("test.geo"));
        PluginCompiler.Compile(
            Source("""builder.TouchpointKinds(new TouchpointKind { Name = "user." + Geo.Place.Word(), Title = new("Visit", "拜访") });"""),
            Path.Combine(folder, $"Fixture.{id}.dll"),
            MetadataReference.CreateFromFile(Path.Combine(_plugins.Root, "test.geo", "Geo.Contracts.dll")));
    }
}
