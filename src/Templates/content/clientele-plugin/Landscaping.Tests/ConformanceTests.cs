using System.Reflection;
using Clientele.Testing;

namespace Landscaping.Tests;

public sealed class ConformanceTests
{
    private static readonly string PluginFolder =
        typeof(ConformanceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PluginFolder").Value!;

    [Fact]
    public Task The_plugin_conforms() => PluginConformance.RequireAsync(PluginFolder);

    [Fact]
    public async Task Clients_are_put_into_classes()
    {
        var asOf = new DateOnly(2026, 3, 31);
        await using var host = await PluginTestHost.OpenAsync(PluginFolder);
        await host.AddSampleFactsAsync(asOf);

        await host.Crm.Segments.RunAsync(asOf);

        var counts = await host.Crm.Segments.CountsAsync(asOf);
        Assert.Contains(counts, scheme => scheme.Scheme == "landscaping.class");
    }
}
