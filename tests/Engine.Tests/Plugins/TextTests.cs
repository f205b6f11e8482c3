using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

public sealed class TextTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "84")]
    public void A_missing_translation_shows_the_other_language_or_the_key_and_is_counted()
    {
        Add("""{ "visit": "Site visit", "call": "Call" }""", """{ "visit": "工地回访", "call": " " }""");

        var set = _plugins.Load();

        Assert.Equal(
            [new LocalizedText("Site visit", "工地回访"), LocalizedText.Same("Call"), LocalizedText.Same("letter")],
            set.Catalogue.Kinds.Values.Select(kind => kind.Title));
        var diagnostic = Assert.Single(set.Diagnostics);
        Assert.Equal((PluginCodes.TextMissing, PluginSeverity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal("3 of its texts are missing: call (zh-CN), letter (en), letter (zh-CN).", diagnostic.Message);
    }

    [Fact]
    public void A_file_of_texts_that_cannot_be_read_is_the_plugins_error()
    {
        Add("[]", "{}");

        var diagnostic = Assert.Single(_plugins.Load().Diagnostics);

        Assert.Equal(PluginCodes.ConfigureFailed, diagnostic.Code);
        Assert.Contains("texts/en.json is not an object", diagnostic.Message, StringComparison.Ordinal);
    }

    private void Add(string english, string chinese)
    {
        var folder = _plugins.Add("test.p", """
            foreach (var key in new[] { "visit", "call", "letter" })
                builder.TouchpointKinds(new TouchpointKind { Name = "p." + key, Title = builder.Text(key) });
            """);
        Directory.CreateDirectory(Path.Combine(folder, "texts"));
        File.WriteAllText(Path.Combine(folder, "texts", "en.json"), english);
        File.WriteAllText(Path.Combine(folder, "texts", "zh-CN.json"), chinese);
    }
}
