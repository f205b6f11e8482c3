using System.Text;
using System.Text.Json;

namespace Clientele.Host.Tests;

public sealed class CalendarTests : OperatorTests
{
    private const string List = "code,name,date,amount\n1,\"Harbour, Authority\",2026-01-05,9000\n2,City Library,2026-01-10,500\n";

    [Fact]
    public async Task A_year_is_listed_with_festivals_terms_and_lunar_dates_and_needs_no_workspace()
    {
        var outcome = await Cli.RunAsync("calendar", "--year", "2026", "--json", "--workspace", Folder);

        Assert.Equal(0, outcome.Exit);
        using var json = JsonDocument.Parse(outcome.Output);
        var rows = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(24, rows.Count(row => row.GetProperty("kind").GetString() == "solar_term"));
        var midAutumn = rows.Single(row => row.GetProperty("title").GetString() == "Mid-Autumn Festival");
        Assert.Equal("2026-09-25", midAutumn.GetProperty("day").GetString());
        Assert.Equal("friday", midAutumn.GetProperty("weekday").GetString());
        Assert.Equal("month 8, day 15", midAutumn.GetProperty("lunar").GetString());
    }

    [Fact]
    public async Task The_year_is_the_as_of_days_and_the_words_are_the_operators()
    {
        var outcome = await Cli.RunInAsync("zh-CN", "calendar", "--as-of", "2025-03-31", "--workspace", Folder);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("2025-10-06\t星期一\t节日\t中秋节\t八月十五", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2025-08-07\t星期四\t节气\t立秋\t闰六月十四", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_supported_year_can_be_listed()
    {
        Assert.Equal(0, (await Cli.RunAsync("calendar", "--year", "1901")).Exit);
        Assert.Equal(0, (await Cli.RunAsync("calendar", "--year", "2100")).Exit);
    }

    [Fact]
    public async Task The_follow_ups_become_a_calendar_file_with_their_ids_and_the_same_bytes_every_time()
    {
        await ImportAsync(List);
        var path = Path.Combine(Folder, "output", "follow-ups.ics");

        var due = await RunAsync("care", "due", "--ahead", "90", "--json", "--as-of", "2026-03-31");
        var written = await RunAsync("care", "calendar", "--json", "--as-of", "2026-03-31");
        var first = await File.ReadAllBytesAsync(path);
        await RunAsync("care", "calendar", "--as-of", "2026-03-31");

        Assert.Equal([0, 0], new[] { due.Exit, written.Exit });
        Assert.Equal(first, await File.ReadAllBytesAsync(path));
        using var json = JsonDocument.Parse(due.Output);
        var ids = json.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetString()).Order(StringComparer.Ordinal);
        var lines = Encoding.UTF8.GetString(first).Split("\r\n");
        Assert.NotEmpty(ids);
        Assert.Equal(ids, lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Select(line => line[4..]).Order(StringComparer.Ordinal));
        Assert.Contains("DTSTAMP:20260331T000000Z", lines);
        Assert.Contains(lines, line => line.StartsWith("SUMMARY:", StringComparison.Ordinal) && line.Contains(@"Harbour\, Authority", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_calendar_file_for_one_owner_holds_only_theirs()
    {
        await ImportAsync(List);
        var path = Path.Combine(Folder, "nobody.ics");

        var outcome = await RunAsync("care", "calendar", "--owner", "Nobody", "--output", path, "--as-of", "2026-03-31");

        Assert.Equal(0, outcome.Exit);
        Assert.DoesNotContain("VEVENT", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_ahead_beyond_reason_is_wrong_usage()
    {
        await ImportAsync(List);

        Assert.Equal(2, (await RunAsync("care", "calendar", "--ahead", "2147483647")).Exit);
    }
}
