using System.Runtime.CompilerServices;

namespace Clientele.Plugins;

/// <summary>What came of loading a plugin again.</summary>
/// <param name="PluginId">Which plugin.</param>
/// <param name="Reloaded">Whether the new version runs; otherwise the old one does.</param>
/// <param name="Diagnostics">What was found about the new version; when it was turned down, the last is <c>PLG9004</c>.</param>
/// <param name="Old">Whether the old version is gone from memory; <see langword="null"/> when it still runs.</param>
public sealed record ReloadReport(string PluginId, bool Reloaded, IReadOnlyList<PluginDiagnostic> Diagnostics, UnloadReport? Old);

/// <summary>Loads a new generation of a plugin beside the running one, and lets it take over only when it is in order.</summary>
internal sealed class PluginReload(PluginSet set, PluginPipeline pipeline)
{
    public async Task<ReloadReport> RunAsync(string id, int leaked, CancellationToken cancellationToken)
    {
        Refuse(id, leaked);
        var fresh = Prepare(id);
        if (fresh.GoesOn)
        {
            await StartAsync(fresh, cancellationToken).ConfigureAwait(false);
        }

        if (!fresh.GoesOn)
        {
            await DropAsync(fresh).ConfigureAwait(false);
            fresh.Report(PluginCodes.ReloadRolledBack, PluginSeverity.Error, PluginStage.Load, "The new version is not in order, so the old one goes on running.", "Put the new version right and load it again.");
            return new(fresh.Id, Reloaded: false, [.. fresh.Diagnostics], Old: null);
        }

        var departure = await TakeOverAsync(fresh).ConfigureAwait(false);
        return new(fresh.Id, Reloaded: true, [.. fresh.Diagnostics], departure);
    }

    // The new generation, loaded and not yet in anybody's hands; the candidate says how far it came.
    private LoadedPlugin? _plugin;
    private PluginSnapshot? _next;

    private void Refuse(string id, int leaked)
    {
        var now = set.Now;
        var old = now.Find(id) ?? throw new ClienteleException(PluginCodes.NotAvailable, $"No plugin '{id}' runs.");
        if (now.Dependents(id) is { Count: > 0 } dependents)
        {
            throw new ClienteleException(PluginCodes.DependentsRunning, $"'{old.Id}' is needed by {string.Join(", ", dependents.Select(plugin => $"'{plugin.Id}'"))}; unload these first.");
        }

        if (leaked >= pipeline.Options.Limits.MostLeaked)
        {
            throw new ClienteleException(PluginCodes.RestartRequired, $"{leaked} earlier versions of '{old.Id}' are still in memory; start the host again.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Candidate Prepare(string id)
    {
        var now = set.Now;
        var old = now.Find(id)!;
        var (fresh, plugin) = pipeline.LoadAgain(old.Candidate, now);
        _plugin = plugin;
        if (fresh.GoesOn)
        {
            _next = pipeline.Register(
                [.. now.Loaded.Select(other => other == old ? plugin! : other)],
                [.. now.Candidates.Where(candidate => candidate == old.Candidate || candidate.Folder != fresh.Folder).Select(candidate => candidate == old.Candidate ? fresh : candidate)],
                now.Notes);
        }

        return fresh;
    }

    private async Task StartAsync(Candidate fresh, CancellationToken cancellationToken)
    {
        if (_plugin is { HasLifecycle: true } plugin)
        {
            var outcome = await plugin.Gate.CallAsync("start", pipeline.Options.Limits.Start, async token => { await plugin.StartAsync(token).ConfigureAwait(false); return true; }, cancellationToken).ConfigureAwait(false);
            if (outcome.Fault is { } fault)
            {
                fresh.End(PluginState.Faulted, fault.Code == PluginCodes.CallTimeout ? PluginCodes.StartTimeout : PluginCodes.StartFailed, PluginStage.Start, $"It did not start: {fault.Message}", "Ask the plugin's author.");
            }
        }
    }

    private async Task DropAsync(Candidate fresh)
    {
        if (_plugin is { } plugin)
        {
            (_plugin, _next) = (null, null);
            await new PluginDeparture(pipeline.Options).RunAsync(plugin).ConfigureAwait(false);
        }

        if (fresh.Files != fresh.Folder)
        {
            ShadowStore.Delete(fresh.Files);
        }
    }

    private async Task<UnloadReport> TakeOverAsync(Candidate fresh)
    {
        var departure = await HandOverAsync(fresh).ConfigureAwait(false);
        return await set.FinishAsync(departure, passes: 10).ConfigureAwait(false);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<Departure> HandOverAsync(Candidate fresh)
    {
        var old = set.Now.Find(fresh.Id)!;
        set.Put(_next!);
        (_plugin, _next) = (null, null);
        return new PluginDeparture(pipeline.Options).RunAsync(old);
    }
}
