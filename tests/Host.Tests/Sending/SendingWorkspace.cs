using System.Diagnostics;
using System.Text.Json;

namespace Clientele.Host.Tests.Sending;

/// <summary>A workspace with one letter and clients from a list, and a mail server's address.</summary>
internal sealed class SendingWorkspace : IDisposable
{
    private const string Mapping = """
        source: my-list
        client:
          external_id: code
          name: name
          since: = 2025-01-01
        contact:
          external_id: code
          name: person
          email: email
          primary: = yes
          consents:
            service: may
          consents_on: = 2025-01-01
        """;

    private readonly string _noPlugins = Directory.CreateTempSubdirectory("clientele-").FullName;

    public string Folder { get; } = Directory.CreateTempSubdirectory("clientele-").FullName;

    public static async Task<SendingWorkspace> CreateAsync(int port, IEnumerable<string> addresses, int timeout = 60)
    {
        var workspace = new SendingWorkspace();
        await workspace.RunAsync("init", workspace.Folder, "--firm", "Harbour Works", "--culture", "en");
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "clientele.json"), $$"""
            { "firm": { "name": { "en": "Harbour Works", "zh": "海港建设" }, "email": "letters@firm.example" }, "culture": "en",
              "smtp": { "host": "127.0.0.1", "port": {{port}}, "start_tls": false, "timeout_seconds": {{timeout}} } }
            """);
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "list.csv"), "code,name,person,email,may\n" + string.Concat(addresses.Select((address, number) => $"c{number},Client {number},Person {number},{address},yes\n")));
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "mapping.yaml"), Mapping);
        var imported = await workspace.RunAsync("import", Path.Combine(workspace.Folder, "list.csv"), "--mapping", Path.Combine(workspace.Folder, "mapping.yaml"));
        Assert.True(imported.Exit == 0, imported.Error + imported.Output);
        return workspace;
    }

    public Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--workspace", Folder, "--plugins", _noPlugins]);

    public async Task<string> PlanAsync(params string[] more)
    {
        var planned = await RunAsync(["outbox", "plan", "--letter", "core.return_visit_letter", "--as-of", "2026-03-31", .. more]);
        Assert.True(planned.Exit == 0, planned.Error);
        using var json = JsonDocument.Parse((await RunAsync("outbox", "list", "--json")).Output);
        return json.RootElement[0].GetProperty("mailing").GetString()!;
    }

    public async Task<IReadOnlyDictionary<string, int>> StatesAsync(string mailing)
    {
        using var json = JsonDocument.Parse((await RunAsync("outbox", "list", mailing, "--json")).Output);
        return json.RootElement.EnumerateArray().CountBy(entry => entry.GetProperty("state").GetString()!).ToDictionary();
    }

    /// <summary>The host as a process of its own, to be killed.</summary>
    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] all = ["exec", typeof(CommandLine).Assembly.Location, .. args, "--workspace", Folder, "--plugins", _noPlugins, "--language", "en"];
        foreach (var arg in all)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(_noPlugins, recursive: true);
    }
}
