using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Storage;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele outbox resolve</c>: a person says what became of a letter whose answer was lost.</summary>
internal static class ResolveCommand
{
    public static Command Build(CommandRunner runner)
    {
        var entry = new Argument<string>("entry") { Description = runner.Say("The letter's id, or the beginning of it.", "函件编号或其开头。") };
        var outcome = new Argument<string>("outcome") { Description = runner.Say("sent, or not-sent: then it goes out with the next sending.", "sent（已送达）或 not-sent（未送达，下次发送时重发）。") };
        outcome.AcceptOnlyFromAmong("sent", "not-sent");
        var by = new Option<string>("--by") { Description = runner.Say("Who found out.", "核实人。"), HelpName = "NAME", Required = true };
        var because = new Option<string>("--because") { Description = runner.Say("How it was found out.", "核实依据。"), HelpName = "TEXT" };
        return runner.Command(
            "resolve", "Say what became of a letter whose answer was lost.", "登记状态不明的函件的实际结果。",
            (run, token) => ResolveAsync(run, run.Value(entry)!, run.Value(outcome) == "sent", run.Value(by)!, run.Value(because) ?? "", token), entry, outcome, by, because);
    }

    private static async Task<int> ResolveAsync(Run run, string id, bool sent, string by, string because, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var entry = await Found.EntryAsync(run, crm, id, cancellationToken).ConfigureAwait(false);
        var resolved = await crm.Mailings.ResolveAsync(entry.Id, sent, by, because, run.AsOf, cancellationToken).ConfigureAwait(false);
        await run.CardAsync(
            new Listing<MailingEntry>(
                new("id", new("Id", "编号"), one => one.Id.ToString()),
                new("state", new("State", "状态"), one => run.Json ? one.State.ToString().ToLowerInvariant() : EntryLine.State(run, one.State))),
            resolved).ConfigureAwait(false);
        return 0;
    }
}
