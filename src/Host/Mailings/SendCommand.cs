using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Mailings;
using Clientele.Storage;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele outbox send</c> and <c>write</c>.</summary>
internal static class SendCommand
{
    public static Command Build(CommandRunner runner)
    {
        var mailing = Mailing(runner);
        var by = new Option<string>("--by") { Description = runner.Say("Who sends; the owner of each follow-up or client by default.", "发送人，默认各跟进或客户的负责人。"), HelpName = "NAME" };
        var retry = new Option<bool>("--retry-failed") { Description = runner.Say("Also try again what failed before.", "同时重试此前未能发出的函件。") };
        var folder = new Option<string>("--folder") { Description = runner.Say("Put the letters into this folder as .eml files rather than sending them.", "不发送，将函件写为该文件夹中的 .eml 文件。"), HelpName = "DIR" };
        return runner.Command(
            "send", "Send the letters of a mailing, each at most once.", "发送批次中的函件，每封至多一次。",
            (run, token) => RunAsync(run, run.Value(mailing)!, () => Transport(run, run.Value(folder)), new SendingOptions { On = run.AsOf, By = run.Value(by) ?? "", RetryFailed = run.Value(retry) }, token),
            mailing, by, retry, folder);
    }

    public static Command Write(CommandRunner runner)
    {
        var mailing = Mailing(runner);
        return runner.Command(
            "write", "Write and archive the planned letters of a mailing without sending them.", "撰写并归档批次中的待发函件，不发送。",
            (run, token) => RunAsync(run, run.Value(mailing)!, () => null, new SendingOptions { On = run.AsOf }, token), mailing);
    }

    private static Argument<string> Mailing(CommandRunner runner) => new("mailing") { Description = runner.Say("The mailing's id, or the beginning of it.", "批次编号或其开头。") };

    private static ILetterTransport Transport(Run run, string? folder)
    {
        var settings = run.Workspace.Settings;
        return folder is not null ? new FolderTransport(Path.GetFullPath(folder)) : new SmtpTransport(settings.Smtp.ToSettings(settings.Firm));
    }

    private static async Task<int> RunAsync(Run run, string id, Func<ILetterTransport?> open, SendingOptions options, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var mailing = await Found.MailingAsync(run, crm, id, cancellationToken).ConfigureAwait(false);
        using var transport = open();
        var result = await LongWork.RunAsync(run.Say("Sending letters", "发送函件"), progress => transport is null
            ? crm.Mailings.WriteAsync(mailing.Id, options, new Share(progress), cancellationToken)
            : crm.Mailings.SendAsync(mailing.Id, transport, options, new Share(progress), cancellationToken)).ConfigureAwait(false);
        await run.CardAsync(
            new Listing<SendingResult>(
            [
                new("mailing", new("Mailing", "批次"), _ => mailing.Id.ToString()),
                .. Enum.GetValues<EntryState>().Select(state => new Column<SendingResult>(state.ToString().ToLowerInvariant(), LocalizedText.Same(EntryLine.State(run, state)), one => one.Counts.GetValueOrDefault(state))),
                new("stopped", new("Stopped", "停止原因"), one => one.Stopped is { } reason ? run.Say(reason) : null),
            ]),
            result).ConfigureAwait(false);
        if (result.Stopped is { } stopped && !run.Json)
        {
            await run.NoteAsync(run.Say(stopped)).ConfigureAwait(false);
        }

        // A daily maximum is as asked; a letter that nobody knows the fate of is for a person to look at.
        return result.Stopped is { Code: not "daily_maximum" } || result.Counts.ContainsKey(EntryState.Uncertain) ? 1 : 0;
    }
}
