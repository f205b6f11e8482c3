using System.Text.RegularExpressions;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Clientele.Host.Tests.Sending;

/// <summary>Mailings from the command line to a real mail server.</summary>
public sealed class SendingTests
{
    [SmtpFact]
    public async Task A_mailing_goes_out_once_whole_and_in_the_recipient_s_words()
    {
        using var server = await SmtpServer.StartAsync();
        using var workspace = await SendingWorkspace.CreateAsync(server.Port, ["a@example.com", "b@example.com"]);
        var mailing = await workspace.PlanAsync();

        var sent = await workspace.RunAsync("outbox", "send", mailing[..8], "--as-of", "2026-03-31");
        var again = await workspace.RunAsync("outbox", "send", mailing[..8], "--as-of", "2026-03-31");

        Assert.True(sent.Exit == 0, sent.Error);
        Assert.Equal(0, again.Exit);
        Assert.Equal(2, server.Messages.Count);
        Assert.Equal(2, (await workspace.StatesAsync(mailing))["sent"]);
        Assert.Contains(server.Messages, message => message.Contains("To: \"Person 0\" <a@example.com>", StringComparison.Ordinal) && message.Contains("From: ", StringComparison.Ordinal) && Regex.IsMatch(message, "Message-ID: <[0-9a-f]{32}@"));
        Assert.All(server.Messages, message => Assert.Contains("text/html", message, StringComparison.Ordinal));
        var verified = await workspace.RunAsync("archive", "verify");
        Assert.True(verified.Exit == 0, verified.Error);
    }

    [SmtpFact]
    public async Task A_server_that_refuses_postpones_drops_and_delays_leaves_every_letter_accounted_for()
    {
        using var server = await SmtpServer.StartAsync();
        using var workspace = await SendingWorkspace.CreateAsync(server.Port, ["refused@example.com", "later@example.com", "dropped@example.com", "content@example.com", "slow@example.com", "fine@example.com"], timeout: 3);
        var mailing = await workspace.PlanAsync();

        var sent = await workspace.RunAsync("outbox", "send", mailing, "--as-of", "2026-03-31");
        var again = await workspace.RunAsync("outbox", "send", mailing, "--as-of", "2026-03-31");

        Assert.Equal((1, 1), (sent.Exit, again.Exit));
        var states = await workspace.StatesAsync(mailing);
        Assert.Equal(new Dictionary<string, int> { ["failed"] = 2, ["written"] = 1, ["uncertain"] = 2, ["sent"] = 1 }.OrderBy(state => state.Key), states.OrderBy(state => state.Key));
        Assert.Equal(4, server.Messages.Count);
    }

    [SmtpFact]
    public async Task A_host_killed_in_the_middle_sends_nothing_twice_and_accounts_for_every_letter()
    {
        using var server = await SmtpServer.StartAsync(thinking: 0.1);
        var addresses = Enumerable.Range(0, 30).Select(number => $"a{number}@example.com").ToList();
        using var workspace = await SendingWorkspace.CreateAsync(server.Port, addresses);
        var mailing = await workspace.PlanAsync();
        using (var host = workspace.Start("outbox", "send", mailing, "--as-of", "2026-03-31"))
        {
            for (var took = 0; took < 10; took++)
            {
                await server.TookAsync();
            }

            host.Kill();
            await host.WaitForExitAsync();
        }

        var resumed = await workspace.RunAsync("outbox", "send", mailing, "--as-of", "2026-03-31");
        var states = await workspace.StatesAsync(mailing);

        // What was handed over when the host died is for a person to say; everything else went out exactly once.
        Assert.Equal(30, states.Values.Sum());
        var uncertain = states.GetValueOrDefault("uncertain");
        Assert.InRange(uncertain, 0, 1);
        Assert.Equal(uncertain > 0 ? 1 : 0, resumed.Exit);
        Assert.Equal(30 - uncertain, states["sent"]);
        var recipients = server.Messages.Select(Recipient).ToList();
        Assert.Equal(recipients.Count, recipients.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(recipients.Count, 30 - uncertain, 30);

        using var json = JsonDocument.Parse((await workspace.RunAsync("outbox", "list", "--uncertain", "--json")).Output);
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            var resolved = await workspace.RunAsync("outbox", "resolve", entry.GetProperty("id").GetString()!, "sent", "--by", "Wang Min", "--because", "The server's log has it.");
            Assert.True(resolved.Exit == 0, resolved.Error);
        }

        Assert.Equal(30, (await workspace.StatesAsync(mailing))["sent"]);
    }

