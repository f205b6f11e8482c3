using Clientele.Plugins;

namespace Clientele.Testing;

/// <summary>Assertions for any test framework: they throw what is wrong.</summary>
public static class PluginAssert
{
    /// <summary>Asserts that a built plugin can be started, stopped and unloaded, so that nothing of it stays in memory.</summary>
    /// <param name="pluginFolder">The folder with <c>plugin.json</c>, as the build left it.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>A task that ends when the plugin is gone.</returns>
    /// <exception cref="ClienteleException">Something keeps it in memory; the message lists the suspects.</exception>
    public static async Task UnloadsAsync(string pluginFolder, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        await UnloadCheck.RunAsync(pluginFolder, findings, cancellationToken).ConfigureAwait(false);
        if (findings.All.Any(finding => !finding.Passed))
        {
            throw new ClienteleException(PluginCodes.Leaked, string.Join('\n', findings.All));
        }
    }
}
