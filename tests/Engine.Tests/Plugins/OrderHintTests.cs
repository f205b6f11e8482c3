using System.Text.Json.Nodes;
using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class OrderHintTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void Hints_decide_between_plugins_that_do_not_depend_on_each_other()
    {
        Add("test.a", after: ["test.c"]);
        Add("test.b");
        Add("test.c");
        Add("test.d", before: ["test.b", "test.absent"]);

        Assert.Equal(["test.c", "test.a", "test.d", "test.b"], Order(out var diagnostics));
        Assert.Empty(diagnostics);
    }

    [Fact]
    [Trait("Scenario", "63")]
    public void A_dependency_weighs_more_than_a_hint_and_the_hint_is_reported()
    {
        Add("test.a", needs: ["test.b"]);
        Add("test.b", needs: ["test.c"]);
        Add("test.c", after: ["test.a"]);
        Add("test.aa", after: ["test.a"]);

        Assert.Equal(["test.c", "test.b", "test.a", "test.aa"], Order(out var diagnostics));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((PluginCodes.OrderHintIgnored, PluginSeverity.Warning, "test.c"), (diagnostic.Code, diagnostic.Severity, diagnostic.PluginId));
        Assert.Contains("'test.a' comes before 'test.c', which 'test.a' itself depends on", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "63")]
    public void Hints_that_contradict_each_other_are_reported_and_the_plugins_run()
    {
        Add("test.a", after: ["test.b"]);
        Add("test.b", after: ["test.a"]);

        Assert.Equal(["test.a", "test.b"], Order(out var diagnostics));
        Assert.Equal([(PluginCodes.OrderHintIgnored, "test.a")], diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.PluginId)));
    }

    private void Add(string id, string[]? needs = null, string[]? before = null, string[]? after = null) => _plugins.Add(id, manifest: json =>
    {
        json["dependencies"] = DependsOn(needs ?? []);
        json["before"] = new JsonArray([.. (before ?? []).Select(other => (JsonNode)other)]);
        json["after"] = new JsonArray([.. (after ?? []).Select(other => (JsonNode)other)]);
    });

    private List<string> Order(out IReadOnlyList<PluginDiagnostic> diagnostics)
    {
        var set = _plugins.Load();
        diagnostics = set.Diagnostics;
        Assert.All(set.Plugins, plugin => Assert.Equal(PluginState.Running, plugin.State));
        return [.. set.Registrations.Select(registration => registration.Origin.Id)];
    }
}
