namespace Clientele.Engine.Tests.Insights;

/// <summary>Populations that break formulas: every insight has a result or says why not, and none fails.</summary>
public sealed class HostileInsightTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Theory]
    [InlineData("one")]
    [InlineData("equal")]
    [InlineData("negative")]
    [InlineData("zero")]
    [InlineData("future")]
    [InlineData("enormous")]
    [InlineData("one_day")]
    public async Task Every_insight_has_a_result_or_a_reason(string population)
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await FillAsync(crm, population);
        await crm.Crm.Segments.RunAsync(Day);
        foreach (var insight in crm.Crm.Catalogue.Insights.Keys)
        {
            var result = (await crm.Crm.Insights.RunAsync(insight, Day)).Result;

            Assert.True(result.Refusal?.Code is not ("fault" or "malformed"), $"{insight}: {result.Refusal?.Text.En}");
            Assert.True(result.Refusal is not null || result.Figures.Count + result.Tables.Count > 0, insight);
            Assert.DoesNotContain(result.Reasons.Concat(result.Refusal is { } refusal ? [refusal] : []), reason => reason.Text.En.Contains("NaN", StringComparison.Ordinal) || reason.Text.En.Contains('∞', StringComparison.Ordinal));
            Assert.All(result.Figures, figure => Assert.True(figure.Value is not null || figure.Verdict is not null || figure.Alert is false, $"{insight}: {figure.Name}"));
        }
    }

    private static async Task FillAsync(TemporaryCrm crm, string population)
    {
        var count = population == "one" ? 1 : 8;
        for (var index = 0; index < count; index++)
        {
            var client = await crm.ClientAsync($"c{index}", new(2023, 1, 1));
            await crm.SetAsync(client, "core.margin_rate", population is "negative" ? "-0.5" : "0.2", new(2023, 1, 1));
            for (var month = 0; month < 26; month++)
            {
                var day = population switch { "future" => Day.AddDays(1 + month), "one_day" => Day, _ => new DateOnly(2023, 11, 15).AddMonths(month) };
                decimal amount = population switch { "negative" => -100 - index, "zero" => 0, "enormous" => 900_000_000_000, _ => 100 };
                await crm.TouchAsync(client, "core.sale", day, amount);
                await crm.TouchAsync(client, "core.cost", day, population == "negative" ? -5 : amount / 10);
                await crm.TouchAsync(client, "core.payment", day, amount);
                await crm.TouchAsync(client, month % 2 == 0 ? "core.visit" : "core.complaint", day);
            }
        }
    }
}
