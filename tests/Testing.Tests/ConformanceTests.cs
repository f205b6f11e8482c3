using Clientele.Plugins;
using Clientele.Testing;
using Clientele.Tests.Plugins;

namespace Clientele.Testing.Tests;

public sealed class ConformanceTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Theory]
    [InlineData("Contractor")]
    [InlineData("DesignInstitute")]
    [InlineData("RealEstate")]
    public async Task The_industry_plugins_of_the_repository_conform(string industry)
    {
        var report = await PluginConformance.RunAsync(Repository.Plugin(industry));

        Assert.True(report.Conforms, report.ToString());
        Assert.Equal(ConformanceChecks.All, report.Findings.Select(finding => finding.Check).Distinct());
    }

    [Fact]
    public async Task A_plugin_with_many_faults_gets_all_its_findings_at_once()
    {
        var folder = _plugins.Add("test.sloppy", """
            builder
                .Measures(new ComputedMeasure { Name = "sloppy.score", Title = new("Score", "Score"), Reads = [], Computation = new Score() })
                .Letters(new LetterDefinition { Name = "sloppy.letter", Title = new("Letter", "信函"), Template = "letter" })
                .Reports(new ReportDefinition { Name = "sloppy.report", Title = new("Report", "报告"), Template = "report" });
            AppDomain.CurrentDomain.ProcessExit += (_, _) => { };
            """, outside: """public sealed class Score : IMeasureComputation { public MeasureResult Compute(MeasureInput input) => throw new InvalidOperationException("no good"); }""");
        var letters = Directory.CreateDirectory(Path.Combine(folder, "templates", "letters")).FullName;
        await File.WriteAllTextAsync(Path.Combine(letters, "letter.en.md"), "# Letter\n\nDear {{ client.name }}, this {{ nonsense.more }} is wrong");
        await File.WriteAllTextAsync(Path.Combine(letters, "letter.zh-CN.md"), "# 信函\n\n{{ if }}");

        var report = await PluginConformance.RunAsync(folder);

        var failed = report.Findings.Where(finding => !finding.Passed).Select(finding => finding.Check).Distinct();
        Assert.Equal(["languages", "measures", "letters", "guards", "reports", "unloads"], failed);
        Assert.Contains("FAIL measures: measure sloppy.score: PLG8008: InvalidOperationException: no good.", report.ToString(), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<ClienteleException>(() => PluginConformance.RequireAsync(folder));
        Assert.Equal(PluginCodes.NotConforming, error.Code);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_loaded_gets_the_findings_about_its_files()
    {
        var report = await PluginConformance.RunAsync(_plugins.AddManifest("test.hollow", json => json["colour"] = "red"));

        Assert.False(report.Conforms);
        Assert.Contains(report.Findings, finding => finding.Message.StartsWith(PluginCodes.AssemblyMissing, StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Message.StartsWith(PluginCodes.ManifestFieldUnknown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_migration_that_leaves_data_under_a_name_nobody_reads_is_found()
    {
        var folder = _plugins.Add("test.moved", """
            builder
                .Attributes(new AttributeDefinition { Name = "moved.kind", Title = new("Kind", "类型") }, new AttributeDefinition { Name = "moved.size", Title = new("Size", "规模") })
                .Migrations(
                    new DataMigration { Name = "first", Title = new("First", "第一步"), Changes = [new RenameData(StoredName.Attribute, "moved.old", "moved.kind")] },
                    new DataMigration { Name = "second", Title = new("Second", "第二步"), Changes = [new RenameData(StoredName.Attribute, "moved.size", "moved.nothing")] });
            """);

        var report = await PluginConformance.RunAsync(folder);

        Assert.Equal(
            ["data are renamed to moved.nothing, which nobody registers", "moved.size is registered, and its data are renamed to moved.nothing"],
            report.Findings.Where(finding => !finding.Passed).Select(finding => finding.Message));
    }

    [Fact]
    [Trait("Scenario", "132")]
    public async Task Asserting_that_a_leaking_plugin_unloads_fails_and_prints_the_suspect()
    {
        var leaky = _plugins.Add("test.leaky", "AppDomain.CurrentDomain.ProcessExit += (_, _) => { };");
        var clean = _plugins.Add("test.clean");

        var error = await Assert.ThrowsAsync<ClienteleException>(() => PluginAssert.UnloadsAsync(leaky));
        await PluginAssert.UnloadsAsync(clean);

        Assert.Equal(PluginCodes.Leaked, error.Code);
        Assert.Contains("System.AppDomain.add_ProcessExit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_gives_a_plugin_compiled_into_the_test_a_database_with_sample_facts()
    {
        await using var host = await PluginTestHost.OpenAsync(new Gardening(), "gardening");

        var clients = await host.AddSampleFactsAsync(new(2026, 3, 31));
        await host.Crm.Segments.RunAsync(new(2026, 3, 31));

        Assert.NotEmpty(clients);
        var explanation = Assert.Single(await host.Crm.Explanations.ExplainAsync(clients[0].Id, new(2026, 3, 31)), explanation => explanation.Scheme.Name == "gardening.size");
        Assert.Equal("large", explanation.Segment!.Name);
    }

    [Fact]
    public async Task Facts_are_entered_in_a_line_each_and_the_host_says_what_comes_of_them()
    {
        var asOf = new DateOnly(2026, 3, 31);
        await using var host = await PluginTestHost.OpenAsync(Repository.Plugin("Contractor"), new FakeTime(asOf));
        var client = await host.Facts.ClientAsync("Harbour Authority", new(2025, 1, 1));
        await host.Facts.ContactAsync(client, "Ann Lee", "service");
        var matter = await host.Facts.MatterAsync(client, "contractor.project", new(2025, 3, 1));
        await host.Facts.TouchAsync(client, "core.sale", new(2025, 3, 1), amount: 80_000, matter: matter);

        var due = await host.DueAsync("contractor.return_visit", asOf);
        var letter = await host.LetterAsync("contractor.seasonal_visit_letter", client, asOf, Clientele.Documents.DocumentLanguage.English);

        Assert.All(due, followUp => Assert.Equal(client.Id, followUp.Client));
        Assert.Contains("Harbour Authority", letter.Letter!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_says_why_a_plugin_does_not_run()
    {
        var folder = _plugins.Add("test.bad", """throw new InvalidOperationException("no good");""");

        var error = await Assert.ThrowsAsync<ClienteleException>(() => PluginTestHost.OpenAsync(folder));

        Assert.Equal(PluginCodes.ConfigureFailed, error.Code);
    }

    private sealed class Gardening : IPlugin
    {
        public void Configure(IPluginBuilder builder) => builder
            .Attributes(new AttributeDefinition { Name = "gardening.garden", Title = new("Garden", "花园"), Kind = ValueKind.Choice, Choices = [new("park", new("Park", "公园")), new("yard", new("Yard", "院子"))] })
            .Schemes(new RuleScheme { Name = "gardening.size", Title = new("Size", "规模"), Rules = [new("large", new("Large", "大型"), "gardening.garden == 'park'"), new("small", new("Small", "小型"))] });
    }
}
