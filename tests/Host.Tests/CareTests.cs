using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>"Whom do I owe a visit, and why?", and care rules written as data.</summary>
public sealed class CareTests : IDisposable
{
    private const string Mapping = """
        source: my-list
        client:
          external_id: code
          name: name
          since: date
          owners:
            service: owner
        amounts:
          decimal: point
        touchpoints:
          - kind: = core.sale
            external_id: "{{ code }}/{{ date }}"
            occurred_on: date
            amount: amount
        """;

    private const string Rules = """
        merge_window_days: 7
        types:
          after_handover: { en: Care after the handover, zh: 交付后关怀, phase: after_sale }
        policies:
          - name: care.thanks
            en: Thanks for the order
            zh: 成交致谢
            type: after_handover
            after: { kinds: [core.sale], days: [2] }
            letter: { template: thanks }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;
    private readonly string _noPlugins = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_noPlugins, recursive: true);
    }

    [Fact]
    [Trait("Row", "S2-20")]
    public async Task A_sort_of_care_written_into_the_workspace_fires_without_recompiling_and_its_letter_and_form_are_drafted()
    {
        await ImportAsync("code,name,date,amount,owner\n1,Harbour Authority,2026-01-05,9000,Wang Min\n2,City Library,2026-01-10,500,\n");
        var before = await RunAsync("care", "today", "--json", "--as-of", "2026-01-08");
        await WriteAsync("care.yaml", Rules);
        await WriteAsync("templates/letters/thanks.en.md", "# Thank you, {{ client.name }}\n\nWe thank you for your order.\n");

        var check = await RunAsync("care", "check");
        var today = await RunAsync("care", "today", "--json", "--as-of", "2026-01-08");
        var row = JsonDocument.Parse(today.Output).RootElement[0];
        var draft = await RunAsync("care", "draft", row.GetProperty("id").GetString()![..8], "--culture", "en", "--as-of", "2026-01-08");

        Assert.Equal("[]", before.Output.Trim());
        Assert.Equal((0, "1 policies, all in order.\n"), (check.Exit, check.Output));
        Assert.Equal(
            ("Harbour Authority", "care.thanks", "2026-01-07", 1, "Wang Min", "Sale on 2026-01-05; due 2 days later, on 2026-01-07."),
            (row.GetProperty("client").GetString(), row.GetProperty("rule").GetString(), row.GetProperty("deadline").GetString(), row.GetProperty("days_overdue").GetInt32(), row.GetProperty("owner").GetString(), row.GetProperty("evidence")[0].GetString()));
        Assert.Equal((0, ""), (draft.Exit, draft.Error));
        var form = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder, "visit-record.*.en.html", SearchOption.AllDirectories)));
        Assert.Contains("<li>Sale on 2026-01-05; due 2 days later, on 2026-01-07.</li>", form, StringComparison.Ordinal);
        Assert.Contains("Thank you, Harbour Authority", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder, "care.thanks_letter.en.txt", SearchOption.AllDirectories))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_today_is_one_line_a_contact_in_a_pipe_in_both_languages_and_only_the_owners()
    {
        await ImportAsync("code,name,date,amount,owner\n1,Harbour Authority,2026-01-05,9000,王敏\n2,City Library,2026-01-05,500,\n");
        await WriteAsync("care.yaml", Rules);

        var all = await Cli.RunInAsync("zh-CN", "care", "today", "--as-of", "2026-01-08", "--workspace", _folder, "--plugins", _noPlugins);
        var own = await RunAsync("care", "today", "--owner", "王敏", "--as-of", "2026-01-08");
        var nobody = await RunAsync("care", "today", "--owner", "李雷", "--as-of", "2026-01-08");

        var lines = all.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("序号\t客户\t规则\t期限\t逾期天数\t安排日期\t负责人\t上报\t优先级\t客户价值\t暂缓\t依据\t一并办理\t编号", lines[0]);
        Assert.StartsWith("1\tHarbour Authority\t成交致谢\t2026-01-07\t1\t2026-01-08\t王敏\t\tnormal\t9000", lines[1], StringComparison.Ordinal);
        Assert.Contains("未指定（service）", lines[2], StringComparison.Ordinal);
        Assert.Equal(2, own.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("李雷 owes nothing today.", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_rules_are_named_with_their_lines_and_stop_nothing_that_they_do_not_concern()
    {
        await ImportAsync("code,name,date,amount,owner\n1,Harbour Authority,2026-01-05,9000,\n");
        await WriteAsync("wrong.yaml", """
            merge_window_days: -1
            policies:
              - name: care.roofs
                en: Roofs
                every: { on: 02-30 }
              - name: care.visit
                en: Visit
                after: { kinds: [core.sale], days: [-7] }
              - name: care.nothing
                zh: 无
                colour: red
                every: { festival: mid_autumn }
            """);
        await WriteAsync("care.yaml", """
            policies:
              - name: care.moon
                en: Mid-Autumn
                every: { festival: mid_autum }
              - name: care.vip
                en: VIP
                every: { lunar: 09-09 }
                when: segment.core.abc == "d"
            """);

        var wrong = await RunAsync("care", "check", Path.Combine(_folder, "wrong.yaml"));
        var referring = await RunAsync("care", "check");
        var due = await RunAsync("care", "due", "--as-of", "2026-03-31");

        Assert.Equal((1, 1, 0), (wrong.Exit, referring.Exit, due.Exit));
        Assert.Equal("""
            wrong.yaml: line 1: 'merge_window_days' is '-1'; write a whole number, 0 or more.
            wrong.yaml: line 3: No year has the day 02-30.
            wrong.yaml: line 8: 'policies.after.days' has '-7'; write whole numbers, 0 or more.
            wrong.yaml: line 11: 'policies.colour' is not known; there are 
            """, string.Join('\n', wrong.Output.TrimEnd('\n').Split('\n').Select(line => line.Contains("there are", StringComparison.Ordinal) ? line[..(line.IndexOf("there are", StringComparison.Ordinal) + 10)] : line)));
        Assert.Contains("care.yaml: line 2: The policy 'care.moon' refers to 'mid_autum', which is no festival. Correct the name: did you mean 'mid_autumn'?", referring.Output, StringComparison.Ordinal);
        Assert.Contains("care.yaml: line 5: The rule of audience of policy 'care.vip'", referring.Output, StringComparison.Ordinal);
        Assert.Contains("Harbour Authority", due.Output, StringComparison.Ordinal);
        Assert.Contains("workspace.care", due.Error, StringComparison.Ordinal);
    }

    private async Task ImportAsync(string list)
    {
        await RunAsync("init", _folder, "--firm", "Northern Works");
        await WriteAsync("list.csv", list);
        await WriteAsync("list.csv.mapping.yaml", Mapping);
        Assert.Equal(0, (await RunAsync("import", Path.Combine(_folder, "list.csv"))).Exit);
    }

    private async Task WriteAsync(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--workspace", _folder, "--plugins", _noPlugins]);
}
