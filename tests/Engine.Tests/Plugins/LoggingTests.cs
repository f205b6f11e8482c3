using Clientele.Plugins;
using Microsoft.Extensions.Logging;

namespace Clientele.Tests.Plugins;

[Collection(Alone.Name)]
public sealed class LoggingTests : IDisposable
{
    private const string Outside = """
        public sealed class Score(Microsoft.Extensions.Logging.ILogger log) : IMeasureComputation
        {
            public MeasureResult Compute(MeasureInput input)
            {
                log.BeginScope("left open");
                Microsoft.Extensions.Logging.LoggerExtensions.LogWarning(log, new Mine(), "computed {What} for {Days} days", new Mine(), 30);
                return MeasureResult.Of(1);
            }
        }
        public sealed class Mine : Exception { public override string ToString() => "mine"; }
        """;

    private readonly PluginDirectory _plugins = new();
    private readonly Sink _sink = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "79")]
    public async Task What_a_plugin_logs_reaches_the_host_as_text_under_the_plugins_id_and_keeps_nothing_of_it()
    {
        _plugins.Add("test.p", Measure, outside: Outside);
        await using var set = PluginLoader.Load(_plugins.Options with { Collectible = true, Logging = _sink });
        Compute(set);

        var entry = Assert.Single(_sink.Entries);
        Assert.Equal(("test.p", LogLevel.Warning, "computed mine for 30 days mine"), (entry.Category, entry.Level, entry.Text));
        Assert.Equal(["left open", "test.p 1.0.0"], entry.Scopes);
        Assert.Equal(("mine", 30), (entry.Values["What"], entry.Values["Days"]));
        Assert.Empty(_sink.Scopes.Value!);
        Assert.True((await set.UnloadAsync("test.p")).Collected);
    }

    [Fact]
    [Trait("Scenario", "79")]
    public async Task The_level_can_be_set_for_one_plugin()
    {
        _plugins.Add("test.p", Measure, outside: Outside);
        _sink.Levels["test.p"] = LogLevel.Error;
        await using var set = PluginLoader.Load(_plugins.Options with { Logging = _sink });

        Compute(set);

        Assert.Empty(_sink.Entries);
    }

    [Fact]
    [Trait("Scenario", "79")]
    public async Task Services_of_the_plugins_own_log_under_its_id_and_their_type()
    {
        _plugins.AddManifest("test.p");
        PluginCompiler.Compile(
            """
            using Microsoft.Extensions.Logging;
            using Microsoft.Extensions.DependencyInjection;
            namespace Fixture
            {
                public sealed class Plugin : IPlugin, IPluginLifecycle
                {
                    public void Configure(IPluginBuilder builder) => builder.Services.AddSingleton<Geo>();
                    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
                    {
                        context.Logger.LogInformation("starting");
                        context.Services.GetRequiredService<Geo>().Log.LogInformation("found");
                        return default;
                    }
                    public ValueTask StopAsync(CancellationToken cancellationToken) => default;
                }
                public sealed class Geo(ILogger<Geo> log) { public ILogger Log => log; }
            }
            """,
            Path.Combine(_plugins.Root, "test.p", "Fixture.test.p.dll"));
        await using var set = PluginLoader.Load(_plugins.Options with { Collectible = true, Logging = _sink });

        await set.StartAsync();

        Assert.Empty(set.Diagnostics);
        Assert.Equal([("test.p", "starting"), ("test.p.Fixture.Geo", "found")], _sink.Entries.Select(entry => (entry.Category, entry.Text)));
        Assert.True((await set.UnloadAsync("test.p", passes: 20)).Collected);
    }

    private const string Measure = """builder.Measures(new ComputedMeasure { Name = "p.score", Title = new("Score", "得分"), Reads = [], Computation = new Score(builder.Logger) });""";

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Compute(PluginSet set)
    {
        Assert.Empty(set.Diagnostics);
        Assert.Equal(1, ((ComputedMeasure)set.Catalogue.Measures["p.score"]).Computation.Compute(new(default, default, _ => null, _ => null)).Value);
    }

    /// <summary>Keeps everything it is given, as a sink that writes later does.</summary>
    private sealed class Sink : ILoggerFactory
    {
        public List<Entry> Entries { get; } = [];

        public AsyncLocal<List<object>> Scopes { get; } = new() { Value = [] };

        public Dictionary<string, LogLevel> Levels { get; } = new(StringComparer.Ordinal);

        private List<object> Kept { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        private sealed class Logger(Sink sink, string category) : ILogger
        {
            public IDisposable BeginScope<TState>(TState state)
                where TState : notnull
            {
                var before = sink.Scopes.Value!;
                sink.Scopes.Value = [.. before, state];
                return new Scope(sink, before);
            }

            public bool IsEnabled(LogLevel logLevel) => !sink.Levels.TryGetValue(category, out var least) || logLevel >= least;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                sink.Kept.AddRange(new object?[] { state, exception, formatter }.OfType<object>());
                var values = ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
                sink.Entries.Add(new(category, logLevel, formatter(state, exception), [.. sink.Scopes.Value!.Select(scope => scope.ToString()!)], values));
            }
        }

        private sealed class Scope(Sink sink, List<object> before) : IDisposable
        {
            public void Dispose() => sink.Scopes.Value = before;
        }
    }

    private sealed record Entry(string Category, LogLevel Level, string Text, IReadOnlyList<string> Scopes, IReadOnlyDictionary<string, object?> Values);
}
