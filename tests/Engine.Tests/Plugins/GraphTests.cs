using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class GraphTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "56")]
    public void Plugins_are_configured_after_those_they_depend_on()
    {
        _plugins.Add("test.c", Kind("c.visit"));
        _plugins.Add("test.b", Kind("b.visit"), manifest: json => json["dependencies"] = DependsOn("test.c"));
        _plugins.Add("test.a", Kind("a.visit"), manifest: json => json["dependencies"] = DependsOn("test.b"));

        var set = _plugins.Load();

        Assert.Equal(["test.c", "test.b", "test.a"], set.Registrations.Select(registration => registration.Origin.Id));
        Assert.Equal(["c.visit", "b.visit", "a.visit"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    [Trait("Scenario", "57")]
    public void A_diamond_is_ordered_the_same_way_whatever_order_it_is_found_in()
    {
        List<(string Id, string[] Needs)> diamond = [("t.top", []), ("t.left", ["t.top"]), ("t.right", ["t.top"]), ("t.bottom", ["t.left", "t.right"]), ("t.alone", [])];
        var random = new Random(57);

        for (var shuffle = 0; shuffle < 100; shuffle++)
        {
            var candidates = diamond.OrderBy(_ => random.Next()).Select(node => Candidate(node.Id, node.Needs)).ToList();

            Assert.Equal(["t.alone", "t.top", "t.left", "t.right", "t.bottom"], PluginGraph.Plan(candidates).Select(candidate => candidate.Id));
        }
    }

    [Fact]
    [Trait("Scenario", "58")]
    public void A_missing_dependency_is_reported_on_the_dependent_alone()
    {
        var candidates = Candidates(("t.needy", ["t.absent"]), ("t.far", ["t.needy"]), ("t.free", []));

        var order = PluginGraph.Plan(candidates);

        Assert.Equal(["t.free"], order.Select(candidate => candidate.Id));
        Assert.Equal(PluginCodes.DependencyMissing, Code(candidates, "t.needy"));
        Assert.Equal(PluginCodes.DependencyNotRunning, Code(candidates, "t.far"));
        Assert.Contains("'t.needy', which does not run (PLG3001)", candidates[1].Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "59")]
    public void A_dependency_of_the_wrong_version_is_reported_with_what_was_found_and_what_is_required()
    {
        var candidates = Candidates(("t.base", []), ("t.needy", ["t.base"]));
        candidates[0].Manifest = candidates[0].Manifest! with { Version = "2.1.0" };

        PluginGraph.Plan(candidates);

        Assert.Equal(PluginCodes.DependencyVersion, Code(candidates, "t.needy"));
        Assert.Equal("It depends on 't.base' [1.0,2.0); 2.1.0 was found.", candidates[1].Diagnostics[0].Message);
    }

    [Fact]
    [Trait("Scenario", "60")]
    public void A_circle_is_refused_with_its_path_and_the_rest_runs()
    {
        var candidates = Candidates(("t.a", ["t.b"]), ("t.b", ["t.c"]), ("t.c", ["t.a"]), ("t.d", []), ("t.hanger", ["t.a"]));

        var order = PluginGraph.Plan(candidates);

        Assert.Equal(["t.d"], order.Select(candidate => candidate.Id));
        Assert.All(candidates.Take(3), member => Assert.Equal("It depends on itself in a circle: t.a → t.b → t.c → t.a.", Assert.Single(member.Diagnostics).Message));
        Assert.Equal(PluginCodes.DependencyNotRunning, Code(candidates, "t.hanger"));
    }

    [Fact]
    [Trait("Scenario", "61")]
    public void A_plugin_that_depends_on_itself_is_a_circle()
    {
        var candidates = Candidates(("t.self", ["t.self"]));

        Assert.Empty(PluginGraph.Plan(candidates));

        Assert.Equal("It depends on itself in a circle: t.self → t.self.", candidates[0].Diagnostics[0].Message);
    }

    [Fact]
    public void Circles_that_share_a_plugin_are_all_refused()
    {
        var candidates = Candidates(("t.a", ["t.b", "t.c"]), ("t.b", ["t.a"]), ("t.c", ["t.a"]));

        Assert.Empty(PluginGraph.Plan(candidates));

        Assert.All(candidates, candidate => Assert.Equal(PluginState.Rejected, candidate.Ended));
    }

    [Fact]
    [Trait("Scenario", "62")]
    public void A_plugin_runs_without_an_optional_dependency()
    {
        var candidates = Candidates(("t.flexible", []));
        candidates[0].Manifest = candidates[0].Manifest! with { Dependencies = [new("t.absent", "[1.0,2.0)", Optional: true)] };

        Assert.Equal(candidates, PluginGraph.Plan(candidates));
    }

    [Fact]
    [Trait("Scenario", "53")]
    public void A_plugin_whose_dependency_fails_to_start_is_skipped_and_independent_ones_run()
    {
        _plugins.Add("test.base", "throw new InvalidOperationException();");
        _plugins.Add("test.needy", manifest: json => json["dependencies"] = DependsOn("test.base"));
        _plugins.Add("test.free");

        var set = _plugins.Load();

        Assert.Equal(PluginState.Skipped, set.Find("test.needy")!.State);
        Assert.Equal(PluginCodes.DependencyNotRunning, Assert.Single(set.Find("test.needy")!.Diagnostics).Code);
        Assert.Equal(PluginState.Running, set.Find("test.free")!.State);
    }

    [Fact]
    public void A_plugin_whose_dependency_registers_wrongly_is_skipped()
    {
        _plugins.Add("test.base", Kind("elsewhere.visit"));
        _plugins.Add("test.needy", Kind("needy.visit"), manifest: json => json["dependencies"] = DependsOn("test.base"));

        var set = _plugins.Load();

        Assert.Equal((PluginState.Faulted, PluginState.Skipped), (set.Find("test.base")!.State, set.Find("test.needy")!.State));
        Assert.Empty(set.Catalogue.Kinds);
    }

    private static List<Candidate> Candidates(params (string Id, string[] Needs)[] nodes) => [.. nodes.Select(node => Candidate(node.Id, node.Needs))];

    private static Candidate Candidate(string id, string[] needs) => new("/plugins/" + id)
    {
        Manifest = new()
        {
            Id = id,
            Version = "1.0.0",
            Name = LocalizedText.Same(id),
            Prefix = id[2..],
            EntryAssembly = "x.dll",
            EntryType = "X",
            Contract = "[0.1.0,0.2.0)",
            Dependencies = [.. needs.Select(need => new PluginDependency(need, "[1.0,2.0)"))],
        },
    };

    private static string Code(List<Candidate> candidates, string id) => Assert.Single(candidates.Find(candidate => candidate.Id == id)!.Diagnostics).Code;
}
