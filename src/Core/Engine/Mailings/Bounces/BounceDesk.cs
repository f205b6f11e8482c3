using System.Globalization;
using Clientele.Documents;
using Clientele.Storage;
using Clientele.Storage.Outbox;
using Clientele.Storage.Writing;

namespace Clientele.Mailings;

/// <summary>What a bounce report led to.</summary>
/// <param name="Status">The status of RFC 3463.</param>
/// <param name="Held">Whether the next letter to the address is held back.</param>
/// <param name="New">Whether the report was not known before.</param>
/// <param name="Client">Whose contact has the address; <see langword="null"/> when the report names no entry of the outbox.</param>
public sealed record BounceResult(string Status, bool Held, bool New, ClientId? Client);

/// <summary>Takes in reports about letters that came back: the address holds back the next letter, and the client's timeline says so.</summary>
internal sealed class BounceDesk(Store store)
{
    private const string BouncedKind = "core.letter_bounced";

    public async Task<IReadOnlyList<BounceResult>> TakeInAsync(string text, DateOnly on, CancellationToken cancellationToken)
    {
        var recipients = BounceReport.Read(text);
        if (recipients.Count == 0)
        {
            throw new ClienteleException(ErrorCodes.BounceUnreadable, "This is no report about a letter that came back (RFC 3464): it names no recipient.");
        }

        // The same report read twice, whatever its file is called, is one report.
        var report = OutputHash.Of(text);
        var results = new List<BounceResult>();
        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var recipient in recipients)
            {
                var entry = await EntryAsync(recipient.Documents, cancellationToken).ConfigureAwait(false);
                var isNew = recipient.Failed && await batch.PutBounceAsync(recipient.Address, on, recipient.Status, report, cancellationToken).ConfigureAwait(false);
                if (isNew && entry is not null)
                {
                    await batch.PutAsync(Touchpoint(entry, recipient.Status, report, on), cancellationToken).ConfigureAwait(false);
                }

                results.Add(new BounceResult(recipient.Status, recipient.Failed, isNew, entry?.Client));
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    public async Task<bool> ClearAsync(string address, CancellationToken cancellationToken)
    {
        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var cleared = await batch.ClearBouncesAsync(address, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return cleared;
        }
    }

    // The report has a message id of its own, which may look like one of ours.
    private async Task<MailingEntry?> EntryAsync(IReadOnlyList<Guid> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            if (await store.Mailings.OfDocumentAsync(document, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    // The address stays with the contact; the timeline says only that the letter came back.
    private static Touchpoint Touchpoint(MailingEntry entry, string status, string report, DateOnly on) => new()
    {
        Id = TouchpointId.From("bounce", string.Create(CultureInfo.InvariantCulture, $"{entry.Id}\n{report}")),
        Client = entry.Client,
        Contact = entry.Contact,
        Matter = entry.Matter,
        Kind = BouncedKind,
        OccurredOn = on,
        Channel = "email",
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["letter"] = entry.Letter, ["reference"] = LetterReference.Of(entry.Letter, entry.Client, entry.Matter, entry.On ?? on), ["status"] = status },
    };
}
