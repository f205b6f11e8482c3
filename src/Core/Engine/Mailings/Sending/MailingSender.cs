using Clientele.Documents;
using Clientele.Storage;

namespace Clientele.Mailings;

/// <summary>Writes and sends the letters of a mailing one after the other: judged again as of the day, archived, the intent stored, handed over, the answer stored.</summary>
internal sealed class MailingSender(Store store, LetterDesk letters, MailingSteps steps, EntryJudge judge)
{
    // A server that drops one letter after the other would leave all of them uncertain.
    private const int MostLost = 3;

    public async Task<SendingResult> SendAsync(Mailing mailing, ILetterTransport? transport, SendingOptions options, IProgress<MailingProgress>? progress, CancellationToken cancellationToken)
    {
        EntryState[] states = transport is null ? [EntryState.Planned] : options.RetryFailed ? [EntryState.Planned, EntryState.Written, EntryState.Failed] : [EntryState.Planned, EntryState.Written];
        var total = (await store.Mailings.CountsAsync(mailing.Id, cancellationToken).ConfigureAwait(false)).Where(count => states.Contains(count.Key)).Sum(count => count.Value);
        var (done, lost) = (0, 0);
        Reason? stopped = null;
        for (var next = await NextAsync(0).ConfigureAwait(false); next is not null && stopped is null; next = await NextAsync(next.Ordinal).ConfigureAwait(false))
        {
            if (transport is not null && mailing.DailyMaximum is { } most && await store.Mailings.HandedOverOnAsync(mailing.Id, options.On, cancellationToken).ConfigureAwait(false) >= most)
            {
                stopped = SendingStops.DailyMaximum(most);
                break;
            }

            var delivery = await OneAsync(mailing, next, transport, options, cancellationToken).ConfigureAwait(false);
            lost = delivery?.Outcome == DeliveryOutcome.Lost ? lost + 1 : 0;
            stopped = delivery?.Outcome == DeliveryOutcome.Unavailable ? SendingStops.Unavailable(delivery.Answer) : lost >= MostLost ? SendingStops.Lost(lost) : null;
            progress?.Report(new MailingProgress(++done, total));
        }

        return new SendingResult(await store.Mailings.CountsAsync(mailing.Id, CancellationToken.None).ConfigureAwait(false), stopped);

        Task<MailingEntry?> NextAsync(long after) => store.Mailings.NextAsync(mailing.Id, after, states, cancellationToken);
    }

    /// <summary>Writes one letter and, with a transport, hands it over. From the intent to the answer nothing is cancelled.</summary>
    private async Task<Delivery?> OneAsync(Mailing mailing, MailingEntry entry, ILetterTransport? transport, SendingOptions options, CancellationToken cancellationToken)
    {
        if (!letters.Knows(entry.Letter))
        {
            await steps.StoreAsync(entry with { State = EntryState.Held, Reasons = [SendingStops.LetterGone(entry.Letter)] }, options.On, "", "", cancellationToken).ConfigureAwait(false);
            return null;
        }

        var followUp = entry.FollowUp is { } id ? await store.FollowUps.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var target = new MailingTarget(letters.Request(entry.Letter, entry.Client, options.On).Letter, entry.Client, followUp);
        var judged = await judge.JudgeAsync(mailing, target, options.On, options.Overrides, cancellationToken).ConfigureAwait(false);
        if (judged.Letter is not { } letter)
        {
            await steps.StoreAsync(judged.Entry, options.On, "", "", cancellationToken).ConfigureAwait(false);
            return null;
        }

        var written = judged.Entry with { State = EntryState.Written, On = options.On };
        written = written with { Document = DocumentArchive.Of(judged.Passed!, letter, written).Id };
        if (transport is null)
        {
            await steps.ArchiveAsync(written, judged.Passed!, letter, options.On, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var mail = await letters.MailAsync(judged.Facts!, letter, written.Document.Value, cancellationToken).ConfigureAwait(false);
        if (!await steps.ArchiveAsync(written with { State = EntryState.Sending }, judged.Passed!, letter, options.On, cancellationToken).ConfigureAwait(false))
        {
            // Another program handed over a letter for the same reason between the judging and the intent; the next run says which.
            return null;
        }

        var contact = judged.Facts!.Contact!;
        var delivery = await HandOverAsync(transport, new OutgoingLetter { Entry = entry.Id, Document = written.Document.Value, To = contact.Email, ToName = contact.Name, Subject = letter.Subject, Html = letter.Html, Text = letter.Text, Mail = mail }).ConfigureAwait(false);
        var by = options.By.Length > 0 ? options.By : followUp is { Owner.Length: > 0 } ? followUp.Owner : judged.Facts.Owner;
        await steps.AnsweredAsync(written, delivery with { Answer = delivery.Answer.Replace(contact.Email, "…", StringComparison.OrdinalIgnoreCase) }, options.On, by).ConfigureAwait(false);
        return delivery;
    }

    private static async Task<Delivery> HandOverAsync(ILetterTransport transport, OutgoingLetter letter)
    {
        try
        {
            return await transport.SendAsync(letter).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Delivery(DeliveryOutcome.Lost, SingleLine.Of(error.Message));
        }
    }
}
