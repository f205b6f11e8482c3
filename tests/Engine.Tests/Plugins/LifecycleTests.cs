using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class LifecycleTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    private PluginOptions Options => _plugins.Options with { Collectible = true, Limits = new() { Start = TimeSpan.FromMilliseconds(1500), Stop = TimeSpan.FromMilliseconds(300), Drain = TimeSpan.FromMilliseconds(300) } };

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "107")]
    public async Task What_a_plugin_hands_over_is_disposed_when_it_stops_and_it_can_then_be_unloaded()
    {
        AddRunner("test.p", start: "context.Own(new Timer(_ => Plugin.Ticks++, null, 1, 1));");
        await using var set = PluginLoader.Load(Options);
        await set.StartAsync();

        var report = await set.UnloadAsync("test.p", passes: 20);

        Assert.True(report.Collected, string.Join(' ', report.Suspects));
        Assert.Empty(report.Diagnostics);
    }

    [Fact]
    [Trait("Scenario", "51")]
    public async Task A_plugin_that_fails_to_start_is_taken_out_with_what_depends_on_it_and_the_others_run()
    {
        AddRunner("test.bad", start: """throw new InvalidOperationException("no good");""", configure: Kind("bad.visit"));
        _plugins.Add("test.needy", Kind("needy.visit"), manifest: json => json["dependencies"] = DependsOn("test.bad"));
        _plugins.Add("test.good", Kind("good.visit"));
        await using var set = PluginLoader.Load(Options);

        await set.StartAsync();

        Assert.Equal(PluginState.Faulted, set.Find("test.bad")!.State);
        Assert.Equal((PluginCodes.StartFailed, "It did not start: InvalidOperationException: no good."), (set.Find("test.bad")!.Diagnostics[0].Code, set.Find("test.bad")!.Diagnostics[0].Message));
        Assert.Equal(PluginState.Skipped, set.Find("test.needy")!.State);
        Assert.Equal(["good.visit"], set.Catalogue.Kinds.Keys);
    }

    [Theory]
    [InlineData("return new ValueTask(Task.Delay(-1, CancellationToken.None));")]
    [InlineData("Thread.Sleep(6000);")]
    [Trait("Scenario", "52")]
    public async Task A_start_that_never_ends_is_given_up_and_the_host_goes_on(string start)
    {
        AddRunner("test.stuck", start);
        AddRunner("test.good", start: "");
        await using var set = PluginLoader.Load(Options);

        await set.StartAsync();

        Assert.Equal(PluginCodes.StartTimeout, set.Find("test.stuck")!.Diagnostics[0].Code);
        Assert.Equal((PluginState.Faulted, PluginState.Running), (set.Find("test.stuck")!.State, set.Find("test.good")!.State));
    }

    [Fact]
    public async Task A_plugin_that_fails_to_stop_is_reported_and_goes_all_the_same()
    {
        AddRunner("test.p", start: "", stop: """throw new InvalidOperationException("stay");""");
        await using var set = PluginLoader.Load(Options);
        await set.StartAsync();

        var report = await set.UnloadAsync("test.p");

        Assert.True(report.Collected);
        Assert.Equal(PluginCodes.StopFailed, Assert.Single(report.Diagnostics).Code);
    }

    [Fact]
    [Trait("Scenario", "76")]
    public async Task Two_plugins_that_register_one_service_each_see_their_own()
    {
        const string Register = "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IComparable>(builder.Services, NAME);";
        const string Check = """if ((string?)context.Services.GetService(typeof(IComparable)) != NAME) throw new Exception();""";
        foreach (var id in new[] { "test.one", "test.two" })
        {
            AddRunner(id, Check.Replace("NAME", $"\"{id}\"", StringComparison.Ordinal), configure: Register.Replace("NAME", $"\"{id}\"", StringComparison.Ordinal));
        }

        await using var set = PluginLoader.Load(Options);
        await set.StartAsync();

        Assert.All(set.Plugins, plugin => Assert.Equal(PluginState.Running, plugin.State));
        Assert.All(set.Registrations, registration => Assert.Empty(registration.Services));
    }

    [Theory]
    [InlineData("AddSingleton<Needy>(builder.Services);", PluginCodes.ServiceNotOffered, "Unable to resolve service for type 'System.IComparable'")]
    [InlineData("AddScoped<Scoped>(builder.Services); Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Captor>(builder.Services);", PluginCodes.ServicesInvalid, "Cannot consume scoped service")]
    [InlineData("AddSingleton<Clock>(builder.Services);", null, "")]
    [Trait("Scenario", "77")]
    [Trait("Scenario", "78")]
    public void Services_that_do_not_fit_together_are_found_before_the_plugin_runs(string register, string? code, string message)
    {
        _plugins.Add("test.p", "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions." + register, outside: """
            public sealed class Needy(IComparable missing) { public IComparable Missing => missing; }
            public sealed class Scoped { }
            public sealed class Captor(Scoped scoped) { public Scoped Scoped => scoped; }
            public sealed class Clock(TimeProvider time) { public TimeProvider Time => time; }
            """);

        var diagnostics = PluginLoader.Load(Options).Diagnostics;

        Assert.Equal(code is null ? [] : [code], diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(diagnostics, diagnostic => Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal));
    }

    private void AddRunner(string id, string start, string stop = "", string configure = "")
    {
        var body = start.Contains("return", StringComparison.Ordinal) ? start : start + (start.Contains("throw", StringComparison.Ordinal) && !start.Contains("if", StringComparison.Ordinal) ? "" : " return default;");
        var source = $$"""
            namespace Fixture
            {
                public sealed class Plugin : IPlugin, IPluginLifecycle
                {
                    public static int Ticks;
                    public void Configure(IPluginBuilder builder) { {{configure}} }
                    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken) { {{body}} }
                    public ValueTask StopAsync(CancellationToken cancellationToken) { {{(stop.Length > 0 ? stop : "return default;")}} }
                }
            }
            """;
        PluginCompiler.Compile(source, Path.Combine(_plugins.AddManifest(id), $"Fixture.{id}.dll"));
    }
}
