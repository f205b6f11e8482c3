using System.Runtime.CompilerServices;

namespace Clientele.Plugins;

/// <summary>The plugins that were found, and the catalogue of all that runs.</summary>
/// <remarks>
/// Thread-safe. <see cref="Plugins"/>, <see cref="Diagnostics"/> and <see cref="Catalogue"/> show one moment and are replaced as a whole;
/// starting, unloading and reloading take turns.
/// </remarks>
public sealed class PluginSet : IAsyncDisposable
{
    private readonly PluginPipeline _pipeline;
    private readonly ShadowStore? _shadow;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, int> _leaked = new(StringComparer.OrdinalIgnoreCase);
    private volatile PluginSnapshot _now;
    private int _disposed;

    internal PluginSet(PluginPipeline pipeline, PluginSnapshot snapshot, ShadowStore? shadow)
    {
        _pipeline = pipeline;
        _now = snapshot;
        _shadow = shadow;
    }

    /// <summary>Every plugin that was found, running or not, by id.</summary>
    public IReadOnlyList<PluginInfo> Plugins => _now.Plugins;

    /// <summary>Everything found, about the directories and about each plugin.</summary>
    public IReadOnlyList<PluginDiagnostic> Diagnostics => [.. _now.Notes, .. Plugins.SelectMany(plugin => plugin.Diagnostics)];

    /// <summary>What the core and all running plugins register.</summary>
    public Catalogue Catalogue => _now.Catalogue;

    /// <summary>What each running plugin registers, in the order in which they depend on each other.</summary>
    public IReadOnlyList<Registration> Registrations => [.. _now.Loaded.Select(plugin => plugin.Registration)];

    /// <summary>Brings the data to what new versions register, before they take over; none where no database is open.</summary>
    internal Func<IReadOnlyList<Registration>, CancellationToken, Task<(string Id, string Code, string Message)?>>? Bringing { get; set; }

    /// <summary>What the core and the application register.</summary>
    internal IReadOnlyList<Registration> BuiltIn => _pipeline.BuiltIn;

