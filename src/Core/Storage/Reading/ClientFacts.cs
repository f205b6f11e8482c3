namespace Clientele.Storage.Reading;

/// <summary>Touchpoints of one kind summed up: those of a whole month, or a single one in a month that a window cuts through.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="First">The day of the first.</param>
/// <param name="Last">The day of the last.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">The sum of their amounts.</param>
/// <param name="Amounts">How many of them carry an amount.</param>
/// <param name="Details">The details of a single touchpoint whose kind the query reads singly; <see langword="null"/> for any other.</param>
public readonly record struct FactBucket(string Kind, DateOnly First, DateOnly Last, long Count, decimal Amount, long Amounts, IReadOnlyDictionary<string, string>? Details = null)
{
    /// <summary>The person a single touchpoint of such a kind happened with.</summary>
    public ContactId? Contact { get; init; }
}

/// <summary>A person at the client, without the name.</summary>
/// <param name="Id">Who.</param>
/// <param name="Role">The part in decisions; empty when unknown.</param>
/// <param name="Position">The position; empty when unknown.</param>
/// <param name="Attributes">The attribute values in force, by name.</param>
public sealed record ClientPerson(ContactId Id, string Role, string Position, IReadOnlyList<KeyValuePair<string, string>> Attributes);

/// <summary>What measures and rules read of one client, as of a day.</summary>
/// <remarks>Reused for the next client of the stream: read what you need before moving on.</remarks>
public sealed class ClientFacts
{
    private readonly List<FactBucket> _buckets = [];
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private readonly List<ClientPerson> _people = [];

    /// <summary>The client.</summary>
    public ClientId Id { get; private set; }

    /// <summary>Organisation or person.</summary>
    public ClientKind Kind { get; private set; }

    /// <summary>The day since which the client is known.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>The touchpoints up to the as-of day. No bucket straddles the first day of a window the query was told of.</summary>
    public IReadOnlyList<FactBucket> Buckets => _buckets;

    /// <summary>The attribute values in force, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;

    /// <summary>The first day after the as-of day on which a fact that is known already begins to count, or an attribute value begins or ends; <see cref="DateOnly.MaxValue"/> when there is none.</summary>
    public DateOnly NextDay { get; private set; }

    /// <summary>The people at the client in the order of ids, where the query reads them.</summary>
    public IReadOnlyList<ClientPerson> People => _people;

    internal void Begin(ClientId id, ClientKind kind, DateOnly since)
    {
        NextDay = DateOnly.MaxValue;
        Id = id;
        Kind = kind;
        Since = since;
        _buckets.Clear();
        _attributes.Clear();
        _people.Clear();
    }

    internal void Turns(DateOnly day) => NextDay = day < NextDay ? day : NextDay;

    internal void Add(FactBucket bucket) => _buckets.Add(bucket);

    internal void Add(string attribute, string value) => _attributes.Add(new(attribute, value));

    internal void Add(ClientPerson person) => _people.Add(person);
}

/// <summary>Which facts to stream.</summary>
/// <param name="AsOf">The last day that counts.</param>
/// <param name="WindowStarts">The first days of the windows that measures will apply; months they cut through are read fact by fact.</param>
public sealed record FactQuery(DateOnly AsOf, IReadOnlyList<DateOnly> WindowStarts)
{
    /// <summary>Only clients touched or changed after this position of the log; <see langword="null"/> for all.</summary>
    public LogPosition? ChangedAfter { get; init; }

    /// <summary>With <see cref="ChangedAfter"/>, these clients as well: their ids of 16 bytes each, one after the other.</summary>
    public ReadOnlyMemory<byte> AndThese { get; init; }

    /// <summary>Only this client; <see langword="null"/> for all.</summary>
    public ClientId? Client { get; init; }

    /// <summary>The kinds whose touchpoints are read one by one with their details; none by default.</summary>
    public IReadOnlyCollection<string> Singly { get; init; } = [];

    /// <summary>For kinds of <see cref="Singly"/> that are needed one by one only from a day on, that day: earlier months of theirs come summed up.</summary>
    public IReadOnlyDictionary<string, DateOnly> SinglyFrom { get; init; } = new Dictionary<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>Whether the people at each client are read with their attributes; not by default.</summary>
    public bool People { get; init; }

    /// <summary>The months, as year × 100 + month, that the as-of day or a window's first day cuts through.</summary>
    internal IReadOnlyList<int> BrokenMonths
    {
        get
        {
            var months = new SortedSet<int>();
            if (AsOf.Day != DateTime.DaysInMonth(AsOf.Year, AsOf.Month))
            {
                months.Add(Month(AsOf));
            }

            foreach (var day in WindowStarts.Where(day => day.Day != 1))
            {
                months.Add(Month(day));
            }

            return [.. months];
        }
    }

    internal static int Month(DateOnly day) => day.Year * 100 + day.Month;
}

/// <summary>A position in the log of facts: everything up to it has been read.</summary>
/// <param name="Touchpoint">The last touchpoint's number.</param>
/// <param name="Change">The last change's number.</param>
public readonly record struct LogPosition(long Touchpoint, long Change);
