using Clientele.Documents;

namespace Clientele.Engine.Tests.Insights;

/// <summary>What an operator may set for an insight.</summary>
public sealed class InsightSettingTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Fact]
    public async Task A_limit_is_set_for_once_and_the_result_says_so()
    {
        await using var crm = await TwoAsync();

        var usual = await crm.Crm.Insights.RunAsync("core.pareto", Day);
        var strict = await crm.Crm.Insights.RunAsync("core.pareto", Day, Set("largest_share", "0.7"));

        Assert.True(usual.Result.Figures.Single(figure => figure.Name == "largest_share").Alert);
        Assert.False(strict.Result.Figures.Single(figure => figure.Name == "largest_share").Alert);
        Assert.Contains(strict.Result.Reasons, reason => reason.Code == "setting" && reason.Text.En.Contains("0.7 in place of 0.25", StringComparison.Ordinal));
        Assert.Equal(("0.7", "0.25", true), strict.Settings.Where(setting => setting.Name == "largest_share").Select(setting => (setting.Value, setting.Default, setting.IsSet)).Single());
        Assert.DoesNotContain(usual.Result.Reasons, reason => reason.Code == "setting");
    }

    [Fact]
    public async Task A_standing_setting_of_the_workspace_holds_for_reports_too()
    {
        var folder = Directory.CreateTempSubdirectory("clientele-").FullName;
        var options = new ClienteleOptions { Database = Path.Combine(folder, "clientele.db"), Durable = false };
        options.InsightSettings["core.pareto"] = Set("hhi", "0.9");
        await using (var crm = await Crm.OpenAsync(options, TimeProvider.System))
        {
            Assert.Equal("0.9", crm.Insights.SettingsOf("core.pareto").Single(setting => setting.Name == "hhi").Value);
            await using (var batch = await crm.BeginAsync())
            {
                var client = new Client { Id = ClientId.From("test", "a"), Name = "a", Source = "test", ExternalId = "a", Since = new(2025, 1, 1) };
                await batch.PutAsync(client);
                await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "1"), Client = client.Id, Kind = "core.sale", OccurredOn = new(2025, 6, 1), Amount = new Money(1, "CNY") });
                await batch.CommitAsync();
            }

            Assert.Contains("为 0.9，默认为 0.18", (await crm.Reports.WriteInsightAsync("core.pareto", Day, DocumentLanguage.Chinese)).Report.Html, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("largest_share", "2", "a number from 0 to 1", "0至1的数")]
    [InlineData("largest_share", "NaN", "a number from 0 to 1", "0至1的数")]
    [InlineData("largest_share", "0,3", "a number from 0 to 1", "0至1的数")]
    [InlineData("largest_shar", "0.3", "has no setting 'largest_shar'; it has: measure, largest_share, hhi", "没有设置“largest_shar”")]
    [InlineData("measure", "core.sale_12m", "did you mean core.sales_12m", "是否指 core.sales_12m")]
    [InlineData("measure", "core.sales_12m,core.sales", "a measure or a numeric attribute", "一个指标或数值属性")]
    [InlineData("measure", "core.region", "no measure or numeric attribute", "不是已注册的指标或数值属性")]
    [InlineData("measure", "", "a measure or a numeric attribute", "一个指标或数值属性")]
    public async Task What_is_not_allowed_is_refused_in_both_languages_before_anything_is_computed(string name, string value, string en, string zh)
    {
        await using var crm = await TemporaryCrm.OpenAsync();

        var error = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Insights.RunAsync("core.pareto", Day, Set(name, value)));

        Assert.Equal(ErrorCodes.SettingInvalid, error.Code);
        Assert.Contains(en, error.Text.En, StringComparison.Ordinal);
        Assert.Contains(zh, error.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_setting_of_the_core_has_a_default_within_its_bounds_and_both_languages()
    {
        await using var crm = await TemporaryCrm.OpenAsync();

        var settings = crm.Crm.Catalogue.Insights.Keys.SelectMany(insight => crm.Crm.Insights.SettingsOf(insight)).ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.NotEqual(setting.Title.En, setting.Title.Zh));
    }

    [Fact]
    public async Task An_insight_whose_default_is_out_of_bounds_or_unknown_is_not_registered()
    {
        var insight = new Insight { Name = "firm.census", Title = new("Census", "普查"), Description = new("-", "-"), Computation = new Nothing(), Settings = [new WholeSetting { Name = "limit", Title = new("Limit", "限"), Default = 5, Most = 4 }, new NamesSetting { Name = "measure", Title = new("Measure", "指标"), Default = ["firm.unknown"] }] };
        var core = new RegistrationBuilder(new Origin("clientele.core", "core"));
        var firm = new RegistrationBuilder(new Origin("application.firm", "firm"));
        firm.Insights(insight);

        var problems = Catalogue.Build([core.Build(), firm.Build()]).Problems;

        Assert.Contains(problems, problem => problem.Message.Contains("'limit'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Message.Contains("'firm.unknown'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_that_was_not_declared_cannot_be_read()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Insights(new Insight { Name = "firm.census", Title = new("Census", "普查"), Description = new("-", "-"), Computation = new Undeclared() })));

        Assert.Contains("does not declare in Settings", (await crm.Crm.Insights.RunAsync("firm.census", Day)).Result.Refusal!.Text.En, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Set(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static async Task<TemporaryCrm> TwoAsync()
    {
        var crm = await TemporaryCrm.OpenAsync();
        await crm.TouchAsync(await crm.ClientAsync("a"), "core.sale", new(2025, 6, 1), 60);
        await crm.TouchAsync(await crm.ClientAsync("b"), "core.sale", new(2025, 6, 1), 40);
        return crm;
    }

    private sealed class Nothing : IInsightComputation
    {
        public ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) => ValueTask.FromResult(new InsightResult());
    }

    private sealed class Undeclared : IInsightComputation
    {
        public ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new InsightResult { Figures = [new("limit", new("Limit", "限"), input.Setting(new WholeSetting { Name = "limit", Title = new("Limit", "限"), Default = 1 }))] });
    }
}
