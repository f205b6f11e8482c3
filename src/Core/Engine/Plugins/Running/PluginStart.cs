namespace Clientele.Plugins;

/// <summary>Starts a plugin that does something in the background, under the time limit and behind its gate.</summary>
internal static class PluginStart
{
    /// <summary>Starts it; says what went wrong, if anything did.</summary>
    public static async Task<Failure?> RunAsync(LoadedPlugin plugin, TimeSpan limit, CancellationToken cancellationToken)
    {
        var outcome = await plugin.Gate.CallAsync("start", limit, async token => { await plugin.StartAsync(token).ConfigureAwait(false); return true; }, cancellationToken).ConfigureAwait(false);
        return outcome.Fault switch
        {
            null => null,
            { Code: PluginCodes.CallTimeout } late => new(PluginCodes.StartTimeout, $"It did not start: {late.Message}", "Start long work in the background and return; or raise the time limit."),
            var fault => new(PluginCodes.StartFailed, $"It did not start: {fault.Message}", "Ask the plugin's author."),
        };
    }
}
