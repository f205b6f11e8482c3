using Clientele.Care;
using Clientele.Documents;
using Clientele.Storage;
using Clientele.Storage.Outbox;
using Clientele.Storage.Writing;

namespace Clientele.Mailings;

/// <summary>Stores each step of an entry in one transaction with what belongs to it.</summary>
internal sealed class MailingSteps(Store store, Catalogue catalogue, LetterDesk letters)
{
    private const string SentKind = "core.letter_sent";

    /// <summary>Stores a step that nothing belongs to.</summary>
    public Task<bool> StoreAsync(MailingEntry entry, DateOnly on, string by, string note, CancellationToken cancellationToken) =>
        InBatchAsync(batch => batch.PutAsync(entry, new MailingEvent(entry.State, on, by, note), cancellationToken), cancellationToken);

    /// <summary>Archives the letter and stores that it is written, or is about to be handed over; nothing when its reason is taken.</summary>
    public Task<bool> ArchiveAsync(MailingEntry entry, PassedLetter passed, RenderedLetter letter, DateOnly on, CancellationToken cancellationToken) => InBatchAsync(
        async batch =>
        {
            await letters.ArchiveAsync(batch, DocumentArchive.Of(passed, letter, entry), passed, letter, [], cancellationToken).ConfigureAwait(false);
            return await batch.PutAsync(entry, new MailingEvent(entry.State, on, "", ""), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Stores the answer to handing a letter over.</summary>
    public Task AnsweredAsync(MailingEntry entry, Delivery delivery, DateOnly on, string by) => delivery.Outcome switch
    {
        DeliveryOutcome.Accepted => SentAsync(entry, on, by, delivery.Answer),
        DeliveryOutcome.Refused => StoreAsync(entry with { State = EntryState.Failed, Reasons = [SendingStops.Failed(delivery.Answer)] }, on, by, delivery.Answer, CancellationToken.None),
        DeliveryOutcome.Lost => StoreAsync(entry with { State = EntryState.Uncertain, Reasons = [SendingStops.Uncertain(delivery.Answer)] }, on, by, delivery.Answer, CancellationToken.None),
        _ => StoreAsync(entry with { State = EntryState.Written }, on, by, delivery.Answer, CancellationToken.None),
    };

    /// <summary>Stores that a letter was sent: the entry, the touchpoint, and the follow-up that it fulfils.</summary>
    public Task SentAsync(MailingEntry entry, DateOnly on, string by, string note) => InBatchAsync(
        async batch =>
        {
            await batch.PutAsync(entry with { State = EntryState.Sent, Reasons = [], On = on }, new MailingEvent(EntryState.Sent, on, by, note)).ConfigureAwait(false);
            var sent = new Touchpoint
            {
                Id = TouchpointId.From("outbox", entry.Id.ToString()),
                Client = entry.Client,
                Contact = entry.Contact,
                Matter = entry.Matter,
                Kind = SentKind,
                OccurredOn = on,
                Channel = "email",
                By = by,
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["letter"] = entry.Letter, ["reference"] = LetterReference.Of(entry.Letter, entry.Client, entry.Matter, on) },
            };
            await batch.PutAsync(sent).ConfigureAwait(false);
            if (entry.FollowUp is { } id && await store.FollowUps.FindAsync(id).ConfigureAwait(false) is { Status: FollowUpStatus.Open } followUp
                && catalogue.Policies.TryGetValue(followUp.Policy, out var policy) && Fulfilment.Kinds(catalogue, policy).Contains(SentKind))
            {
                await batch.PutAsync(followUp with { Status = FollowUpStatus.Done, FulfilledBy = sent.Id }).ConfigureAwait(false);
            }

            return true;
        },
        CancellationToken.None);

    private async Task<bool> InBatchAsync(Func<StoreBatch, Task<bool>> write, CancellationToken cancellationToken)
    {
        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var written = await write(batch).ConfigureAwait(false);
            if (written)
            {
                await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            return written;
        }
    }
}
