using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Storage;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele outbox list</c>: the mailings, or the entries of one.</summary>
internal static class ListCommand
{
    public static Command Build(CommandRunner runner)
    {
        var mailing = new Argument<string?>("mailing") { Description = runner.Say("The mailing's id, or the beginning of it; all mailings when left out.", "批次编号或其开头；省略则列出全部批次。"), Arity = ArgumentArity.ZeroOrOne };
        var uncertain = new Option<bool>("--uncertain") { Description = runner.Say("Only the letters whose answer was lost, of all mailings.", "仅列出全部批次中状态不明的函件。") };
        return runner.Command("list", "List the mailings, or the letters of one.", "列出批次或某批次的函件。", (run, token) => ListAsync(run, run.Value(mailing), run.Value(uncertain), token), mailing, uncertain);
    }

    private static async Task<int> ListAsync(Run run, string? id, bool uncertain, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        if (uncertain)
        {
            var lines = new List<EntryLine>();
            await foreach (var entry in crm.Store.Mailings.InStateAsync(EntryState.Uncertain, cancellationToken).Concat(crm.Store.Mailings.InStateAsync(EntryState.Sending, cancellationToken)).ConfigureAwait(false))
            {
                lines.Add(await EntryLine.OfAsync(run, crm, entry, cancellationToken).ConfigureAwait(false));
            }

            await run.ListAsync(new Listing<EntryLine>([.. MergeReport.Columns(run)]), lines).ConfigureAwait(false);
        }
        else if (id is not null)
        {
            await MergeReport.PrintAsync(run, crm, await Found.MailingAsync(run, crm, id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await MailingsAsync(run, crm, cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task MailingsAsync(Run run, Crm crm, CancellationToken cancellationToken)
    {
        var rows = new List<(Mailing Mailing, IReadOnlyDictionary<EntryState, int> Counts)>();
        foreach (var mailing in await crm.Store.Mailings.AllAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add((mailing, await crm.Store.Mailings.CountsAsync(mailing.Id, cancellationToken).ConfigureAwait(false)));
        }

        await run.ListAsync(
            new Listing<(Mailing Mailing, IReadOnlyDictionary<EntryState, int> Counts)>(
            [
                new("mailing", new("Mailing", "批次"), row => row.Mailing.Id.ToString()),
                new("as_of", new("Day", "日期"), row => row.Mailing.AsOf),
                new("letter", new("Letter", "函件"), row => row.Mailing.Letter),
                new("population", new("To", "对象"), row => row.Mailing.Population),
                new("occasion", new("Occasion", "事由"), row => row.Mailing.Occasion),
                new("daily_maximum", new("A day", "每日上限"), row => row.Mailing.DailyMaximum),
                new("complete", new("Planned", "规划完成"), row => row.Mailing.Planned),
                .. Enum.GetValues<EntryState>().Select(state => new Column<(Mailing Mailing, IReadOnlyDictionary<EntryState, int> Counts)>(
                    state.ToString().ToLowerInvariant(), LocalizedText.Same(EntryLine.State(run, state)), row => row.Counts.GetValueOrDefault(state))),
            ]),
            rows).ConfigureAwait(false);
    }
}
