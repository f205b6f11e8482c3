using Clientele.Plugins;

namespace Clientele.Testing;

/// <summary>A CRM on a temporary database with one plugin in it, for the plugin's own tests. Everything is gone when it is disposed.</summary>
/// <remarks>Thread-safe. It works with any test framework: what is wrong is thrown as a <see cref="ClienteleException"/> that names it.</remarks>
/// <example>
/// <code>
/// await using var host = await PluginTestHost.OpenAsync(new GardeningPlugin(), "gardening", "templates");
/// await host.AddSampleFactsAsync(new DateOnly(2026, 3, 31));
/// await host.Crm.Segments.RunAsync(new DateOnly(2026, 3, 31));
/// </code>
/// </example>
public sealed class PluginTestHost : IAsyncDisposable
{
    private readonly string _folder;

    private PluginTestHost(string folder, Crm crm)
    {
        _folder = folder;
        Crm = crm;
    }

    /// <summary>The CRM.</summary>
    public Crm Crm { get; }

    /// <summary>Opens a CRM with a plugin as it lies on disk, loaded as a host loads it.</summary>
    /// <param name="pluginFolder">The folder with <c>plugin.json</c>, as the build left it.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The host.</returns>
    /// <exception cref="ClienteleException">The plugin does not run; the message lists everything found about it.</exception>
    public static async Task<PluginTestHost> OpenAsync(string pluginFolder, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var host = await OpenAsync(options => options.PluginDirectories.Add(pluginFolder), time, cancellationToken).ConfigureAwait(false);
        if (host.Crm.Plugins.Plugins.Any(plugin => plugin.State == PluginState.Running))
        {
            return host;
        }

        var found = host.Crm.Plugins.Diagnostics;
        await host.DisposeAsync().ConfigureAwait(false);
        throw new ClienteleException(
            found.Count > 0 ? found[0].Code : PluginCodes.ManifestMissing,
            found.Count > 0 ? string.Join('\n', found) : $"There is no {PluginManifest.FileName} in '{pluginFolder}'; build the plugin first.");
    }

    /// <summary>Opens a CRM with a plugin's class, compiled into the test: quick to debug, and without the isolation a host gives it.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="prefix">The prefix its manifest states.</param>
    /// <param name="templateFolder">The folder of its templates; <see langword="null"/> for none.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The host.</returns>
    /// <exception cref="ClienteleException">What it registers is not in order.</exception>
    public static Task<PluginTestHost> OpenAsync(IPlugin plugin, string prefix, string? templateFolder = null, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        OpenAsync(
            options =>
            {
                options.Own.Add(prefix, plugin);
                options.TemplateOverrides = templateFolder;
            },
            time,
            cancellationToken);

    /// <summary>Fills the CRM with facts made from what is registered: clients with every value of every choice, a matter in every stage that can be reached, a touchpoint of every kind.</summary>
    /// <param name="asOf">The day the facts lead up to.</param>
    /// <param name="cancellationToken">Stops the filling.</param>
    /// <returns>The clients.</returns>
    public Task<IReadOnlyList<Client>> AddSampleFactsAsync(DateOnly asOf, CancellationToken cancellationToken = default) =>
        SampleFacts.AddAsync(Crm, asOf, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync().ConfigureAwait(false);
        await Crm.Plugins.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PluginTestHost> OpenAsync(Action<ClienteleOptions> configure, TimeProvider? time, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-test-").FullName;
        try
        {
            var options = new ClienteleOptions { Database = Path.Combine(folder, "test.db"), Durable = false };
            configure(options);
            return new PluginTestHost(folder, await Crm.OpenAsync(options, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
