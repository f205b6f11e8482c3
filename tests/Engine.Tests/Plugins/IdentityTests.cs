using System.Text.Json.Nodes;
using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

public sealed class IdentityTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Theory]
    [InlineData("test.p 1.0.0", true)]
    [InlineData("test.p 1.1.0", false)]
    [InlineData("test.other 1.0.0", false)]
    [Trait("Scenario", "14")]
    public void An_assembly_that_was_built_for_another_manifest_is_refused(string built, bool runs)
    {
        _plugins.Add("test.p", head: $"""[assembly: System.Reflection.AssemblyMetadata("RepositoryUrl", "x")] [assembly: System.Reflection.AssemblyMetadata("ClientelePlugin", "{built}")] """);

        var set = _plugins.Load();

        Assert.Equal(runs ? [] : [PluginCodes.IdentityMismatch], set.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(set.Diagnostics, diagnostic => Assert.Contains($"built as {built}, and its manifest says test.p 1.0.0", diagnostic.Message, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Scenario", "19")]
    public void The_highest_common_api_level_is_agreed_on_and_the_plugin_can_see_it()
    {
        AddWithLevels(4, 5, 6);

        var set = PluginLoader.Load(_plugins.Options with { ApiLevels = [5, 6, 7] });

        Assert.Empty(set.Diagnostics);
        Assert.Equal(["p.level_6"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    [Trait("Scenario", "20")]
    public void A_plugin_without_a_common_api_level_is_refused_and_both_sets_are_named()
    {
        AddWithLevels(6, 4, 5);

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal((PluginCodes.NoCommonApiLevel, "It works with the API levels 4, 5, 6; this host offers 1."), (diagnostic.Code, diagnostic.Message));
    }

    private void AddWithLevels(params int[] levels) => _plugins.Add(
        "test.p",
        """builder.TouchpointKinds(new TouchpointKind { Name = $"p.level_{builder.ApiLevel}", Title = new("Visit", "拜访") });""",
        manifest: json => json["apiLevels"] = new JsonArray([.. levels.Select(level => (JsonNode)level)]));
}
