using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>What an operator does with matters, promises and handovers.</summary>
public sealed class MatterTests : OperatorTests
{
    private const string List = "code,name,date,amount\nC1,Harbour Authority,2026-01-10,900\n";

    [Fact]
    public async Task A_complaint_is_opened_refused_its_end_with_every_reason_and_closed_after_the_visit()
    {
        await ImportAsync(List);
        await RunAsync("matters", "open", "core.complaint_case", "Leak", "--client", "C1", "--as-of", "2026-03-02");
        Assert.Contains("Leak: Received → Resolved.", (await RunAsync("matters", "move", "Leak", "core.complaint_resolved", "--as-of", "2026-03-11")).Output, StringComparison.Ordinal);

        var refused = await RunInAsync("zh-CN", "matters", "move", "Leak", "core.complaint_closed", "--as-of", "2026-03-12");
        Assert.Equal(1, refused.Exit);
        Assert.Equal("CRM4001: “Leak”仍处于“已处理”：\n  投诉处理完毕后尚未回访，请先完成投诉回访。\n  尚未登记客户对处理结果的满意度，请征询并登记评分。\n", refused.Error);
        Assert.Contains("✗ The client has not been visited", (await RunAsync("matters", "show", "Leak", "--as-of", "2026-03-12")).Output, StringComparison.Ordinal);

        await RunAsync("matters", "record", "Leak", "core.complaint_visited", "--detail", "satisfaction=8", "--as-of", "2026-03-16");
        using var made = JsonDocument.Parse((await RunAsync("matters", "move", "Leak", "core.complaint_closed", "--as-of", "2026-03-16", "--json")).Output);
        Assert.Equal(("closed", true), (made.RootElement.GetProperty("to").GetString(), made.RootElement.GetProperty("made").GetBoolean()));
        Assert.DoesNotContain("Leak", (await RunAsync("matters", "list", "--as-of", "2026-03-16")).Output, StringComparison.Ordinal);
        Assert.Contains("Leak", (await RunAsync("matters", "list", "--all", "--as-of", "2026-03-16")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handover_is_begun_lacks_what_nobody_stated_and_is_accepted_and_printed()
    {
        await ImportAsync(List);
        using var begun = JsonDocument.Parse((await RunAsync("handover", "begin", "C1", "--from", "张强", "--to", "李工", "--as-of", "2026-05-04", "--json")).Output);
        var id = begun.RootElement.GetProperty("handover").GetString()!;

        var refused = await RunAsync("handover", "submit", id, "--as-of", "2026-05-05");
        Assert.Equal((1, 6), (refused.Exit, refused.Error.Split('\n').Count(line => line.Contains("is missing from the file", StringComparison.Ordinal))));

        await RunAsync("handover", "fill", id, "--as-of", "2026-05-05", "--section", "contacts=Ms Wang decides", "--section", "preferences=none", "--section", "promises=none", "--section", "expectations=none", "--section", "quotations=none", "--section", "issues=none");
        Assert.Equal(0, (await RunAsync("handover", "submit", id, "--as-of", "2026-05-05")).Exit);
        Assert.Equal(0, (await RunAsync("handover", "accept", id, "--as-of", "2026-05-10")).Exit);
        Assert.Contains("李工", (await RunAsync("clients", "show", "C1", "--as-of", "2026-05-10")).Output, StringComparison.Ordinal);

        var sheets = (await RunAsync("handover", "sheet", id, "--culture", "zh-CN", "--culture", "en", "--as-of", "2026-05-10")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("移交人协助至2026年6月9日", await File.ReadAllTextAsync(sheets[0]), StringComparison.Ordinal);
        Assert.Contains("Ms Wang decides", await File.ReadAllTextAsync(sheets[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_asked_for_and_its_answer_is_late_a_minute_after_its_hours()
    {
        await ImportAsync(List);
        await RunAsync("promises", "request", "C1", "Crane by Friday", "--authority", "director", "--at", "10:00", "--by", "张强", "--as-of", "2026-05-06");

        Assert.DoesNotContain("\tanswer", (await RunAsync("promises", "list", "--as-of", "2026-05-07", "--at", "10:00")).Output, StringComparison.Ordinal);
        Assert.Contains("2026-05-07 10:00\tanswer", (await RunAsync("promises", "list", "--as-of", "2026-05-07", "--at", "10:01")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("promises", "list", "--at", "ten")).Exit);
    }
}
