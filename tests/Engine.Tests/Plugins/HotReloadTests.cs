using System.Runtime.CompilerServices;
using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

/// <summary>A running CRM whose plugin is replaced: the next run knows the new version, and nothing holds the old one.</summary>
[Collection(Alone.Name)]
public sealed class HotReloadTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 31);
    private static readonly ClientId Harbour = ClientId.From("test", "1");
    private static readonly ClientId Quay = ClientId.From("test", "2");

    private readonly PluginDirectory _plugins = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose()
    {
        _plugins.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Trait("Scenario", "104")]
    public async Task After_a_reload_a_running_crm_computes_with_the_new_version_and_the_old_one_is_gone()
    {
        Add("MeasureResult.Of(1)");
        await using var crm = await OpenAsync();
        var before = crm.Measures;
        Assert.Equal(1, await ScoreAsync(crm, Harbour));

        Add("MeasureResult.Of(2)");
        var report = await crm.Plugins.ReloadAsync("test.p");

        Assert.True(report.Reloaded);
        Assert.True(report.Old!.Collected, string.Join(' ', report.Old.Suspects));
        Assert.Equal(2, await ScoreAsync(crm, Harbour));
        await crm.Segments.RunAsync(Day);
        Assert.Equal("best", await SegmentAsync(crm, Harbour));
        Assert.NotSame(before, crm.Measures);
        Assert.Same(crm.Measures, crm.Measures);
    }

    [Fact]
    [Trait("Scenario", "104")]
    public async Task A_plugin_whose_records_went_through_templates_measures_segments_and_json_is_gone_after_it_was_unloaded()
    {
        Add("""new MeasureResult(2, [new Reason("because", new("Because of " + System.Text.Json.JsonSerializer.Serialize(new Mine()), "因为"))])""");
        await using var crm = await OpenAsync();

        await UseAsync(crm);
        var report = await crm.Plugins.UnloadAsync("test.p", passes: 20);

        Assert.True(report.Collected, string.Join(' ', report.Suspects));
    }

    [Fact]
    [Trait("Scenario", "95")]
    public async Task A_measure_that_throws_for_one_client_costs_that_client_a_reason_and_not_the_run()
    {
        Add("""input.Client == ClientId.From("test", "2") ? throw new InvalidOperationException("no quay") : MeasureResult.Of(2)""");
        await using var crm = await OpenAsync();

        await crm.Segments.RunAsync(Day);

        Assert.Equal(2, await ScoreAsync(crm, Harbour));
        Assert.Equal("best", await SegmentAsync(crm, Harbour));
        Assert.Null(await ScoreAsync(crm, Quay));
        Assert.Equal("other", await SegmentAsync(crm, Quay));
        var reason = Assert.Single((await crm.Measures.OfClientAsync(Quay, Day)).Single(value => value.Measure.Name == "p.score").Reasons);
        Assert.Equal("PLG8008: InvalidOperationException: no quay.", reason.Text.En);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task UseAsync(Crm crm)
    {
        await crm.Segments.RunAsync(Day);
        Assert.Equal(2, await ScoreAsync(crm, Harbour));
        Assert.Equal("best", await SegmentAsync(crm, Harbour));
        var letter = await crm.Letters.WriteAsync(crm.Letters.Request("p.letter", Harbour, Day));
        Assert.Contains("Harbour", letter.Letter!.Text, StringComparison.Ordinal);
        var kinds = System.Text.Json.JsonSerializer.Serialize(crm.Catalogue.Kinds.Values.Concat(crm.Catalogue.Measures.Values.Cast<object>()));
        Assert.Contains("p.visit", kinds, StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<decimal?> ScoreAsync(Crm crm, ClientId client) => (await crm.Measures.OfClientAsync(client, Day)).Single(value => value.Measure.Name == "p.score").Value;

    private static async Task<string?> SegmentAsync(Crm crm, ClientId client) => (await crm.Explanations.ExplainAsync(client, Day)).Single(each => each.Scheme.Name == "p.class").Segment?.Name;

    private void Add(string result)
    {
        var folder = _plugins.Add("test.p",
            """
            builder.TouchpointKinds(new TouchpointKind { Name = "p.visit", Title = new("Visit", "拜访") })
                .Measures(new ComputedMeasure { Name = "p.score", Title = new("Score", "得分"), Reads = [], Computation = new Score() })
                .Schemes(new RuleScheme { Name = "p.class", Title = new("Class", "类别"), Rules = [new("best", new("Best", "最佳"), "p.score >= 2"), new("other", new("Other", "其他"))] })
                .Letters(new LetterDefinition { Name = "p.letter", Title = new("Letter", "函"), Template = "hello" });
            """,
            outside: $$"""
            public sealed class Score : IMeasureComputation { public MeasureResult Compute(MeasureInput input) => {{result}}; }
            public sealed class Mine { public int Number { get; set; } = 7; }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "templates", "letters"));
        File.WriteAllText(Path.Combine(folder, "templates", "letters", "hello.en.md"), "# Hello\n\nDear {{ client.name }}, your score is {{ measures.p.score }}.\n");
        File.WriteAllText(Path.Combine(folder, "templates", "letters", "hello.zh-CN.md"), "# 您好\n\n{{ client.name }}，得分{{ measures.p.score }}。\n");
    }

    private async Task<Crm> OpenAsync()
    {
        var options = new ClienteleOptions
        {
            Database = Path.Combine(_folder, "clientele.db"), Durable = false, PluginDirectories = { _plugins.Root },
            PluginLoading = _plugins.Options with { Collectible = true, ShadowDirectory = Path.Combine(_folder, "shadow") },
        };
        var crm = await Crm.OpenAsync(options, TimeProvider.System);
        Assert.Empty(crm.Plugins.Diagnostics);
        await using var batch = await crm.BeginAsync();
        await batch.PutAsync(new Client { Id = Harbour, Name = "Harbour", Since = new(2025, 1, 1) });
        await batch.PutAsync(new Client { Id = Quay, Name = "Quay", Since = new(2025, 1, 1) });
        await batch.CommitAsync();
        return crm;
    }
}
