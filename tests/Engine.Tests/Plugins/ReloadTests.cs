using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class ReloadTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();
    private readonly string _shadow = Path.Combine(Path.GetTempPath(), "clientele-shadow-" + Path.GetRandomFileName());

    private PluginOptions Options => _plugins.Options with { Collectible = true, ShadowDirectory = _shadow };

    public void Dispose()
    {
        _plugins.Dispose();
        if (Directory.Exists(_shadow))
        {
            Directory.Delete(_shadow, recursive: true);
        }
    }

    [Fact]
    public async Task A_new_version_takes_over_and_the_old_one_is_gone()
    {
        _plugins.Add("test.p", Kind("p.old"));
        await using var set = PluginLoader.Load(Options);

        _plugins.Add("test.p", Kind("p.new"), manifest: json => json["version"] = "1.1.0");
        var report = await set.ReloadAsync("test.p");

        Assert.True(report.Reloaded);
        Assert.True(report.Old!.Collected, string.Join(' ', report.Old.Suspects));
        Assert.Equal(("1.1.0", PluginState.Running), (set.Find("test.p")!.Version, set.Find("test.p")!.State));
        Assert.Equal(["p.new"], set.Catalogue.Kinds.Keys);
    }

    [Theory]
    [InlineData("""throw new InvalidOperationException("new version");""", PluginCodes.ConfigureFailed)]
    [InlineData("""builder.TouchpointKinds(new TouchpointKind { Name = "other.visit", Title = new("x", "x") });""", ErrorCodes.RegistrationOutsidePrefix)]
    [Trait("Scenario", "115")]
    public async Task A_new_version_that_is_not_in_order_leaves_the_old_one_running(string configure, string code)
    {
        _plugins.Add("test.p", Kind("p.old"));
        await using var set = PluginLoader.Load(Options);

        _plugins.Add("test.p", configure);
        var report = await set.ReloadAsync("test.p");

        Assert.False(report.Reloaded);
        Assert.Equal([code, PluginCodes.ReloadRolledBack], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(PluginState.Running, set.Find("test.p")!.State);
        Assert.Equal(["p.old"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    [Trait("Scenario", "114")]
    public async Task A_half_written_assembly_leaves_the_old_version_running_and_the_next_try_succeeds()
    {
        var file = Path.Combine(_plugins.Add("test.p", Kind("p.old")), "Fixture.test.p.dll");
        await using var set = PluginLoader.Load(Options);
        var whole = await File.ReadAllBytesAsync(file);

        await File.WriteAllBytesAsync(file, whole[..1000]);
        var first = await set.ReloadAsync("test.p");
        await File.WriteAllBytesAsync(file, whole);
        var second = await set.ReloadAsync("test.p");

        Assert.Equal((false, true), (first.Reloaded, second.Reloaded));
        Assert.Equal(PluginCodes.NotManagedImage, first.Diagnostics[0].Code);
    }

    [Fact]
    [Trait("Scenario", "72")]
    [Trait("Scenario", "116")]
    public async Task Truncating_the_assembly_in_the_plugins_folder_does_not_harm_the_running_plugin()
    {
        var file = Path.Combine(_plugins.Add("test.p", """builder.Measures(new ComputedMeasure { Name = "p.score", Title = new("Score", "得分"), Reads = [], Computation = new Score() });""", outside: """
            public sealed class Score : IMeasureComputation { public MeasureResult Compute(MeasureInput input) => MeasureResult.Of(Late()); static decimal Late() => 7; }
            """), "Fixture.test.p.dll");
        await using var set = PluginLoader.Load(Options);

        await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
        {
            stream.SetLength(0);
        }

        Assert.Equal(7, ((ComputedMeasure)set.Catalogue.Measures["p.score"]).Computation.Compute(new(default, default, _ => null, _ => null)).Value);
    }

    [Fact]
    [Trait("Scenario", "118")]
    public async Task Copies_left_by_a_crashed_host_are_deleted_and_those_of_a_living_one_are_not()
    {
        _plugins.Add("test.p");
        var crashed = Directory.CreateDirectory(Path.Combine(_shadow, "crashed"));
        await File.WriteAllTextAsync(Path.Combine(crashed.FullName, ".in-use"), "");
        await using var living = PluginLoader.Load(Options);

        await using var next = PluginLoader.Load(Options);

        Assert.False(Directory.Exists(crashed.FullName));
        Assert.Equal(2, Directory.GetDirectories(_shadow).Length);
        Assert.True(PluginState.Running == living.Plugins[0].State && living.Plugins[0].ContentHash.Length == 64);
        Assert.Equal(living.Plugins[0].ContentHash, next.Plugins[0].ContentHash);
    }

    [Fact]
    [Trait("Scenario", "54")]
    public async Task Loading_one_plugin_from_sixteen_threads_at_once_leaves_one_generation_of_it()
    {
        _plugins.Add("test.p", Kind("p.visit"));
        await using var set = PluginLoader.Load(Options with { Limits = new() { MostLeaked = 100 } });

        var reports = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => set.ReloadAsync("test.p"))));

        Assert.All(reports, report => Assert.True(report.Reloaded && report.Old!.Collected));
        Assert.Equal(PluginState.Running, Assert.Single(set.Plugins).State);
        Assert.Single(set.Registrations);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_copied()
    {
        File.CreateSymbolicLink(Path.Combine(_plugins.Add("test.p"), "passwd"), "/etc/passwd");
        await using var set = PluginLoader.Load(Options);

        Assert.Equal(PluginCodes.CopyFailed, Assert.Single(set.Diagnostics).Code);
    }

    [Fact]
    [Trait("Scenario", "106")]
    public async Task A_plugin_whose_versions_keep_leaking_is_no_longer_reloaded()
    {
        _plugins.Add("test.p", "AppDomain.CurrentDomain.ProcessExit += (_, _) => { };");
        await using var set = PluginLoader.Load(Options with { Limits = new() { MostLeaked = 2 } });

        Assert.False((await set.ReloadAsync("test.p")).Old!.Collected);
        Assert.False((await set.ReloadAsync("test.p")).Old!.Collected);

        Assert.Equal(PluginCodes.RestartRequired, (await Assert.ThrowsAsync<ClienteleException>(() => set.ReloadAsync("test.p"))).Code);
        Assert.Equal(PluginState.Running, set.Find("test.p")!.State);
    }
}