    /// <summary>Finds a plugin.</summary>
    /// <param name="id">Its id, in any case.</param>
    /// <returns>The plugin; <see langword="null"/> when none of that id was found.</returns>
    public PluginInfo? Find(string id) => Plugins.FirstOrDefault(plugin => string.Equals(plugin.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The way into a running plugin, for calls that the framework does not make itself.</summary>
    /// <param name="id">Its id, in any case.</param>
    /// <returns>The gate; <see langword="null"/> when no such plugin runs.</returns>
    public PluginGate? Gate(string id) => _now.Find(id)?.Gate;

    /// <summary>Starts the plugins that do something in the background, each after those it depends on. One that fails or takes too long is reported and taken out, with what depends on it. One that has started already is left alone.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when every plugin has started or failed.</returns>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var id in _now.Loaded.Where(plugin => plugin.HasLifecycle).Select(plugin => plugin.Id).ToList())
            {
                await StartOneAsync(id, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops a plugin, takes what it registered out of the catalogue, and lets its assemblies go.</summary>
    /// <param name="id">Its id, in any case.</param>
    /// <param name="withDependents">Whether the plugins that depend on it go first; otherwise they are a reason to refuse.</param>
    /// <param name="passes">How many collections to try before it is reported as leaked.</param>
    /// <param name="cancellationToken">Cancels the wait for its turn.</param>
    /// <returns>Whether it is really gone, and why not.</returns>
    /// <exception cref="ClienteleException">No such plugin runs (<c>PLG9002</c>), or others depend on it (<c>PLG3007</c>).</exception>
    public async Task<UnloadReport> UnloadAsync(string id, bool withDependents = false, int passes = 10, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var first = Order(id, withDependents);
            var reports = new List<UnloadReport>();
            foreach (var next in first)
            {
                reports.Add(await LetGoAsync(next, PluginState.Unloaded, passes).ConfigureAwait(false));
            }

            return reports[^1] with { Dependents = reports[..^1] };
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Loads a plugin again from its folder, and with it those that depend on it. The new versions take the old ones' place when all are in order; otherwise the old ones go on as if nothing had happened.</summary>
    /// <param name="id">Its id, in any case.</param>
    /// <param name="cancellationToken">Cancels the wait for its turn.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ClienteleException">No such plugin runs, or too many of its earlier versions are still in memory (<c>PLG9006</c>).</exception>
    public async Task<ReloadReport> ReloadAsync(string id, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await new PluginReload(this, _pipeline).RunAsync(id, each => _leaked.GetValueOrDefault(each), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops all plugins, those that others depend on last, and lets them go without waiting for their assemblies.</summary>
    /// <returns>A task that ends when all have stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _turn.WaitAsync().ConfigureAwait(false);
        foreach (var id in _now.Loaded.Reverse().Select(plugin => plugin.Id).ToList())
        {
            await LetGoAsync(id, PluginState.Unloaded, passes: 0).ConfigureAwait(false);
        }

        _shadow?.Dispose();
        _turn.Dispose();
    }

    internal PluginSnapshot Now => _now;

    internal void Put(PluginSnapshot next) => _now = next;

    /// <summary>Takes a plugin out: first out of the catalogue, then out of its calls, then out of memory.</summary>
    internal async Task<UnloadReport> LetGoAsync(string id, PluginState state, int passes) =>
        await FinishAsync(await new PluginDeparture(_pipeline.Options).RunAsync(TakeOut(id, state)).ConfigureAwait(false), passes).ConfigureAwait(false);

    /// <summary>Takes a plugin out because of something found after it was loaded, with what depends on it.</summary>
    internal async Task TakeOutAsync(string id, string code, PluginStage stage, string message)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _now.Find(id)!.Candidate.Report(code, PluginSeverity.Error, stage, message, "");
            await LetGoAsync(id, PluginState.Faulted, passes: 0).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal async Task<UnloadReport> FinishAsync(Departure departure, int passes)
    {
        var time = _pipeline.Options.Time;
        var started = time.GetTimestamp();
        var took = passes == 0 ? -1 : await Unloading.CollectAsync(departure.Context, passes).ConfigureAwait(false);
        return Conclude(departure, took, time.GetElapsedTime(started), passes);
    }

    private UnloadReport Conclude(Departure departure, int took, TimeSpan elapsed, int passes)
    {
        var collected = took > 0 || !departure.Context.IsAlive;
        if (!collected && passes > 0)
        {
            _leaked[departure.PluginId] = _leaked.GetValueOrDefault(departure.PluginId) + 1;
            departure.Found(PluginCodes.Leaked, PluginStage.Unload, "It was unloaded, and something still holds on to it.", "See the suspects; start the host again to be rid of it.");
            MarkLeaked(departure.PluginId);
        }

        if (collected && departure.Files is { } files)
        {
            ShadowStore.Delete(files);
        }

        return new()
        {
            PluginId = departure.PluginId,
            Collected = collected,
            Passes = took > 0 ? took : passes,
            Elapsed = elapsed,
            Suspects = collected ? [] : departure.Suspects(),
            Diagnostics = departure.Diagnostics,
        };
    }

    private IReadOnlyList<string> Order(string id, bool withDependents)
    {
        var now = _now;
        var plugin = now.Find(id) ?? throw new ClienteleException(PluginCodes.NotAvailable, $"No plugin '{id}' runs.");
        var dependents = now.Dependents(id);
        return dependents.Count == 0 || withDependents
            ? [.. dependents.Select(dependent => dependent.Id), plugin.Id]
            : throw new ClienteleException(PluginCodes.DependentsRunning, $"'{plugin.Id}' is needed by {string.Join(", ", dependents.Select(dependent => $"'{dependent.Id}'"))}; unload these first, or ask for them to be unloaded with it.");
    }

    // Not inlined and not async, so that no frame that waits for the collection holds what is to be collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LoadedPlugin TakeOut(string id, PluginState state)
    {
        var now = _now;
        var plugin = now.Find(id)!;
        plugin.Candidate.Went(state);
        _now = _pipeline.Register([.. now.Loaded.Where(other => other != plugin)], now.Candidates, now.Notes);
        return plugin;
    }

    private void MarkLeaked(string id)
    {
        var now = _now;
        if (now.Candidates.FirstOrDefault(candidate => candidate.Id == id && candidate.Ended == PluginState.Unloaded) is { } candidate)
        {
            candidate.Went(PluginState.Leaked);
            _now = new(now.Candidates, now.Notes, now.Loaded, now.Catalogue);
        }
    }

    private async Task StartOneAsync(string id, CancellationToken cancellationToken)
    {
        if (_now.Find(id) is not { } plugin)
        {
            return;
        }

        if (await PluginStart.RunAsync(plugin, _pipeline.Options.Limits.Start, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            plugin.Candidate.Report(failure.Code, PluginSeverity.Error, PluginStage.Start, failure.Message, failure.Hint);
            await LetGoAsync(id, PluginState.Faulted, passes: 0).ConfigureAwait(false);
        }
    }
}
