using System.Runtime.CompilerServices;

namespace Clientele.Plugins;

/// <summary>Loads a new generation of a plugin, and of those that depend on it, beside the running ones, and lets them take over only when all of them are in order.</summary>
/// <remarks>The dependents go with it because their code is bound to the assemblies that the plugin exports: left as they are, they would speak to the old generation and keep it in memory.</remarks>
internal sealed class PluginReload(PluginSet set, PluginPipeline pipeline)
{
    // The new generations, loaded and not yet in anybody's hands; each candidate says how far it came.
    private readonly List<LoadedPlugin> _plugins = [];
    private readonly List<Candidate> _fresh = [];
    private PluginSnapshot? _next;

    public async Task<ReloadReport> RunAsync(string id, Func<string, int> leaked, CancellationToken cancellationToken)
    {
        var ids = Affected(id, leaked);
        Prepare(ids);
        try
        {
            for (var at = 0; at < _plugins.Count && AllGoOn; at++)
            {
                await StartAsync(at, cancellationToken).ConfigureAwait(false);
            }

            // The data last: everything until here is taken back by letting go.
            if (AllGoOn && set.Bringing is { } bring && await bring([.. _plugins.Select(plugin => plugin.Registration)], cancellationToken).ConfigureAwait(false) is { } failure)
            {
                _fresh.Find(candidate => candidate.Id == failure.Id)!.End(PluginState.Faulted, failure.Code, PluginStage.Migrate, failure.Message, "");
            }
        }
        catch (OperationCanceledException)
        {
            await DropAsync().ConfigureAwait(false);
            throw;
        }

        if (!AllGoOn)
        {
            await DropAsync().ConfigureAwait(false);
            return Report(reloaded: false, []);
        }

        var departures = new List<Departure>();
        var olds = TakeOver(ids);
        while (olds.TryDequeue(out var old))
        {
            departures.Add(await LetGoAsync(old).ConfigureAwait(false));
        }

        var reports = new List<UnloadReport>();
        foreach (var departure in departures)
        {
            reports.Add(await set.FinishAsync(departure, passes: 10).ConfigureAwait(false));
        }

        reports.Reverse();
        return Report(reloaded: true, reports);
    }

    private bool AllGoOn => _fresh.TrueForAll(candidate => candidate.GoesOn);

    // The plugin and those that need it, in the order to load them.
    private List<string> Affected(string id, Func<string, int> leaked)
    {
        var now = set.Now;
        var first = now.Find(id) ?? throw new ClienteleException(PluginCodes.NotAvailable, $"No plugin '{id}' runs.");
        List<string> ids = [first.Id, .. now.Dependents(id, alsoOptional: true).Reverse().Select(plugin => plugin.Id)];
        foreach (var stuck in ids.Where(each => leaked(each) >= pipeline.Options.Limits.MostLeaked))
        {
            throw new ClienteleException(PluginCodes.RestartRequired, $"{leaked(stuck)} earlier versions of '{stuck}' are still in memory; start the host again.");
        }

        return ids;
    }

    // Not inlined, so that no frame that waits for a collection holds what is to be collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Prepare(List<string> ids)
    {
        var now = set.Now;
        var next = now;
        Candidate[] leaving = [.. ids.Select(id => now.Find(id)!.Candidate)];
        foreach (var old in ids.Select(id => now.Find(id)!))
        {
            var (fresh, plugin) = pipeline.LoadAgain(old.Candidate, next, leaving);
            _fresh.Add(fresh);
            if (plugin is not null)
            {
                _plugins.Add(plugin);
            }

            if (!fresh.GoesOn)
            {
                return;
            }

            next = next with
            {
                Loaded = [.. next.Loaded.Select(other => other == old ? plugin! : other)],
                Candidates = [.. next.Candidates.Where(candidate => candidate == old.Candidate || candidate.Folder != fresh.Folder).Select(candidate => candidate == old.Candidate ? fresh : candidate)],
            };
        }

        _next = pipeline.Register(next.Loaded, next.Candidates, next.Notes);
    }

    private async Task StartAsync(int at, CancellationToken cancellationToken)
    {
        if (_plugins[at].HasLifecycle && await PluginStart.RunAsync(_plugins[at], pipeline.Options.Limits.Start, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            _fresh[at].End(PluginState.Faulted, failure.Code, PluginStage.Start, failure.Message, failure.Hint);
        }
    }

    private async Task DropAsync()
    {
        _next = null;
        while (_plugins.Count > 0)
        {
            var last = _plugins[^1];
            _plugins.RemoveAt(_plugins.Count - 1);
            await LetGoAsync(last).ConfigureAwait(false);
        }

        foreach (var fresh in _fresh.Where(fresh => fresh.Files != fresh.Folder))
        {
            ShadowStore.Delete(fresh.Files);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Queue<LoadedPlugin> TakeOver(List<string> ids)
    {
        var now = set.Now;
        var olds = new Queue<LoadedPlugin>(Enumerable.Reverse(ids).Select(id => now.Find(id)!));
        set.Put(_next!);
        _next = null;
        _plugins.Clear();
        return olds;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<Departure> LetGoAsync(LoadedPlugin plugin) => new PluginDeparture(pipeline.Options).RunAsync(plugin);

    private ReloadReport Report(bool reloaded, IReadOnlyList<UnloadReport> olds)
    {
        if (!reloaded)
        {
            var at = _fresh.Find(candidate => !candidate.GoesOn)!;
            at.Report(PluginCodes.ReloadRolledBack, PluginSeverity.Error, PluginStage.Load, "The new version is not in order, so the old one goes on running.", "Put the new version right and load it again.");
            if (at != _fresh[0])
            {
                _fresh[0].Report(PluginCodes.ReloadRolledBack, PluginSeverity.Error, PluginStage.Load, $"'{at.Id}', which depends on it, does not run with the new version, so the old one goes on running.", $"Put '{at.Id}' right, or bring it out with this one.");
            }
        }

        var reports = _fresh.Select((candidate, at) => new ReloadReport(candidate.Id, reloaded, [.. candidate.Diagnostics], olds.ElementAtOrDefault(at))).ToList();
        return reports[0] with { Dependents = reports[1..] };
    }
}
