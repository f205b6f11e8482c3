using Clientele.Storage.Writing;

namespace Clientele.Storage.Outbox;

/// <summary>Writes mailings, their entries, and the addresses that letters came back from.</summary>
public static class MailingWriting
{
    /// <summary>Adds a mailing or brings the stored one's daily maximum and planning to this content.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="mailing">The mailing.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task PutAsync(this StoreBatch batch, Mailing mailing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(mailing);
        await batch.Statements["""
            INSERT INTO mailing (id, letter, as_of, occasion, population, daily_maximum, planned, recorded_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
            ON CONFLICT (id) DO UPDATE SET daily_maximum = excluded.daily_maximum, planned = excluded.planned
            """].With(mailing.Id.Bytes(), mailing.Letter, mailing.AsOf.Text(), mailing.Occasion, mailing.Population, mailing.DailyMaximum, mailing.Planned ? 1 : 0, batch.Time.GetUtcNow().Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds an entry at the end of its mailing, or brings the stored one's state to this content, and keeps the step.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="entry">The entry; its ordinal is the store's to give.</param>
    /// <param name="step">The step that leads to its state.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Whether it was written; <see langword="false"/> when another letter was handed over for the same reason, and then nothing is changed.</returns>
    public static async Task<bool> PutAsync(this StoreBatch batch, MailingEntry entry, MailingEvent step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(step);
        if (entry.State is EntryState.Sending or EntryState.Sent or EntryState.Uncertain
            && await batch.Statements["SELECT count(*) FROM mailing_entry WHERE reason = @0 AND id <> @1 AND state IN ('sending', 'sent', 'uncertain')"].With(entry.Reason.Bytes(), entry.Id.Bytes()).ScalarAsync<long>(cancellationToken).ConfigureAwait(false) > 0)
        {
            return false;
        }

        await batch.Statements["""
            INSERT INTO mailing_entry (id, mailing_id, ordinal, reason, letter, client_id, contact_id, matter_id, follow_up_id, culture, state, reasons, notes, document_id, on_day)
            VALUES (@0, @1, (SELECT coalesce(max(ordinal), 0) + 1 FROM mailing_entry WHERE mailing_id = @1), @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13)
            ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, contact_id = excluded.contact_id, matter_id = excluded.matter_id, culture = excluded.culture, state = excluded.state,
                reasons = excluded.reasons, notes = excluded.notes, document_id = excluded.document_id, on_day = excluded.on_day
            """].With(
                entry.Id.Bytes(), entry.Mailing.Bytes(), entry.Reason.Bytes(), entry.Letter, entry.Client.Value.Bytes(), entry.Contact?.Value.Bytes(), entry.Matter?.Value.Bytes(), entry.FollowUp?.Value.Bytes(),
                entry.Culture, entry.State.Text(), ReasonsJson.Write(entry.Reasons), ReasonsJson.Write(entry.Notes), entry.Document.Bytes(), entry.On.Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["INSERT INTO mailing_event (entry_id, state, on_day, done_by, note, recorded_at) VALUES (@0, @1, @2, @3, @4, @5)"]
            .With(entry.Id.Bytes(), step.State.Text(), step.On.Text(), step.By, step.Note, batch.Time.GetUtcNow().Text()).RunAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Keeps that a letter came back from an address. The same report again changes nothing.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="address">The address; only its hash is kept.</param>
    /// <param name="on">The day.</param>
    /// <param name="status">The status of RFC 3463, such as <c>5.1.1</c>.</param>
    /// <param name="report">What identifies the report.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Whether the report was new.</returns>
    public static async Task<bool> PutBounceAsync(this StoreBatch batch, string address, DateOnly on, string status, string report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(address);
        return await batch.Statements["INSERT INTO bounced_address (address_hash, on_day, status, report, cleared, recorded_at) VALUES (@0, @1, @2, @3, 0, @4) ON CONFLICT DO NOTHING"]
            .With(AddressHash.Of(address), on.Text(), status, report, batch.Time.GetUtcNow().Text()).RunAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Lets letters go to an address again that they came back from.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Whether letters had come back from it.</returns>
    public static async Task<bool> ClearBouncesAsync(this StoreBatch batch, string address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(address);
        return await batch.Statements["UPDATE bounced_address SET cleared = 1 WHERE address_hash = @0 AND cleared = 0"].With(AddressHash.Of(address)).RunAsync(cancellationToken).ConfigureAwait(false) > 0;
    }
}
