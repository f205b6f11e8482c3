using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>What an operator sees of segments.</summary>
public sealed class SegmentTests : OperatorTests
{
    private const string List = "code,name,date,amount\nC1,Harbour Authority,2026-01-10,900\nC2,Acme Works,2026-02-10,100\n";

    [Fact]
    public async Task Every_scheme_is_listed_with_description_and_source_in_both_languages()
    {
        await InitAsync("Firm");

        var (english, chinese) = (await RunAsync("segments", "list", "--json"), await RunInAsync("zh-CN", "segments", "list", "--json"));

        using var json = JsonDocument.Parse(english.Output);
        var schemes = json.RootElement.EnumerateArray().Select(row => row.GetProperty("scheme").GetString()).Distinct().ToList();
        Assert.Superset(new HashSet<string?> { "core.abc", "core.portfolio", "core.growth", "core.key_clients", "core.key_accounts", "core.relationship", "core.leads", "core.life_cycle", "core.status_ladder", "core.release", "core.cost_return_class", "core.value_class" }, schemes.ToHashSet());
        Assert.DoesNotContain(json.RootElement.EnumerateArray(), row => row.GetProperty("description").GetString() is "" or null);
        Assert.Contains("客户组合分析", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_asks_why_not_decides_by_hand_and_sees_who_moved()
    {
        await ImportAsync(List);
        await RunAsync("segments", "run", "--as-of", "2026-03-31");

        var asked = await RunAsync("segments", "explain", "C2", "--why-not", "core.abc.a", "--as-of", "2026-03-31");
        Assert.Contains("To enter ABC by sales / A (first 80%), one of these alone suffices", asked.Output, StringComparison.Ordinal);
        Assert.Contains("Sales (core.sales) from 100 to 225.01: then 'A (first 80%)'.", asked.Output, StringComparison.Ordinal);

        var decided = await RunAsync("segments", "override", "C2", "core.abc", "a", "--author", "Li Ying", "--reason", "A reference.", "--until", "2026-06-30", "--as-of", "2026-04-01");
        Assert.Equal(0, decided.Exit);
        await RunAsync("segments", "run", "--as-of", "2026-04-01");
        using var json = JsonDocument.Parse((await RunAsync("segments", "explain", "C2", "--why-not", "core.abc.b", "--json", "--as-of", "2026-04-01")).Output);
        Assert.Equal("override", json.RootElement.GetProperty("why_not").GetProperty("refusal").GetProperty("code").GetString());
        var abc = json.RootElement.GetProperty("schemes").EnumerateArray().Single(scheme => scheme.GetProperty("scheme").GetString() == "core.abc");
        Assert.Equal("Li Ying put the client here by hand, until 2026-06-30: A reference.", abc.GetProperty("reasons")[0].GetProperty("en").GetString());

        var moves = await RunAsync("segments", "moves", "--scheme", "core.abc", "--from", "2026-03-31", "--to", "2026-04-01");
        Assert.Contains("ABC by sales\tB (next 15%)\tA (first 80%)\t1\t1", moves.Output, StringComparison.Ordinal);

        await RunAsync("segments", "withdraw", "C2", "core.abc", "--as-of", "2026-04-02");
        await RunAsync("segments", "run", "--as-of", "2026-04-02");
        Assert.Contains("ABC分类 (core.abc): B类（其次15%）", (await RunInAsync("zh-CN", "segments", "explain", "C2", "--as-of", "2026-04-02")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_or_a_day_that_does_not_exist_is_said_so()
    {
        await ImportAsync(List);

        Assert.Contains("No scheme has the segment 'best'", (await RunAsync("segments", "explain", "C2", "--why-not", "best")).Error, StringComparison.Ordinal);
        Assert.Contains("may be", (await RunAsync("segments", "explain", "C2", "--why-not", "key")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("segments", "moves", "--from", "31.3.2026")).Exit);
        Assert.Equal(2, (await RunAsync("segments", "override", "C2", "core.abc", "a")).Exit);
        Assert.Equal(1, (await RunAsync("segments", "override", "C2", "core.abc", "z", "--author", "x", "--reason", "y")).Exit);
    }
}
