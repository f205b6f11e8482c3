using System.Data.Common;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Outbox;

/// <summary>Reads mailings, their entries, and the addresses that letters came back from.</summary>
/// <remarks>Thread-safe. Streams hold a connection until they are read to the end or disposed.</remarks>
public sealed class MailingReader
{
    private const string Columns = "id, mailing_id, ordinal, reason, letter, client_id, contact_id, matter_id, follow_up_id, culture, state, reasons, notes, document_id, on_day";

    private readonly SqliteDatabase _database;

    internal MailingReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the mailings, the newest day first.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mailings.</returns>
    public IAsyncEnumerable<Mailing> AllAsync(CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, "SELECT id, letter, as_of, occasion, population, daily_maximum, planned FROM mailing ORDER BY as_of DESC, recorded_at DESC, id", [], ReadMailing, cancellationToken);

    /// <summary>Finds a mailing.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mailing; <see langword="null"/> when it is not stored.</returns>
    public Task<Mailing?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, "SELECT id, letter, as_of, occasion, population, daily_maximum, planned FROM mailing WHERE id = @0", [id.Bytes()], ReadMailing, cancellationToken);

    /// <summary>Streams the entries of a mailing in their order.</summary>
    /// <param name="mailing">Which mailing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    public IAsyncEnumerable<MailingEntry> EntriesAsync(Guid mailing, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM mailing_entry WHERE mailing_id = @0 ORDER BY ordinal", [mailing.Bytes()], Read, cancellationToken);

    /// <summary>Streams the entries of all mailings in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    public IAsyncEnumerable<MailingEntry> InStateAsync(EntryState state, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM mailing_entry WHERE state = @0 ORDER BY mailing_id, ordinal", [state.Text()], Read, cancellationToken);

    /// <summary>The next entry of a mailing in one of up to three states after a place.</summary>
    /// <param name="mailing">Which mailing.</param>
    /// <param name="after">The place.</param>
    /// <param name="states">The states; at least one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entry; <see langword="null"/> when there is none.</returns>
    public Task<MailingEntry?> NextAsync(Guid mailing, long after, IReadOnlyList<EntryState> states, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfZero(states.Count);
        return Query.FirstAsync(
            _database, $"SELECT {Columns} FROM mailing_entry WHERE mailing_id = @0 AND ordinal > @1 AND state IN (@2, @3, @4) ORDER BY ordinal LIMIT 1",
            [mailing.Bytes(), after, states[0].Text(), states[^1].Text(), states[states.Count / 2].Text()], Read, cancellationToken);
    }

    /// <summary>Finds an entry.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entry; <see langword="null"/> when it is not stored.</returns>
    public Task<MailingEntry?> EntryAsync(Guid id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM mailing_entry WHERE id = @0", [id.Bytes()], Read, cancellationToken);

    /// <summary>The entry that was handed over for a reason, whether its answer is known or not.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entry; <see langword="null"/> when nothing went out for this reason.</returns>
    public Task<MailingEntry?> HandedOverAsync(Guid reason, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM mailing_entry WHERE reason = @0 AND state IN ('sending', 'sent', 'uncertain')", [reason.Bytes()], Read, cancellationToken);

    /// <summary>The entry whose letter is archived under an id.</summary>
    /// <param name="document">The archived letter.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entry; <see langword="null"/> when the letter belongs to no mailing.</returns>
    public Task<MailingEntry?> OfDocumentAsync(Guid document, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM mailing_entry WHERE document_id = @0", [document.Bytes()], Read, cancellationToken);

    /// <summary>What became of an entry, step by step.</summary>
    /// <param name="entry">Which entry.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The steps, the first first.</returns>
    public async Task<IReadOnlyList<MailingEvent>> EventsAsync(Guid entry, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database, "SELECT state, on_day, done_by, note FROM mailing_event WHERE entry_id = @0 ORDER BY seq", [entry.Bytes()],
            reader => new MailingEvent(EntryStates.Of(reader.GetString(0)), reader.DayAt(1), reader.GetString(2), reader.GetString(3)), cancellationToken).ConfigureAwait(false);

    /// <summary>Counts the entries of a mailing by state.</summary>
    /// <param name="mailing">Which mailing.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>How many are in each state that any is in.</returns>
    public async Task<IReadOnlyDictionary<EntryState, int>> CountsAsync(Guid mailing, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(
            _database, "SELECT state, count(*) FROM mailing_entry WHERE mailing_id = @0 GROUP BY state", [mailing.Bytes()],
            reader => KeyValuePair.Create(EntryStates.Of(reader.GetString(0)), reader.GetInt32(1)), cancellationToken).ConfigureAwait(false)).ToDictionary();

    /// <summary>Counts the letters of a mailing that were handed over on a day, whatever the answer.</summary>
    /// <param name="mailing">Which mailing.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>How many.</returns>
    public async Task<int> HandedOverOnAsync(Guid mailing, DateOnly day, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(
            _database, "SELECT count(*) FROM mailing_entry WHERE mailing_id = @0 AND on_day = @1 AND state IN ('sending', 'sent', 'uncertain')", [mailing.Bytes(), day.Text()],
            reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>When a letter last came back from an address.</summary>
    /// <param name="address">The address; upper and lower case do not matter.</param>
    /// <param name="asOf">The day to look from.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The day; <see langword="null"/> when none did, or the address was cleared since.</returns>
    public async Task<DateOnly?> BouncedOnAsync(string address, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return (await Query.ListAsync(
            _database, "SELECT max(on_day) FROM bounced_address WHERE address_hash = @0 AND on_day <= @1 AND cleared = 0", [AddressHash.Of(address), asOf.Text()],
            reader => reader.DayOrNull(0), cancellationToken).ConfigureAwait(false))[0];
    }

    private static Mailing ReadMailing(DbDataReader reader) => new(
        reader.Id(0), reader.GetString(1), reader.DayAt(2), reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.GetInt64(6) != 0);

    private static MailingEntry Read(DbDataReader reader) => new()
    {
        Id = reader.Id(0),
        Mailing = reader.Id(1),
        Ordinal = reader.GetInt64(2),
        Reason = reader.Id(3),
        Letter = reader.GetString(4),
        Client = new(reader.Id(5)),
        Contact = reader.IdOrNull(6) is { } contact ? new ContactId(contact) : null,
        Matter = reader.IdOrNull(7) is { } matter ? new MatterId(matter) : null,
        FollowUp = reader.IdOrNull(8) is { } followUp ? new FollowUpId(followUp) : null,
        Culture = reader.GetString(9),
        State = EntryStates.Of(reader.GetString(10)),
        Reasons = ReasonsJson.Read(reader.GetString(11)),
        Notes = ReasonsJson.Read(reader.GetString(12)),
        Document = reader.IdOrNull(13),
        On = reader.DayOrNull(14),
    };
}
