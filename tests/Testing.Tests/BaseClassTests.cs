using System.Reflection;
using Clientele.Plugins;
using Clientele.Tests.Plugins;

namespace Clientele.Testing.Tests;

public sealed class BaseClassTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public async Task Each_check_of_the_suite_is_one_test_of_the_base_class()
    {
        var folder = _plugins.AddManifest("test.hollow");
        var facts = typeof(PluginConformanceTests).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).ToList();

        var asked = new List<string>();
        foreach (var fact in facts)
        {
            var error = await Assert.ThrowsAsync<ClienteleException>(() => (Task)fact.Invoke(new Hollow(folder), [])!);
            Assert.Equal(PluginCodes.NotConforming, error.Code);
            asked.AddRange(ConformanceChecks.All.Where(check => error.Message.StartsWith($"The check '{check}' was not reached", StringComparison.Ordinal) || error.Message.StartsWith($"FAIL {check}:", StringComparison.Ordinal)));
        }

        Assert.Equal(ConformanceChecks.All, asked);
    }

    [Fact]
    public void A_test_project_that_does_not_say_where_its_plugin_is_gets_the_line_to_add()
    {
        var error = Assert.Throws<ClienteleException>(() => BuiltPlugin.Folder(typeof(BaseClassTests).Assembly));

        Assert.Contains("<AssemblyMetadata Include=\"PluginFolder\"", error.Message, StringComparison.Ordinal);
    }

    private sealed class Hollow(string folder) : PluginConformanceTests(new ConformanceRun())
    {
        protected override string PluginFolder => folder;
    }
}
