using Clientele.Documents;
using Clientele.Plugins;

namespace Clientele.Testing;

/// <summary>A CRM on a temporary database with one plugin in it, for the plugin's own tests. Everything is gone when it is disposed.</summary>
/// <remarks>Thread-safe. It works with any test framework: what is wrong is thrown as a <see cref="ClienteleException"/> that names it.</remarks>
/// <example>
/// <code>
/// await using var host = await PluginTestHost.OpenAsync(BuiltPlugin.Folder(typeof(GardenTests).Assembly));
/// var park = await host.Facts.ClientAsync("City Park", new(2025, 1, 1), ("landscaping.garden", "park"));
/// await host.Facts.TouchAsync(park, "landscaping.contract", new(2026, 1, 15), amount: 80_000);
/// Assert.Equal("key", await host.SegmentAsync(park, "landscaping.class", new(2026, 3, 31)));
/// </code>
/// </example>
public sealed class PluginTestHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ClienteleOptions _options;
    private readonly TimeProvider _time;

    private PluginTestHost(string folder, ClienteleOptions options, TimeProvider time, Crm crm)
    {
        (_folder, _options, _time) = (folder, options, time);
        Crm = crm;
        Facts = new TestFacts(crm);
    }

    /// <summary>The CRM.</summary>
    public Crm Crm { get; }

    /// <summary>Short ways to enter facts.</summary>
    public TestFacts Facts { get; }

    /// <summary>Opens a CRM with a plugin as it lies on disk, loaded as a host loads it.</summary>
    /// <param name="pluginFolder">The folder with <c>plugin.json</c>, as the build left it.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="configure">Changes the options, such as the plugin's settings; <see langword="null"/> to leave them.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The host.</returns>
    /// <exception cref="ClienteleException">The plugin does not run; the message lists everything found about it.</exception>
    public static async Task<PluginTestHost> OpenAsync(string pluginFolder, TimeProvider? time = null, Action<ClienteleOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var host = await OpenAsync(configure + (options => options.PluginDirectories.Add(pluginFolder)), time, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Runs the segments, and says where a client is.</summary>
    /// <param name="client">The client.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The name of the segment; <see langword="null"/> for none.</returns>
    public async Task<string?> SegmentAsync(Client client, string scheme, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(client);
        await Crm.Segments.RunAsync(asOf).ConfigureAwait(false);
        return (await Crm.Explanations.ExplainAsync(client.Id, asOf).ConfigureAwait(false)).First(explanation => explanation.Scheme.Name == scheme).Segment?.Name;
    }

    /// <summary>Runs the segments, plans the care, and lists what a policy asks for by a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The follow-ups that are due, the first due first.</returns>
    public async Task<IReadOnlyList<FollowUp>> DueAsync(string policy, DateOnly asOf)
    {
        await Crm.Segments.RunAsync(asOf).ConfigureAwait(false);
        await Crm.Planner.PlanAsync(asOf).ConfigureAwait(false);
        return await Crm.Care.DueAsync(asOf).Where(followUp => followUp.Policy == policy).ToListAsync().ConfigureAwait(false);
    }

    /// <summary>Runs the segments, plans the care, and writes a letter as a host does, through the guards.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="client">To whom; the letter is about the follow-up that is due for its policy, where one is.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="language">The language.</param>
    /// <returns>The letter, or who refused it and why.</returns>
    public async Task<WrittenLetter> LetterAsync(string letter, Client client, DateOnly asOf, DocumentLanguage language)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = Crm.Letters.Request(letter, client.Id, asOf) with { Language = language };
        var due = (await DueAsync(request.Letter.Policy, asOf).ConfigureAwait(false)).FirstOrDefault(followUp => followUp.Client == client.Id);
        return await Crm.Letters.WriteAsync(request with { FollowUp = due, Matter = due?.Matter }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync().ConfigureAwait(false);
        await Crm.Plugins.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens the same database once more, as the next start of a host does.</summary>
    internal async Task<T> OpenAgainAsync<T>(Func<Crm, Task<T>> look, CancellationToken cancellationToken)
    {
        var again = await Crm.OpenAsync(_options, _time, cancellationToken).ConfigureAwait(false);
        await using (again.ConfigureAwait(false))
        {
            await using (again.Plugins.ConfigureAwait(false))
            {
                return await look(again).ConfigureAwait(false);
            }
        }
    }

    private static async Task<PluginTestHost> OpenAsync(Action<ClienteleOptions> configure, TimeProvider? time, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-test-").FullName;
        try
        {
            var options = new ClienteleOptions { Database = Path.Combine(folder, "test.db"), Durable = false };
            configure(options);
            return new PluginTestHost(folder, options, time ?? TimeProvider.System, await Crm.OpenAsync(options, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
