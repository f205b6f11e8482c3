using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

/// <summary>Whatever is wrong, an operator reads one sentence about it and one that says what to do.</summary>
public sealed class SentenceTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public async Task Every_finding_is_a_sentence_on_one_line_followed_by_what_to_do()
    {
        _plugins.AddRaw("text", "not json");
        _plugins.AddRaw("empty", "{}");
        _plugins.AddRaw("bom", "\uFEFF{}");
        _plugins.AddRaw("twice", """{ "id": "a.b", "id": "a.b" }""");
        _plugins.AddManifest("test.newer-schema", json => json["schemaVersion"] = 9);
        _plugins.AddManifest("test.outside", json => json["entryAssembly"] = "../x.dll");
        _plugins.AddManifest("test.unknown-field", json => json["colour"] = "red");
        _plugins.AddManifest("test.loose", json => json["contract"] = "*");
        _plugins.AddManifest("test.future", json => json["contract"] = "[7.0,8.0)");
        _plugins.Add("test.twin", folder: "one");
        _plugins.Add("test.twin", folder: "two");
        _plugins.Add("test.same", manifest: json => json["prefix"] = "good");
        _plugins.Add("test.good");
        _plugins.Add("test.alone", manifest: json => json["dependencies"] = PluginDirectory.DependsOn("test.nowhere"));
        _plugins.Add("test.circle", manifest: json => json["dependencies"] = PluginDirectory.DependsOn("test.circle"));
        _plugins.Add("test.entry", manifest: json => json["entryType"] = "Fixture.Nobody");
        _plugins.Add("test.throws", """throw new InvalidOperationException("no good,\nnot at all");""");
        _plugins.Add("test.ctor", members: "public Plugin() => throw new InvalidOperationException();");
        _plugins.Add("test.name", PluginDirectory.Kind("NotAName"));
        _plugins.Add("test.foreign", PluginDirectory.Kind("other.visit"));
        File.WriteAllText(Path.Combine(_plugins.Add("test.deps"), "Fixture.test.deps.deps.json"), "{");
        File.WriteAllText(Path.Combine(_plugins.AddManifest("test.garbage"), "Fixture.test.garbage.dll"), "garbage");
        File.WriteAllText(Path.Combine(_plugins.AddFolder("nameless"), "x.dll"), "");

        await using var set = PluginLoader.Load(_plugins.Options with { Trust = new() { WhenUnsigned = UnsignedPlugins.Warn } });

        Assert.True(set.Diagnostics.Select(finding => finding.Code).Distinct().Count() > 15);
        Assert.All(set.Diagnostics, finding => Assert.Matches(@"^PLG\d{4}$|^CRM\d{4}$", finding.Code));
        Assert.All(set.Diagnostics, finding => Assert.Matches(@"^[^\n]+\.$", finding.Message));
        Assert.All(set.Diagnostics, finding => Assert.Matches(@"^[A-Z][^\n]+\.$", finding.Hint));
    }
}
