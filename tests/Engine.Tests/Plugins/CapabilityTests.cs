using System.Text.Json.Nodes;
using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class CapabilityTests : IDisposable
{
    private static readonly Client Harbour = new() { Id = ClientId.From("test", "1"), Name = "Harbour", Since = new(2025, 1, 1) };

    private readonly PluginDirectory _plugins = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose()
    {
        _plugins.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Trait("Scenario", "74")]
    public async Task With_its_capabilities_a_plugin_reads_and_appends()
    {
        AddWriter("crm.clients.read", "crm.touchpoints.append");
        await using var crm = await OpenAsync();

        await crm.Plugins.StartAsync();

        Assert.Empty(crm.Plugins.Diagnostics);
        Assert.Equal(1, await crm.Store.Touchpoints.CountAsync(new(2026, 12, 31)));
    }

    [Fact]
    public async Task An_application_that_opens_its_source_has_its_plugins_started_once()
    {
        AddWriter("crm.clients.read", "crm.touchpoints.append");
        await (await OpenAsync()).DisposeAsync();
        await using var source = new CrmSource(new ClienteleOptions { Database = Path.Combine(_folder, "clientele.db"), Durable = false, PluginDirectories = { _plugins.Root }, PluginLoading = _plugins.Options }, TimeProvider.System);

        var crm = await source.OpenAsync();
        await crm.Plugins.StartAsync();

        Assert.Empty(crm.Plugins.Diagnostics);
        Assert.Equal(1, await crm.Store.Touchpoints.CountAsync(new(2026, 12, 31)));
    }

    [Theory]
    [InlineData(new[] { "crm.clients.read" }, null)]
    [InlineData(new[] { "crm.clients.read", "crm.touchpoints.append" }, new[] { "crm.clients.read" })]
    [InlineData(new[] { "crm.clients.read", "crm.touchpoints.append" }, new string[0])]
    [Trait("Scenario", "74")]
    [Trait("Row", "S0-08")]
    public async Task Without_one_the_call_is_refused_and_nothing_is_done(string[] declared, string[]? granted)
    {
        AddWriter(declared);
        await using var crm = await OpenAsync(granted);

        await crm.Plugins.StartAsync();

        var found = crm.Plugins.Find("test.p")!;
        Assert.Equal(PluginState.Faulted, found.State);
        Assert.Contains(PluginCodes.CapabilityDenied, found.Diagnostics[^1].Message, StringComparison.Ordinal);
        Assert.Equal(0, await crm.Store.Touchpoints.CountAsync(new(2026, 12, 31)));
        Assert.Equal(granted ?? declared, found.Granted);
        Assert.Equal(granted is not null, found.Diagnostics.Any(diagnostic => diagnostic is { Code: PluginCodes.CapabilityDenied, Severity: PluginSeverity.Warning, Stage: PluginStage.Validate }));
    }

    [Fact]
    [Trait("Scenario", "75")]
    public void A_capability_that_the_host_does_not_know_turns_the_plugin_down()
    {
        _plugins.Add("test.p", manifest: json => json["capabilities"] = new JsonArray("crm.clients.reed", "net.http:"));
        _plugins.Add("test.net", manifest: json => json["capabilities"] = new JsonArray("net.http:api.example.com"));

        var set = _plugins.Load();

        Assert.Equal((PluginState.Rejected, PluginState.Running), (set.Find("test.p")!.State, set.Find("test.net")!.State));
        Assert.Equal([PluginCodes.CapabilityUnknown, PluginCodes.CapabilityUnknown], set.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("did you mean 'crm.clients.read'", set.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_was_stopped_reaches_nothing_any_more()
    {
        AddWriter("crm.clients.read", "crm.touchpoints.append");
        await using var crm = await OpenAsync();
        await crm.Plugins.StartAsync();
        var facts = (IPluginFacts)AppDomain.CurrentDomain.GetData("facts of test.p")!;

        await crm.Plugins.UnloadAsync("test.p", passes: 1);

        Assert.Equal(PluginCodes.NotAvailable, Assert.Throws<ClienteleException>(() => facts.ClientsAsync()).Code);
    }

    private async Task<Crm> OpenAsync(string[]? granted = null)
    {
        var options = new ClienteleOptions { Database = Path.Combine(_folder, "clientele.db"), Durable = false, PluginDirectories = { _plugins.Root }, PluginLoading = _plugins.Options };
        options.PluginGrants = granted is null ? null : new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["test.p"] = granted };
        var crm = await Crm.OpenAsync(options, TimeProvider.System);
        await using var batch = await crm.BeginAsync();
        await batch.PutAsync(Harbour);
        await batch.CommitAsync();
        return crm;
    }

    private void AddWriter(params string[] capabilities)
    {
        var folder = _plugins.AddManifest("test.p", json => json["capabilities"] = new JsonArray([.. capabilities.Select(capability => (JsonNode)capability)]));
        PluginCompiler.Compile(
            """
            namespace Fixture
            {
                public sealed class Plugin : IPlugin, IPluginLifecycle
                {
                    public void Configure(IPluginBuilder builder) => builder.TouchpointKinds(new TouchpointKind { Name = "p.call", Title = new("Call", "来电") });
                    public async ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
                    {
                        AppDomain.CurrentDomain.SetData("facts of test.p", context.Facts);
                        await foreach (var client in context.Facts.ClientsAsync(cancellationToken))
                            await context.Facts.AppendAsync([new Touchpoint { Id = TouchpointId.From("p", client.Name), Client = client.Id, Kind = "p.call", OccurredOn = new(2026, 3, 31) }], cancellationToken);
                    }
                    public ValueTask StopAsync(CancellationToken cancellationToken) => default;
                }
            }
            """,
            Path.Combine(folder, "Fixture.test.p.dll"));
    }
}
