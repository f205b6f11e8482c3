using Microsoft.Extensions.DependencyInjection;

namespace Clientele.Plugins;

/// <summary>A plugin whose code is in memory. Whoever holds it keeps the plugin loaded, until it is released.</summary>
internal sealed class LoadedPlugin(Candidate candidate, PluginLoadContext context, Registration registration, PluginGate gate, PluginLogging logging, IPluginFacts? facts) : IAsyncDisposable
{
    private readonly List<IGuarded> _guarded = [];
    private PluginLoadContext? _context = context;
    private ServiceProvider? _services;
    private IPluginLifecycle? _lifecycle;
    private PluginContext? _running;

    public Candidate Candidate => candidate;

    public PluginGate Gate => gate;

    public string Id => candidate.Id;

    public PluginLoadContext Context => _context ?? throw new InvalidOperationException($"The plugin '{candidate.Id}' was released.");

    /// <summary>What it registers, its computations behind the gate and its services left out, so that it can be handed to anybody.</summary>
    public Registration Registration { get; private set; } = registration;

    public bool HasLifecycle => _lifecycle is not null;

    /// <summary>Puts everything that is the plugin's own behind the boundary.</summary>
    public void Guard(IPluginLifecycle? lifecycle, ServiceProvider? services)
    {
        _lifecycle = lifecycle;
        _services = services;
        Registration = Registration with
        {
            Services = [],
            Measures = [.. Registration.Measures.Select(Guard)],
            Insights = [.. Registration.Insights.Select(insight => insight with { Computation = Kept(new GuardedInsight(insight.Computation, insight.Name, gate.Limits.Insight, gate)) })],
        };
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_running is not null)
        {
            return;
        }

        var log = logging.Own();
        _running = new PluginContext(candidate.Id, candidate.Manifest!.Version, _services!, log, facts is null ? null : new GrantedFacts(facts, candidate.Id, candidate.Granted, log));
        await _lifecycle!.StartAsync(_running, cancellationToken).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_running is { } running)
        {
            await running.StopAsync().ConfigureAwait(false);
            await _lifecycle!.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Disposes what the plugin owns.</summary>
    public async ValueTask DisposeAsync()
    {
        _running?.Dispose();
        if (_services is { } services)
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Lets go of the plugin's assemblies, and asks the runtime to unload them where they were loaded for that.</summary>
    public WeakReference Release()
    {
        _guarded.ForEach(guarded => guarded.Release());
        _guarded.Clear();
        (_lifecycle, _services, _running) = (null, null, null);
        var alive = new WeakReference(_context, trackResurrection: true);
        if (_context is { IsCollectible: true })
        {
            _context.Unload();
        }

        _context = null;
        return alive;
    }

    private Measure Guard(Measure measure) => measure switch
    {
        ComputedMeasure computed => computed with { Computation = Kept(new GuardedComputation(computed.Computation, measure.Name, gate)) },
        HistoryMeasure history => history with { Computation = Kept(new GuardedHistory(history.Computation, measure.Name, gate)) },
        _ => measure,
    };

    private T Kept<T>(T guarded)
        where T : IGuarded
    {
        _guarded.Add(guarded);
        return guarded;
    }
}
