using Clientele.Plugins;

namespace Clientele.Testing;

/// <summary>Holds a built plugin against everything that a host and its operators rely on.</summary>
/// <remarks>
/// Checks the manifest and the files, that it loads and registers, that its data are migrated once, that both languages are there, that every scheme runs and explains itself,
/// that every letter and report renders in both languages with much and with little known, that no letter goes to a person who refused it,
/// and that it can be unloaded.
/// </remarks>
/// <example>
/// <code>
/// [Fact]
/// public Task The_plugin_conforms() => PluginConformance.RequireAsync("path/to/its/build/output");
/// </code>
/// </example>
public static class PluginConformance
{
    // Any day will do; a fixed one gives the same report every time.
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    /// <summary>Runs all checks.</summary>
    /// <param name="pluginFolder">The folder with <c>plugin.json</c>, as the build left it.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <returns>What was found.</returns>
    public static async Task<ConformanceReport> RunAsync(string pluginFolder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pluginFolder);
        var findings = new Findings();
        if (Files(pluginFolder, findings))
        {
            await RunningAsync(pluginFolder, findings, cancellationToken).ConfigureAwait(false);
            await UnloadCheck.RunAsync(pluginFolder, findings, cancellationToken).ConfigureAwait(false);
        }

        return new(findings.All);
    }

    /// <summary>Runs all checks and throws when one fails.</summary>
    /// <param name="pluginFolder">The folder with <c>plugin.json</c>, as the build left it.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <returns>A task that ends when all checks passed.</returns>
    /// <exception cref="ClienteleException">A check failed; the message lists all findings.</exception>
    public static async Task RequireAsync(string pluginFolder, CancellationToken cancellationToken = default)
    {
        var report = await RunAsync(pluginFolder, cancellationToken).ConfigureAwait(false);
        if (!report.Conforms)
        {
            throw new ClienteleException(PluginCodes.NotConforming, $"The plugin in '{pluginFolder}' does not conform:\n{report}");
        }
    }

    // Judged first without loading, so that a plugin that cannot be loaded still gets all its findings.
    private static bool Files(string pluginFolder, Findings findings)
    {
        var set = PluginLoader.Inspect(new PluginOptions { Directories = [pluginFolder] });
        findings.Expect(ConformanceChecks.Files, set.Plugins.Count == 1, "one plugin is in the folder", $"{set.Plugins.Count} plugins are in the folder");
        findings.Each(ConformanceChecks.Files, set.Diagnostics, "manifest, framework, libraries and use of the contract are in order", diagnostic => diagnostic.ToString());
        return set.Plugins is [{ State: PluginState.Running }];
    }

    private static async Task RunningAsync(string pluginFolder, Findings findings, CancellationToken cancellationToken)
    {
        PluginTestHost host;
        try
        {
            host = await PluginTestHost.OpenAsync(pluginFolder, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error)
        {
            findings.Add(ConformanceChecks.Registers, passed: false, error.Message);
            return;
        }

        await using (host.ConfigureAwait(false))
        {
            var registration = host.Crm.Plugins.Registrations[0];
            findings.Add(ConformanceChecks.Registers, passed: true, "what it registers is in order, and every rule compiles");
            await MigrationCheck.RunAsync(host, registration, findings, cancellationToken).ConfigureAwait(false);
            LanguageCheck.Run(registration, findings);
            await host.AddSampleFactsAsync(AsOf, cancellationToken).ConfigureAwait(false);
            await SchemeCheck.RunAsync(host.Crm, registration, AsOf, findings, cancellationToken).ConfigureAwait(false);
            await DocumentCheck.RunAsync(host.Crm, registration, AsOf, findings, cancellationToken).ConfigureAwait(false);
        }
    }
}
