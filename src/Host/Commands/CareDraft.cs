using System.CommandLine;
using Clientele.Documents;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele care draft</c>: the letter and the record form of a follow-up.</summary>
internal static class CareDraft
{
    public static Command Build(CommandRunner runner)
    {
        var id = new Argument<string>("follow-up") { Description = runner.Say("The follow-up's id, or the beginning of it.", "跟进任务编号或其开头。") };
        var culture = new Option<string[]>("--culture") { Description = runner.Say("The language of letter and form, zh-CN or en; the client's by default; may be given twice.", "函件与记录表语言：zh-CN 或 en，默认客户语言，可重复给出。"), HelpName = "LANG" };
        var output = new Option<string>("--output") { Description = runner.Say("The folder to write to; output/care of the workspace by default.", "输出文件夹，默认工作区的 output/care。"), HelpName = "DIR" };
        return runner.Command("draft", "Write the letter and the record form of a follow-up.", "为一项跟进生成函件与回访记录表。", (run, token) => WriteAsync(run, run.Value(id)!, run.Value(culture) ?? [], run.Value(output), token), id, culture, output);
    }

    private static async Task<int> WriteAsync(Run run, string id, IReadOnlyList<string> cultures, string? output, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var named = await DueFollowUps.FindAsync(run, crm, id, cancellationToken).ConfigureAwait(false);

        // What is done together has one letter and one form, whichever of its parts was named.
        var followUp = named.MergedInto is { } lead ? await crm.Store.FollowUps.FindAsync(lead, cancellationToken).ConfigureAwait(false) ?? named : named;
        if (followUp.Status != FollowUpStatus.Open || followUp.IsHeld)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, followUp.IsHeld
                ? run.Say($"The follow-up is held back: {run.Say(followUp.Reasons[^1])}", $"该跟进暂缓办理：{run.Say(followUp.Reasons[^1])}")
                : run.Say("The follow-up is closed already; list the open ones with 'clientele care due'.", "该跟进已关闭；可用 clientele care due 查看未完成的跟进。"));
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(run.Workspace.Output, "care"));
        var languages = cultures.Select(Cultures.Of).ToList();
        var requests = DueLetters.Of(crm, followUp, await crm.Store.FollowUps.MergedIntoAsync(followUp.Id, cancellationToken).ConfigureAwait(false), run.AsOf);
        var files = (await new LetterFiles(crm, folder, languages).WriteAsync(run.Language, requests, new Progress<double>(), cancellationToken).ConfigureAwait(false)).ToList();
        files.AddRange(await FormsAsync(run, crm, followUp, folder, languages, cancellationToken).ConfigureAwait(false));
        await run.ListAsync(LettersCommands.Files, files).ConfigureAwait(false);
        if (requests.Count == 0)
        {
            await run.NoteAsync(run.Say($"No letter is registered for '{followUp.Policy}'; only the record form was written.", $"“{followUp.Policy}”没有对应的函件，仅生成回访记录表。")).ConfigureAwait(false);
        }

        return files.Any(file => file.Refusals.Count > 0) ? 1 : 0;
    }

    private static async Task<IReadOnlyList<LetterFile>> FormsAsync(Run run, Crm crm, FollowUp followUp, string folder, IReadOnlyList<DocumentLanguage> languages, CancellationToken cancellationToken)
    {
        var client = (await crm.Store.Clients.FindAsync(followUp.Client, cancellationToken).ConfigureAwait(false))!;
        var own = DocumentLanguage.Of(client.Culture is { Length: > 0 } culture ? culture : run.Workspace.Settings.Culture);
        var files = new List<LetterFile>();
        foreach (var language in languages.Count > 0 ? languages : [own])
        {
            var path = Path.Combine(folder, FileNames.Of(client), $"visit-record.{followUp.Id.ToString()[..8]}.{language.Culture}.html");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, await crm.Forms.VisitRecordAsync(followUp, run.AsOf, language, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            files.Add(new LetterFile("visit-record", client.Name, language.Culture, path, [], Invented: false));
        }

        return files;
    }
}