    [Fact]
    public async Task Without_a_server_there_is_one_clear_error_and_nothing_is_lost()
    {
        using var workspace = await SendingWorkspace.CreateAsync(1, ["a@example.com", "b@example.com"]);
        var mailing = await workspace.PlanAsync();

        var sent = await workspace.RunAsync("outbox", "send", mailing, "--as-of", "2026-03-31");

        Assert.Equal(1, sent.Exit);
        Assert.Contains("The mail server cannot be used", sent.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sent.Error, StringComparison.Ordinal);
        var states = await workspace.StatesAsync(mailing);
        Assert.Equal(2, states.Where(state => state.Key is "planned" or "written").Sum(state => state.Value));
    }

    [Fact]
    public async Task The_password_is_not_taken_from_the_workspace()
    {
        using var workspace = await SendingWorkspace.CreateAsync(1, ["a@example.com"]);
        var settings = Path.Combine(workspace.Folder, "clientele.json");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("\"port\"", "\"password\": \"secret\", \"port\"", StringComparison.Ordinal));

        var listed = await workspace.RunAsync("outbox", "list");

        Assert.Equal(1, listed.Exit);
        Assert.Contains("CRM6001", listed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_go_into_a_folder_where_no_server_is()
    {
        using var workspace = await SendingWorkspace.CreateAsync(1, ["a@example.com", "b@example.com"]);
        var mailing = await workspace.PlanAsync();
        var folder = Path.Combine(workspace.Folder, "mail");

        var sent = await workspace.RunAsync("outbox", "send", mailing, "--folder", folder, "--as-of", "2026-03-31");

        Assert.True(sent.Exit == 0, sent.Error);
        Assert.Equal(2, Directory.GetFiles(folder, "*.eml").Length);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task The_merge_report_is_a_page_a_table_json_and_csv_and_escapes_what_clients_are_called()
    {
        using var workspace = await SendingWorkspace.CreateAsync(1, ["a@example.com", ""]);
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "list.csv"), "code,name,person,email,may\nc9,<script>alert(1)</script>,=cmd|'/c calc'!A1,x@example.com,yes\n");
        await workspace.RunAsync("import", Path.Combine(workspace.Folder, "list.csv"), "--mapping", Path.Combine(workspace.Folder, "mapping.yaml"));
        var csv = Path.Combine(workspace.Folder, "merge.csv");

        var mailing = await workspace.PlanAsync("--csv", csv);
        var table = await workspace.RunAsync("outbox", "list", mailing);
        var page = await File.ReadAllTextAsync(Path.Combine(workspace.Folder, "output", "outbox", $"{mailing[..8]}.html"));

        Assert.Contains("no e-mail address", table.Output, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("'=cmd", await File.ReadAllTextAsync(csv), StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, int> { ["planned"] = 2, ["held"] = 1 }.OrderBy(state => state.Key), (await workspace.StatesAsync(mailing)).OrderBy(state => state.Key));
        Assert.Empty(Directory.GetFiles(Path.Combine(workspace.Folder, "output"), "*.eml", SearchOption.AllDirectories));
    }

    private static string Recipient(string message) => message.Split('\n').First(line => line.StartsWith("To: ", StringComparison.Ordinal)).Trim();
}
