namespace Clientele.Plugins;

/// <summary>What is left of a plugin once it was stopped and released: weak references and strings.</summary>
internal sealed record Departure(string PluginId, WeakReference Context, PluginGate Gate, string CodeFolder, string? Files)
{
    public List<PluginDiagnostic> Diagnostics { get; } = [];

    public bool Collectible { get; init; } = true;

    public void Found(string code, PluginStage stage, string message, string hint) =>
        Diagnostics.Add(new(code, PluginSeverity.Warning, stage, PluginId, message, hint));

    /// <summary>Why it may still be in memory.</summary>
    public IReadOnlyList<string> Suspects() => Collectible
        ? [.. Gate.Inside > 0 ? [$"{Gate.Inside} call(s) into it have not returned."] : Array.Empty<string>(), .. UnloadHabits.In(CodeFolder)]
        : ["It was not loaded to be unloaded; set Collectible."];
}

/// <summary>Leads a plugin out: no new calls, those inside return, its own code stops, what it owns is disposed, its assemblies are released.</summary>
internal sealed class PluginDeparture(PluginOptions options)
{
    public async Task<Departure> RunAsync(LoadedPlugin plugin)
    {
        var faults = new List<(string Code, string Message, string Hint)>();
        if (plugin.HasLifecycle)
        {
            await StopAsync(plugin, faults).ConfigureAwait(false);
        }

        if (!await plugin.Gate.CloseAsync(options.Limits.Drain).ConfigureAwait(false))
        {
            faults.Add((PluginCodes.StillRunning, $"{plugin.Gate.Inside} call(s) into it were still under way after {options.Limits.Drain.TotalSeconds:0.###} s.", "It stays in memory until they return; let the calls observe their cancellation token."));
        }

        await DisposeAsync(plugin, faults).ConfigureAwait(false);
        if (options.Collectible)
        {
            Unloading.ForgetJson();
        }

        var candidate = plugin.Candidate;
        var departure = new Departure(plugin.Id, plugin.Release(), plugin.Gate, candidate.Files, candidate.Files == candidate.Folder ? null : candidate.Files) { Collectible = options.Collectible };
        faults.ForEach(fault => departure.Found(fault.Code, PluginStage.Stop, fault.Message, fault.Hint));
        return departure;
    }

    private async Task StopAsync(LoadedPlugin plugin, List<(string, string, string)> faults)
    {
        var outcome = await plugin.Gate.CallAsync("stop", options.Limits.Stop, async token => { await plugin.StopAsync(token).ConfigureAwait(false); return true; }).ConfigureAwait(false);
        if (outcome.Fault is { } fault)
        {
            faults.Add((PluginCodes.StopFailed, $"It did not stop: {fault.Message}", "Ask the plugin's author."));
        }
    }

    private static async Task DisposeAsync(LoadedPlugin plugin, List<(string, string, string)> faults)
    {
        try
        {
            await plugin.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (Failure.IsContainable(error))
        {
            faults.Add((PluginCodes.StopFailed, $"What it owns could not be disposed: {Failure.From(error, "", "", []).Message}", "Ask the plugin's author."));
        }
    }
}
