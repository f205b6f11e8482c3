using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>What an operator sees of insights and measures.</summary>
public sealed class InsightTests : IDisposable
{
    private const string Mapping = """
        source: my-list
        client:
          external_id: code
          name: name
          since: date
        touchpoints:
          - kind: = core.sale
            external_id: "{{ code }}/{{ date }}"
            occurred_on: date
            amount: amount
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;
    private readonly string _noPlugins = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_noPlugins, recursive: true);
    }

    [Fact]
    public async Task Every_insight_and_measure_is_listed_with_its_description_in_both_languages()
    {
        await RunAsync("init", _folder, "--firm", "Firm");

        var (english, chinese, measures) = (await RunAsync("insights", "--json"), await Cli.RunInAsync("zh-CN", "insights", "--json", "--workspace", _folder, "--plugins", _noPlugins), await RunAsync("measures", "list", "--json"));

        Assert.Contains(Names(english.Output), name => name == "core.data_coverage");
        Assert.Equal(Names(english.Output), Names(chinese.Output));
        Assert.Contains("数据覆盖情况", chinese.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(measures.Output);
        Assert.DoesNotContain(json.RootElement.EnumerateArray(), measure => measure.GetProperty("description").GetString() is "" or null);
    }

    [Fact]
    public async Task An_insight_prints_as_text_as_json_as_csv_without_formulas_and_as_a_page()
    {
        await ImportAsync();

        var (text, json, csv, html) = (await InsightAsync(), await InsightAsync("--json"), await InsightAsync("--csv"), await InsightAsync("--html"));

        Assert.Contains("Clients: 1", text.Output, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json.Output);
        Assert.Equal(500, parsed.RootElement.GetProperty("tables")[0].GetProperty("rows")[0].GetProperty("amount").GetDecimal());
        Assert.Equal("Kind,Count,Amount,First,Last\ncore.sale,1,500,2026-01-10,2026-01-10\n", csv.Output);
        Assert.StartsWith("<!DOCTYPE html>", html.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_data_and_unknown_names_are_said_in_one_sentence()
    {
        await RunAsync("init", _folder, "--firm", "Firm");

        var (empty, unknown, table) = (await InsightAsync(), await RunAsync("insights", "core.nothing"), await InsightAsync("--csv"));

        Assert.Contains("No result: There are no clients yet", empty.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (unknown.Exit, table.Exit));
        Assert.Contains("CRM1102", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_of_a_client_is_explained()
    {
        await ImportAsync();

        var (show, explain) = (await RunAsync("measures", "show", "City Library", "--as-of", "2026-03-31"), await RunAsync("measures", "explain", "City Library", "core.sales_12m", "--as-of", "2026-03-31"));

        Assert.Contains("core.recency\tDays since the last sale\t80\tdays", show.Output, StringComparison.Ordinal);
        Assert.Contains("Sum over 12 months of: core.sale", explain.Output, StringComparison.Ordinal);
    }

    private async Task ImportAsync()
    {
        var list = Path.Combine(_noPlugins, "list.csv");
        await File.WriteAllTextAsync(list, "code,name,date,amount\n2,City Library,2026-01-10,500\n");
        await File.WriteAllTextAsync(list + ".mapping.yaml", Mapping);
        await RunAsync("init", _folder, "--firm", "Firm");
        await RunAsync("import", list);
    }

    private Task<Cli.Outcome> InsightAsync(params string[] more) => RunAsync(["insights", "core.data_coverage", "--as-of", "2026-03-31", .. more]);

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--workspace", _folder, "--plugins", _noPlugins]);

    private static IEnumerable<string?> Names(string output)
    {
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetProperty("name").GetString())];
    }
}
