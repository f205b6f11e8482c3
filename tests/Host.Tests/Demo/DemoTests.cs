using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clientele.Tests;

namespace Clientele.Host.Tests.Demo;

public sealed class DemoTests(DemoOnce demo) : IClassFixture<DemoOnce>
{
    [Fact]
    public void The_summary_is_the_approved_one()
    {
        Assert.Equal(0, demo.Outcome.Exit);
        Assert.Equal("", demo.Outcome.Error);
        Golden.Verify("summary.txt", demo.Outcome.Output.Replace(demo.Folder, "DEMO", StringComparison.Ordinal));
    }

    [Fact]
    public void The_letters_are_the_approved_ones() => Golden.Verify("letters.txt", demo.Text("*.txt"));

    [Fact]
    public void The_reports_are_the_approved_ones() => Golden.Verify("reports.txt", demo.Text("*.html", folder: "reports"));

    [Fact]
    public void Eighty_percent_of_the_register_lies_with_29_of_772_suppliers()
    {
        Assert.Contains("772 clients", demo.Outcome.Output, StringComparison.Ordinal);
        Assert.Contains("A (first 80%) 29", demo.Outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_document_about_invented_facts_says_so()
    {
        var documents = Directory.GetFiles(demo.Folder, "*.html", SearchOption.AllDirectories);

        Assert.NotEmpty(documents);
        Assert.All(documents, path => Assert.Matches("invented|虚构", File.ReadAllText(path)));
    }

    [Fact]
    public void No_document_holds_a_script_but_the_one_that_sorts_a_raw_key_or_an_unrendered_tag()
    {
        foreach (var path in Directory.GetFiles(demo.Folder, "*.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(path);
            var scripts = Regex.Matches(html, "<script>(.*?)</script>", RegexOptions.Singleline);
            Assert.Equal(scripts.Count, Regex.Count(html, "<script", RegexOptions.IgnoreCase));
            Assert.All(scripts, script => Assert.Contains($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups[1].Value)))}'", html, StringComparison.Ordinal));
            Assert.Equal(Path.GetFileName(Path.GetDirectoryName(path)) == "reports" ? 1 : 0, scripts.Count);
            Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(core|contractor|design_institute|real_estate)\\.[a-z]", Regex.Replace(html, "<(style|script).*?</\\1>", "", RegexOptions.Singleline));
            Assert.DoesNotMatch("(src|href)=\"http", html);
        }
    }

    [Fact]
    public async Task Every_insight_has_a_result_on_the_invented_years_or_says_what_they_lack()
    {
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (await ReadAsync("h-company-years")).EnumerateArray().Select(insight => insight.GetProperty("name").GetString()!))
        {
            var insight = await ReadAsync("h-company-years", name);
            if (insight.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal)
            {
                refused[name] = refusal.GetProperty("text").GetProperty("en").GetString()!;
            }
            else
            {
                Assert.True(Tells(insight), name);
            }
        }

        // Two need many purchases, which a wholesaler's yearly sums are not; the register's contracts are. The others are about people, projects and proposals, which a wholesaler's books do not tell.
        Assert.Equal(["core.decision_unit", "core.follow_on", "core.lead_model", "core.lifetime_value", "core.movement", "core.proposals", "core.roadmaps", "core.similar_references"], refused.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("Too few clients of known class: 0", refused["core.lead_model"], StringComparison.Ordinal);
        Assert.StartsWith("Too few clients: 19, and at least 30", refused["core.lifetime_value"], StringComparison.Ordinal);
        Assert.StartsWith("Nobody buys often enough to be judged by month", refused["core.movement"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("core.lifetime_value")]
    [InlineData("core.movement")]
    public async Task What_the_invented_years_lack_the_real_register_has(string insight) => Assert.True(Tells(await ReadAsync("act-register", insight)));

    private static bool Tells(JsonElement insight) =>
        insight.GetProperty("figures").EnumerateArray().Any(figure => figure.GetProperty("value").ValueKind == JsonValueKind.Number)
        || insight.GetProperty("tables").EnumerateArray().Any(table => table.GetProperty("rows").GetArrayLength() > 0);

    private async Task<JsonElement> ReadAsync(string firm, params string[] insight)
    {
        var outcome = await Cli.RunAsync(["insights", .. insight, "--json", "--workspace", Path.Combine(demo.Folder, firm)]);
        Assert.Equal("", outcome.Error);
        return JsonSerializer.Deserialize<JsonElement>(outcome.Output);
    }

    [Fact]
    public async Task A_second_run_gives_the_same_bytes()
    {
        var before = demo.Hashes();

        await Cli.RunAsync("demo", "--output", demo.Folder);

        Assert.Equal(before, demo.Hashes());
    }

    [Fact]
    public async Task A_plugin_missing_from_the_folder_removes_its_industry_and_nothing_else()
    {
        var plugins = Directory.CreateTempSubdirectory("clientele-").FullName;
        foreach (var folder in Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "plugins")).Where(folder => !folder.EndsWith("Contractor", StringComparison.Ordinal)))
        {
            Copy(folder, Path.Combine(plugins, Path.GetFileName(folder)));
        }

        var output = Path.Combine(plugins, "out");
        var outcome = await Cli.RunAsync("demo", "--output", output, "--plugins", plugins);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("the plugin clientele.contractor was not found", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(output, "contractor", "output")));
        Assert.Equal(
            demo.Hashes().Where(pair => !pair.Key.StartsWith("contractor", StringComparison.Ordinal)),
            DemoOnce.Hashes(output));
        Directory.Delete(plugins, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
