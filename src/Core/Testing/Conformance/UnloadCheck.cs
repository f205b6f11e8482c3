using Clientele.Plugins;

namespace Clientele.Testing;

/// <summary>Loads a plugin so that it can be unloaded, starts and stops it, and sees whether it is really gone.</summary>
internal static class UnloadCheck
{
    public static async Task RunAsync(string pluginFolder, Findings findings, CancellationToken cancellationToken)
    {
        var options = new ClienteleOptions { PluginLoading = new() { Collectible = true } };
        options.PluginDirectories.Add(pluginFolder);
        var set = Crm.LoadPlugins(options, cancellationToken);
        await using (set.ConfigureAwait(false))
        {
            await set.StartAsync(cancellationToken).ConfigureAwait(false);
            var plugin = set.Plugins[0];
            if (plugin.State != PluginState.Running)
            {
                findings.Each(ConformanceChecks.Stops, plugin.Diagnostics, "starts", diagnostic => diagnostic.ToString());
                return;
            }

            var report = await set.UnloadAsync(plugin.Id, passes: 20, cancellationToken: cancellationToken).ConfigureAwait(false);
            findings.Each(ConformanceChecks.Stops, report.Diagnostics.Where(diagnostic => diagnostic.Code != PluginCodes.Leaked).ToList(), "starts and stops", diagnostic => diagnostic.ToString());
            findings.Expect(ConformanceChecks.Unloads, report.Collected, "nothing of it stays in memory", $"something keeps it in memory; suspects: {string.Join(' ', report.Suspects)}");
        }
    }
}
