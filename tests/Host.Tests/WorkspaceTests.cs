using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>An operator's day, from a list in a spreadsheet to a visit done.</summary>
public sealed class WorkspaceTests : OperatorTests
{
    [Fact]
    public async Task A_list_becomes_segments_due_visits_a_letter_a_report_and_a_visit_done()
    {
        await ImportAsync("code,name,date,amount\n1,Harbour Authority,2026-01-05,9000\n2,City Library,2026-01-10,500\n");

        var segments = await RunAsync("segments", "run", "--json", "--as-of", "2026-03-31");
        var due = await RunAsync("care", "due", "--json", "--as-of", "2026-03-31");
        using var json = JsonDocument.Parse(due.Output);
        var first = json.RootElement[0];
        var done = await RunAsync("care", "done", first.GetProperty("id").GetString()![..8], "--by", "Wang Min", "--as-of", "2026-03-31");
        var after = await RunAsync("care", "due", "--json", "--as-of", "2026-03-31");
        var report = await RunAsync("reports", "render", "--culture", "en", "--as-of", "2026-03-31");

        Assert.Equal([0, 0, 0, 0, 0], new[] { segments.Exit, due.Exit, done.Exit, after.Exit, report.Exit });
        Assert.Equal("Harbour Authority", first.GetProperty("client").GetString());
        Assert.Equal(55, first.GetProperty("days_overdue").GetInt32());
        Assert.DoesNotContain("Harbour Authority", after.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "output", "reports", "core.concentration.en.html")));
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing()
    {
        const string list = "code,name,date,amount\n1,Harbour Authority,2026-01-05,9000\n";
        await ImportAsync(list);

        var again = await ImportAsync(list, "--json");

        using var json = JsonDocument.Parse(again.Output);
        Assert.All(json.RootElement.EnumerateArray(), row => Assert.Equal((0, 0), (row.GetProperty("added").GetInt32(), row.GetProperty("changed").GetInt32())));
    }

    [Fact]
    public async Task Bad_rows_land_in_the_error_file_while_the_good_ones_go_in()
    {
        var outcome = await ImportAsync("code,name,date,amount\n1,Harbour Authority,2026-01-05,9000\n2,City Library,last spring,500\n3,North Clinic,2026-01-10,lots\n");
        var clients = await RunAsync("clients", "list");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("2 rejected", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Harbour Authority", clients.Output, StringComparison.Ordinal);
        var errors = await File.ReadAllTextAsync(Path.Combine(Folder, "list.csv.errors.csv"));
        Assert.Contains("last spring", errors, StringComparison.Ordinal);
        Assert.Contains("lots", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mapping_one_is_guessed_shown_and_written_and_a_dry_run_changes_nothing()
    {
        await InitAsync("H公司");
        var file = Path.Combine(Folder, "客户.csv");
        await File.WriteAllTextAsync(file, "公司名,年销售额(万元)\n宝岛眼镜公司,800\n杨氏眼镜店,600\n");

        var dry = await RunAsync("import", file, "--dry-run", "--as-of", "2025-12-31");
        var none = await RunAsync("clients", "list");
        var real = await RunAsync("import", file, "--as-of", "2025-12-31");
        var card = await RunAsync("clients", "show", "宝岛", "--as-of", "2025-12-31");

        Assert.Equal((0, 0), (dry.Exit, real.Exit));
        Assert.True(File.Exists($"{file}.mapping.yaml"));
        Assert.Contains("公司名", dry.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("宝岛", none.Output, StringComparison.Ordinal);
        Assert.Contains("8000000.00 CNY", card.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_no_contact_agreed_to_is_refused_with_the_reason()
    {
        await ImportAsync("code,name,date,amount\n1,Harbour Authority,2026-01-05,9000\n");

        var letter = await RunAsync("letters", "render", "--letter", "core.return_visit_letter", "--client", "Harbour", "--as-of", "2026-03-31");

        Assert.Equal(1, letter.Exit);
        Assert.Contains("refused", letter.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_and_a_client_card_are_printed_as_plain_lines_and_as_json()
    {
        await ImportAsync("code,name,date,amount\n1,Harbour Authority,2026-01-05,9000\n");
        await RunAsync("segments", "run", "--as-of", "2026-03-31");

        var explained = await RunAsync("segments", "explain", "Harbour", "--as-of", "2026-03-31");
        var json = await RunAsync("segments", "explain", "Harbour", "--json", "--as-of", "2026-03-31");
        var card = await RunAsync("clients", "show", "Harbour", "--json", "--as-of", "2026-03-31");

        Assert.Contains("Sales 9,000: rank 1 of 1", explained.Output, StringComparison.Ordinal);
        Assert.Equal("a", JsonDocument.Parse(json.Output).RootElement.GetProperty("schemes")[0].GetProperty("segment").GetString());
        Assert.Equal("Harbour Authority", JsonDocument.Parse(card.Output).RootElement.GetProperty("client").GetProperty("name").GetString());
    }
}
