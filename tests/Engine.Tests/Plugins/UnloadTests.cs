using System.Runtime.CompilerServices;
using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

[Collection(Alone.Name)]
public sealed class UnloadTests : IDisposable
{
    private const string Score = """
        builder.Measures(new ComputedMeasure { Name = "p.score", Title = new("Score", "得分"), Reads = [], Computation = new Score() });
        """;

    private const string ScoreClass = """
        public sealed class Score : IMeasureComputation
        {
            public MeasureResult Compute(MeasureInput input) => new(42, [new Reason("because", new("Because", "因为"))]);
        }
        """;

    private static readonly MeasureInput Input = new(default, new(2026, 3, 31), _ => null, _ => null);

    private readonly PluginDirectory _plugins = new();

    private PluginOptions Options => _plugins.Options with { Collectible = true };

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "104")]
    public async Task A_plugin_that_was_used_is_really_gone_after_it_was_unloaded()
    {
        _plugins.Add("test.p", Score + Kind("p.visit"), outside: ScoreClass);
        await using var set = PluginLoader.Load(Options);
        Use(set);

        var report = await set.UnloadAsync("test.p");

        Assert.True(report.Collected, string.Join(' ', report.Suspects));
        Assert.Equal(PluginState.Unloaded, set.Find("test.p")!.State);
        Assert.Empty(set.Catalogue.Kinds);
    }

    [Fact]
    [Trait("Scenario", "109")]
    public async Task An_old_catalogue_keeps_no_plugin_loaded_and_its_measures_say_that_the_plugin_is_gone()
    {
        _plugins.Add("test.p", Score, outside: ScoreClass);
        await using var set = PluginLoader.Load(Options);
        var old = set.Catalogue;

        Assert.True((await set.UnloadAsync("test.p")).Collected);

        var result = ((ComputedMeasure)old.Measures["p.score"]).Computation.Compute(Input);
        Assert.Null(result.Value);
        Assert.StartsWith("PLG9002", Assert.Single(result.Reasons).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_whose_histories_and_insights_were_used_is_gone_too_and_what_was_kept_says_so()
    {
        _plugins.Add(
            "test.p",
            """
            builder.Measures(new HistoryMeasure { Name = "p.history", Title = new("History", "历史"), Computation = new History() });
            builder.Insights(new Insight { Name = "p.insight", Title = new("Insight", "洞察"), Description = new("One row.", "一行。"), Computation = new Rows() });
            """,
            outside: """
            public sealed class History : IHistoryComputation { public MeasureResult Compute(HistoryInput input) => new(1, [new Reason("because", new("Because", "因为"))]); }
            public sealed class Rows : IInsightComputation
            {
                public System.Threading.Tasks.ValueTask<InsightResult> ComputeAsync(IInsightInput input, System.Threading.CancellationToken cancellationToken) => new(new InsightResult
                {
                    Figures = [new("one", new("One", "一"), 1)], Reasons = [new Reason("because", new("Because", "因为"))],
                    Tables = [new("rows", new("Rows", "行"), [new("x", new("X", "甲"))], [new InsightRow(1m)])],
                });
            }
            """);
        await using var set = PluginLoader.Load(Options);
        var (history, insight) = (((HistoryMeasure)set.Catalogue.Measures["p.history"]).Computation, set.Catalogue.Insights["p.insight"].Computation);
        var kept = (history.Compute(new(default, default, [], _ => null, _ => null)), await insight.ComputeAsync(null!, default));

        var report = await set.UnloadAsync("test.p");

        Assert.True(report.Collected, string.Join(' ', report.Suspects));
        Assert.Equal((1m, 1m), (kept.Item1.Value, kept.Item2.Tables[0].Rows[0].Cells[0].Number));
        Assert.StartsWith("PLG9002", history.Compute(new(default, default, [], _ => null, _ => null)).Reasons[0].Text.En, StringComparison.Ordinal);
        Assert.StartsWith("PLG9002", (await insight.ComputeAsync(null!, default)).Refusal!.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "110")]
    public async Task Unloading_a_plugin_twice_says_that_it_does_not_run_and_disposing_afterwards_is_quiet()
    {
        _plugins.Add("test.p");
        var set = PluginLoader.Load(Options);
        await set.UnloadAsync("test.p");

        var error = await Assert.ThrowsAsync<ClienteleException>(() => set.UnloadAsync("test.p"));

        Assert.Equal(PluginCodes.NotAvailable, error.Code);
        await set.DisposeAsync();
        await set.DisposeAsync();
    }

    [Fact]
    public async Task A_plugin_that_was_not_loaded_to_be_unloaded_stops_and_says_why_it_stays()
    {
        _plugins.Add("test.p", Kind("p.visit"));
        await using var set = _plugins.Load();

        var report = await set.UnloadAsync("test.p", passes: 1);

        Assert.False(report.Collected);
        Assert.Equal(["It was not loaded to be unloaded; set Collectible."], report.Suspects);
        Assert.Empty(set.Catalogue.Kinds);
    }

    [Theory]
    [InlineData("System.ComponentModel.TypeDescriptor.GetConverter(typeof(Mine));", "TypeDescriptor")]
    [InlineData("System.ComponentModel.DataAnnotations.Validator.TryValidateObject(Mine.One, new(Mine.One), null, true);", "Validator")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => { };", "ProcessExit")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += (_, _) => null;", "Resolving")]
    [InlineData("new Thread(() => Thread.Sleep(60_000)) { IsBackground = true }.Start();", "Thread")]
    [InlineData("System.Runtime.InteropServices.GCHandle.Alloc(new Mine());", "GCHandle")]
    [InlineData("Mine.Held = new Timer(_ => { Mine.Count++; }, null, 10, 10);", "Timer")]
    [InlineData("dynamic mine = new Mine(); mine.Touch();", "Binder")]
    [InlineData("System.Reflection.DispatchProxy.Create<IThing, Proxy>();", "DispatchProxy")]
    [InlineData("""new System.Diagnostics.Metrics.Meter("m").CreateObservableGauge("g", () => Mine.Count);""", "Meter")]
    [InlineData("System.Diagnostics.ActivitySource.AddActivityListener(new System.Diagnostics.ActivityListener { ShouldListenTo = _ => false });", "ActivityListener")]
    [Trait("Scenario", "106")]
    public async Task Each_habit_that_keeps_a_plugin_loaded_is_reported_with_the_habit_as_suspect(string habit, string suspect)
    {
        _plugins.Add("test.leaky", habit, outside: """
            public sealed class Mine { public static readonly Mine One = new(); public static int Count; public static object? Held; [System.ComponentModel.DataAnnotations.Required] public string Name { get; set; } = "x"; public void Touch() { } }
            public interface IThing { }
            public class Proxy : System.Reflection.DispatchProxy { protected override object? Invoke(System.Reflection.MethodInfo? method, object?[]? arguments) => null; }
            """);
        await using var set = PluginLoader.Load(Options);
        Assert.Empty(set.Diagnostics);

        var report = await set.UnloadAsync("test.leaky", passes: 5);

        Assert.False(report.Collected);
        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == PluginCodes.Leaked);
        Assert.Contains(report.Suspects, sentence => sentence.Contains(suspect, StringComparison.Ordinal));
        Assert.Equal(PluginState.Leaked, set.Find("test.leaky")!.State);
    }

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new Mine());")]
    [InlineData("new System.Xml.Serialization.XmlSerializer(typeof(Mine)).ToString();")]
    [InlineData("System.Linq.Expressions.Expression.Lambda<Func<Mine>>(System.Linq.Expressions.Expression.New(typeof(Mine))).Compile()();")]
    [InlineData("_ = new AsyncLocal<Mine> { Value = new Mine() };")]
    [InlineData("System.Buffers.ArrayPool<Mine>.Shared.Return(System.Buffers.ArrayPool<Mine>.Shared.Rent(10));")]
    [InlineData("_ = Task.Run(() => throw new Exception());")]
    [Trait("Scenario", "104")]
    public async Task Habits_that_look_dangerous_and_are_not_let_the_plugin_go(string habit)
    {
        _plugins.Add("test.fine", habit, outside: "public sealed class Mine { public int Number { get; set; } }");
        await using var set = PluginLoader.Load(Options);
        Assert.Empty(set.Diagnostics);

        var report = await set.UnloadAsync("test.fine", passes: 20);

        Assert.True(report.Collected, string.Join(' ', report.Suspects));
    }

    [Fact]
    [Trait("Scenario", "51")]
    [Trait("Scenario", "112")]
    public async Task A_plugin_that_failed_while_it_was_loaded_is_gone_although_its_fault_is_kept()
    {
        _plugins.Add("test.bad", """System.IO.File.WriteAllText("/nonexistent/x", "");""");

        var (set, context) = LoadAndFindContext();
        await using var _ = set;

        Assert.Equal(PluginCodes.ConfigureFailed, Assert.Single(set.Diagnostics).Code);
        Assert.True(await Unloading.CollectAsync(context, 10) > 0);
    }

    [Fact]
    [Trait("Scenario", "65")]
    [Trait("Scenario", "111")]
    public async Task A_plugin_that_others_need_goes_after_them_or_not_at_all()
    {
        _plugins.Add("test.base");
        _plugins.Add("test.middle", manifest: json => json["dependencies"] = DependsOn("test.base"));
        _plugins.Add("test.top", manifest: json => json["dependencies"] = DependsOn("test.middle"));
        await using var set = PluginLoader.Load(Options);

        var refusal = await Assert.ThrowsAsync<ClienteleException>(() => set.UnloadAsync("test.base"));
        var report = await set.UnloadAsync("test.base", withDependents: true);

        Assert.Equal(PluginCodes.DependentsRunning, refusal.Code);
        Assert.Contains("'test.top', 'test.middle'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["test.top", "test.middle"], report.Dependents.Select(dependent => dependent.PluginId));
        Assert.True(report.Collected);
        Assert.All(report.Dependents, dependent => Assert.True(dependent.Collected));
    }

    [Fact]
    [Trait("Scenario", "108")]
    [Trait("Scenario", "97")]
    public async Task Unloading_waits_for_calls_inside_refuses_new_ones_and_reports_those_that_never_return()
    {
        _plugins.Add("test.p");
        await using var set = PluginLoader.Load(Options with { Limits = new() { Drain = TimeSpan.FromMilliseconds(200) } });
        using var release = new ManualResetEventSlim();
        var gate = set.Gate("test.p")!;
        var calls = Enumerable.Range(0, 5).Select(_ => gate.CallAsync("op", TimeSpan.FromSeconds(30), _ => { release.Wait(CancellationToken.None); return ValueTask.FromResult(1); }).AsTask()).ToList();

        var unloading = set.UnloadAsync("test.p", passes: 2);
        Assert.True(SpinWait.SpinUntil(() => gate.Call("late", 0, value => value).Fault?.Code == PluginCodes.NotAvailable, TimeSpan.FromSeconds(5)));
        var report = await unloading;
        release.Set();

        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == PluginCodes.StillRunning && diagnostic.Message.StartsWith("5 call(s)", StringComparison.Ordinal));
        Assert.All(await Task.WhenAll(calls), outcome => Assert.True(outcome.Succeeded));
    }

    [Fact]
    [Trait("Scenario", "105")]
    public async Task Three_hundred_cycles_leave_nothing_behind()
    {
        _plugins.Add("test.p", Score + Kind("p.visit"), outside: ScoreClass);
        var shadow = Path.Combine(_plugins.Root, "..", Path.GetRandomFileName());
        long first = 0;
        for (var cycle = 0; cycle < 300; cycle++)
        {
            await using var set = PluginLoader.Load(Options with { ShadowDirectory = shadow });
            Use(set);
            Assert.True((await set.UnloadAsync("test.p")).Collected, $"cycle {cycle}");
            first = cycle == 50 ? GC.GetTotalMemory(forceFullCollection: true) : first;
        }

        var last = GC.GetTotalMemory(forceFullCollection: true);
        Assert.DoesNotContain(System.Runtime.Loader.AssemblyLoadContext.All, context => context.Name == "plugin:test.p@1.0.0" && context.Assemblies.Any(assembly => assembly.Location.StartsWith(shadow, StringComparison.Ordinal)));
        Assert.Empty(Directory.GetDirectories(shadow));

        // A leak of 250 contexts would be many times the bound.
        Assert.InRange(last, 0, first + 64 * 1024 * 1024);
        Directory.Delete(shadow, recursive: true);
    }

    [Fact]
    [Trait("Scenario", "101")]
    public async Task An_exception_that_nobody_observes_does_not_end_the_process_nor_keep_the_plugin()
    {
        _plugins.Add("test.p", """Task.Run(() => throw new InvalidOperationException("nobody looks")).ContinueWith(_ => { }, TaskScheduler.Default).Wait();""");
        await using var set = PluginLoader.Load(Options);

        var report = await set.UnloadAsync("test.p", passes: 20);

        Assert.True(report.Collected, string.Join(' ', report.Suspects));
    }

    [Fact]
    [Trait("Scenario", "102")]
    public async Task An_object_of_a_type_of_the_plugins_own_does_not_come_out_of_the_gate()
    {
        _plugins.Add("test.p", """AppDomain.CurrentDomain.SetData("make", (Func<object>)(() => new Mine()));""", outside: "public sealed class Mine { }");
        await using var set = PluginLoader.Load(Options);

        var outcome = set.Gate("test.p")!.Call("make", 0, static _ => ((Func<object>)AppDomain.CurrentDomain.GetData("make")!)());
        AppDomain.CurrentDomain.SetData("make", null);

        Assert.Null(outcome.Value);
        Assert.Equal(PluginCodes.PluginTypeCrossed, outcome.Fault!.Code);
        Assert.True((await set.UnloadAsync("test.p")).Collected);
    }

    [Fact]
    [Trait("Scenario", "55")]
    public async Task Cancelling_a_load_leaves_no_plugin_and_no_copy()
    {
        using var cancel = new CancellationTokenSource();
        CancelFromPlugin.Source = cancel;
        _plugins.Add("test.a", $"""AppDomain.CurrentDomain.GetData("{nameof(CancelFromPlugin)}"); ((Action)AppDomain.CurrentDomain.GetData("{nameof(CancelFromPlugin)}")!)();""");
        AppDomain.CurrentDomain.SetData(nameof(CancelFromPlugin), (Action)CancelFromPlugin.Cancel);
        _plugins.Add("test.b");
        var shadow = Path.Combine(_plugins.Root, "..", Path.GetRandomFileName());

        Assert.Throws<OperationCanceledException>(() => PluginLoader.Load(Options with { ShadowDirectory = shadow }, cancellationToken: cancel.Token));

        Assert.Empty(Directory.GetDirectories(shadow));
        await Task.Yield();
        Directory.Delete(shadow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(PluginSet set)
    {
        var result = ((ComputedMeasure)set.Catalogue.Measures["p.score"]).Computation.Compute(Input);
        Assert.Equal(42, result.Value);
        Assert.False(result.Reasons.GetType().IsCollectible);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (PluginSet Set, WeakReference Context) LoadAndFindContext()
    {
        WeakReference? context = null;
        void Watch(object? sender, AssemblyLoadEventArgs loaded)
        {
            if (loaded.LoadedAssembly.GetName().Name == "Fixture.test.bad")
            {
                context = new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly), trackResurrection: true);
            }
        }

        AppDomain.CurrentDomain.AssemblyLoad += Watch;
        var set = PluginLoader.Load(Options);
        AppDomain.CurrentDomain.AssemblyLoad -= Watch;
        return (set, context!);
    }

    private static class CancelFromPlugin
    {
        public static CancellationTokenSource? Source { get; set; }

        public static void Cancel() => Source!.Cancel();
    }
}
