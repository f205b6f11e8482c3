using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>What an operator sees of insights and measures.</summary>
public sealed class InsightTests : OperatorTests
{
    private const string List = "code,name,date,amount\n2,City Library,2026-01-10,500\n";

    [Fact]
    public async Task Every_insight_and_measure_is_listed_with_its_description_in_both_languages()
    {
        await InitAsync("Firm");

        var (english, chinese, measures) = (await RunAsync("insights", "--json"), await RunInAsync("zh-CN", "insights", "--json"), await RunAsync("measures", "list", "--json"));

        Assert.Contains(Names(english.Output), name => name == "core.data_coverage");
        Assert.Equal(Names(english.Output), Names(chinese.Output));
        Assert.Contains("数据覆盖情况", chinese.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(measures.Output);
        Assert.DoesNotContain(json.RootElement.EnumerateArray(), measure => measure.GetProperty("description").GetString() is "" or null);
    }

    [Fact]
    public async Task An_insight_prints_as_text_as_json_as_csv_without_formulas_and_as_a_page()
    {
        await ImportAsync(List);

        var (text, json, csv, html) = (await InsightAsync(), await InsightAsync("--json"), await InsightAsync("--csv"), await InsightAsync("--html"));

        Assert.Contains("Clients: 1", text.Output, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json.Output);
        Assert.Equal(500, parsed.RootElement.GetProperty("tables")[0].GetProperty("rows")[0].GetProperty("amount").GetDecimal());
        Assert.Equal("Kind,Count,Amount,First,Last\nSale,1,500,2026-01-10,2026-01-10\n", csv.Output);
        Assert.StartsWith("<!DOCTYPE html>", html.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_data_and_unknown_names_are_said_in_one_sentence()
    {
        await InitAsync("Firm");

        var (empty, unknown, table) = (await InsightAsync(), await RunAsync("insights", "core.nothing"), await InsightAsync("--csv"));

        Assert.Contains("No result: There are no clients yet", empty.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (unknown.Exit, table.Exit));
        Assert.Contains("CRM1102", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_of_a_client_is_explained()
    {
        await ImportAsync(List);

        var (show, explain) = (await RunAsync("measures", "show", "City Library", "--as-of", "2026-03-31"), await RunAsync("measures", "explain", "City Library", "core.sales_12m", "--as-of", "2026-03-31"));

        Assert.Contains("core.recency\tDays since the last sale\t80\tdays", show.Output, StringComparison.Ordinal);
        Assert.Contains("Sum over 12 months of: core.sale", explain.Output, StringComparison.Ordinal);
    }

    private Task<Cli.Outcome> InsightAsync(params string[] more) => RunAsync(["insights", "core.data_coverage", "--as-of", "2026-03-31", .. more]);

    private static IEnumerable<string?> Names(string output)
    {
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetProperty("name").GetString())];
    }
}
