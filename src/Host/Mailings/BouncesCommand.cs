using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Mailings;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele outbox bounces</c>: takes in reports about letters that came back.</summary>
internal static class BouncesCommand
{
    public static Command Build(CommandRunner runner)
    {
        var files = new Argument<string[]>("files") { Description = runner.Say("The reports, as .eml files.", "退信报告（.eml 文件）。"), Arity = ArgumentArity.ZeroOrMore };
        var clear = new Option<string[]>("--clear") { Description = runner.Say("An address that works again; may be given more than once.", "已恢复的邮箱地址，可重复给出。"), HelpName = "ADDRESS" };
        return runner.Command(
            "bounces", "Take in reports about letters that came back; they hold back the next letter to the address.", "登记退信报告；此后发往该邮箱的函件将被暂缓。",
            (run, token) => TakeInAsync(run, run.Value(files) ?? [], run.Value(clear) ?? [], token), files, clear);
    }

    private static async Task<int> TakeInAsync(Run run, IReadOnlyList<string> files, IReadOnlyList<string> cleared, CancellationToken cancellationToken)
    {
        if (files.Count == 0 && cleared.Count == 0)
        {
            throw new UsageException(run.Say("Name the reports, or an address with --clear.", "请给出退信报告文件，或用 --clear 给出邮箱地址。"));
        }

        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var failed = false;
        foreach (var address in cleared.ToList())
        {
            if (!await crm.Mailings.ClearBouncesAsync(address, cancellationToken).ConfigureAwait(false))
            {
                failed = true;
                await run.NoteAsync(run.Say($"No letter came back from '{address}'.", $"“{address}”没有退信记录。")).ConfigureAwait(false);
            }
        }

        var rows = new List<(string File, BounceResult Result, string Client)>();
        foreach (var file in files)
        {
            try
            {
                foreach (var result in await crm.Mailings.TakeInBounceAsync(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false), run.AsOf, cancellationToken).ConfigureAwait(false))
                {
                    var client = result.Client is { } id ? await crm.Store.Clients.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
                    rows.Add((Path.GetFileName(file), result, client?.Name ?? ""));
                }
            }
            catch (Exception error) when (error is ClienteleException { Code: ErrorCodes.BounceUnreadable } or IOException or UnauthorizedAccessException)
            {
                failed = true;
                await run.NoteAsync($"{file}: {error.Message}").ConfigureAwait(false);
            }
        }

        await run.ListAsync(
            new Listing<(string File, BounceResult Result, string Client)>(
                new("file", new("File", "文件"), row => row.File),
                new("client", new("Client", "客户"), row => row.Client),
                new("status", new("Status", "状态码"), row => row.Result.Status),
                new("held", new("Holds back", "暂缓后续函件"), row => row.Result.Held),
                new("new", new("New", "首次登记"), row => row.Result.New)),
            rows).ConfigureAwait(false);
        return failed ? 1 : 0;
    }
}
