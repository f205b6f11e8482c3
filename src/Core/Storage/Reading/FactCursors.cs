using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>The results that facts are merged from, in one snapshot: clients, whole months, single facts of broken months, attributes, and people where the query reads them.</summary>
internal sealed class FactCursors : IAsyncDisposable
{
    private readonly List<Cursor> _open = new(5);
    private readonly NamePool _names = new();

    private readonly DateOnly _asOf;

    private FactCursors(DateOnly asOf) => _asOf = asOf;

    private Cursor Clients => _open[0];

    private Cursor Months => _open[1];

    private Cursor Facts => _open[2];

    private Cursor Attributes => _open[3];

    private Cursor? People => _open.Count > 4 ? _open[4] : null;

    public static async Task<FactCursors> OpenAsync(SqliteConnection connection, FactQuery query, long projected, CancellationToken cancellationToken)
    {
        var cursors = new FactCursors(query.AsOf);
        try
        {
            foreach (var sql in Statements(query, projected))
            {
                cursors._open.Add(await Cursor.OpenAsync(connection, sql, query, cancellationToken).ConfigureAwait(false));
            }

            return cursors;
        }
        catch
        {
            await cursors.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Fills in the next client.</summary>
    public bool Next(ClientFacts current)
    {
        if (!Clients.Next())
        {
            return false;
        }

        var id = Clients.Id;
        current.Begin(new ClientId(id), Clients.Utf8(1) is [(byte)'p', ..] ? ClientKind.Person : ClientKind.Organisation, Clients.Day(2));
        while (Months.NextOf(id))
        {
            if (Months.Day(2) is var first && first > _asOf)
            {
                current.Turns(first);
                continue;
            }

            current.Add(new FactBucket(_names[Months.Utf8(1)], Months.Day(2), Months.Day(3), Months.Number(4), DbExtensions.FromE4(Months.Number(5)), Months.Number(6)));
        }

        while (Facts.NextOf(id))
        {
            var day = Facts.Day(2);
            if (day > _asOf)
            {
                current.Turns(day);
                continue;
            }

            current.Add(new FactBucket(_names[Facts.Utf8(1)], day, day, 1, DbExtensions.FromE4(Facts.Number(3)), Facts.IsNull(3) ? 0 : 1, Facts.IsNull(4) ? null : Details(Facts.Utf8(4))) { Contact = Facts.IsNull(5) ? null : new ContactId(Facts.IdAt(5)) });
        }

        while (Attributes.NextOf(id))
        {
            if (Attributes.Day(3) is var from && from > _asOf)
            {
                current.Turns(from);
                continue;
            }

            if (!Attributes.IsNull(4))
            {
                current.Turns(Attributes.Day(4));
            }

            current.Add(_names[Attributes.Utf8(1)], Text(Attributes.Utf8(2)));
        }

        AddPeople(current, id);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cursor in _open)
        {
            await cursor.DisposeAsync().ConfigureAwait(false);
        }
    }

    // One row for each attribute of a person, or one without any.
    private void AddPeople(ClientFacts current, Guid client)
    {
        List<KeyValuePair<string, string>> attributes = [];
        Guid? last = null;
        while (People?.NextOf(client) == true)
        {
            if (People.IdAt(1) is var id && id != last)
            {
                last = id;
                attributes = [];
                current.Add(new ClientPerson(new ContactId(id), _names[People.Utf8(2)], Text(People.Utf8(3)), attributes));
            }

            if (!People.IsNull(6) && People.Day(6) is var from && from > _asOf)
            {
                current.Turns(from);
            }
            else if (!People.IsNull(4))
            {
                if (!People.IsNull(7))
                {
                    current.Turns(People.Day(7));
                }

                attributes.Add(new(_names[People.Utf8(4)], Text(People.Utf8(5))));
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);

    // What is read singly without details has an empty text, so that it differs from what is not read singly.
    private static IReadOnlyDictionary<string, string> Details(ReadOnlySpan<byte> json) => json.IsEmpty ? DetailsJson.None : DetailsJson.Read(json);

    // Every one is driven by client id. PostgreSQL will want "= ANY (@n)" where an empty list stands after IN.
    private static IEnumerable<string> Statements(FactQuery query, long projected)
    {
        var broken = string.Join(", ", query.BrokenMonths.Select(month => month.ToString(CultureInfo.InvariantCulture)));
        var singly = Singly(query);
        var seq = projected.ToString(CultureInfo.InvariantCulture);
        // What counts only later is read as well, because the client is due again on its day.
        yield return $"SELECT c.id, c.kind, c.since FROM client c WHERE {Only(query, "c.id")} ORDER BY c.id";
        yield return $"SELECT m.client_id, m.kind, m.first_on, m.last_on, m.count, m.amount_e4, m.amounts FROM touchpoint_month m WHERE {Only(query, "m.client_id")} AND m.month NOT IN ({broken}) AND NOT {singly} ORDER BY m.client_id";
        // What was appended after the last fold counts in no month yet, so it counts in no broken month either.
        yield return $"""
            SELECT m.client_id, t.kind, t.occurred_on, t.amount_e4, CASE WHEN {singly} THEN coalesce(t.details, '') END, CASE WHEN {singly} THEN t.contact_id END
            FROM touchpoint_month m CROSS JOIN touchpoint t ON t.client_id = m.client_id AND t.occurred_on BETWEEN m.first_on AND m.last_on AND t.kind = m.kind
            WHERE {Only(query, "m.client_id")} AND (m.month IN ({broken}) OR {singly}) AND t.withdrawn = 0 AND t.seq <= {seq}
              AND NOT EXISTS (SELECT 1 FROM touchpoint later WHERE later.corrects = coalesce(t.corrects, t.id) AND later.seq > t.seq AND later.seq <= {seq})
            ORDER BY m.client_id
            """;
        yield return $"SELECT a.client_id, a.name, a.value, a.from_on, a.until_on FROM client_attribute a WHERE {Only(query, "a.client_id")} AND (a.until_on IS NULL OR a.until_on > @0) ORDER BY a.client_id, a.name";
        if (query.People)
        {
            yield return $"""
                SELECT k.client_id, k.id, k.role, k.position, a.name, a.value, a.from_on, a.until_on
                FROM contact k LEFT JOIN contact_attribute a ON a.contact_id = k.id AND (a.until_on IS NULL OR a.until_on > @0)
                WHERE {Only(query, "k.client_id")} AND k.erased_on IS NULL ORDER BY k.client_id, k.id, a.name
                """;
        }
    }

    // Whether the touchpoints behind a sum are read one by one for their details.
    private static string Singly(FactQuery query)
    {
        string Names(IEnumerable<string> kinds) => string.Join(", ", kinds.Order(StringComparer.Ordinal).Select(kind => $"'{kind.Replace("'", "''", StringComparison.Ordinal)}'"));
        var always = $"m.kind IN ({Names(query.Singly.Where(kind => !query.SinglyFrom.ContainsKey(kind)))})";
        var since = query.SinglyFrom.Where(pair => query.Singly.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $" OR (m.kind IN ({Names([pair.Key])}) AND m.month >= {FactQuery.Month(pair.Value)})"));
        return $"({always}{string.Concat(since)})";
    }

    /// <summary>A correction touches the client of every version of its fact: it may have taken the fact from one client to another.</summary>
    /// <remarks>CROSS JOIN keeps SQLite to the written order, the new corrections first; PostgreSQL wants a plain JOIN there.</remarks>
    private static string Only(FactQuery query, string column) => query switch
    {
        { Client: not null } => $"{column} = @1",
        { ChangedAfter: { } after } => string.Create(CultureInfo.InvariantCulture, $"""
            {column} IN (
                SELECT n.client_id FROM touchpoint n WHERE n.seq > {after.Touchpoint}
                UNION SELECT v.client_id FROM touchpoint n CROSS JOIN touchpoint v ON v.id = n.corrects WHERE n.seq > {after.Touchpoint} AND n.corrects IS NOT NULL
                UNION SELECT v.client_id FROM touchpoint n CROSS JOIN touchpoint v ON v.corrects = n.corrects WHERE n.seq > {after.Touchpoint} AND n.corrects IS NOT NULL
                UNION SELECT h.client_id FROM client_change h WHERE h.seq > {after.Change}
                UNION SELECT * FROM (
                    WITH RECURSIVE these (at) AS (SELECT 1 WHERE length(@2) > 0 UNION ALL SELECT at + 16 FROM these WHERE at + 16 < length(@2))
                    SELECT substr(@2, at, 16) FROM these))
            """),
        _ => "1 = 1",
    };
}
