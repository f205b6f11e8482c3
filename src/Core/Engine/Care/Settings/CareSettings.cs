using Clientele.Calendars;

namespace Clientele.Care;

/// <summary>How the firm plans its care: which days are worked, how often a client may be asked, how much an owner can do in a day.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CareSettings
{
    /// <summary>The days that are worked.</summary>
    /// <value>Monday to Friday by default, without holidays.</value>
    public WorkingCalendar WorkingDays { get; init; } = WorkingCalendar.Week;

    /// <summary>The days on which nobody is contacted.</summary>
    public IReadOnlyList<Blackout> Blackouts { get; init; } = [];

    /// <summary>The merge window in days: follow-ups of one client due less than so many days after the first become one contact with it. 0 for no merging.</summary>
    /// <value>The default is 7.</value>
    public int MergeWindowDays { get; init => field = NotNegative(value); } = 7;

    /// <summary>The frequency cap: at most one contact with a client in so many days. What comes too soon waits, except where the day itself matters (a festival, a birthday, the end of a warranty). 0 for no cap.</summary>
    /// <value>The default is 0.</value>
    public int OneContactInDays { get; init => field = NotNegative(value); }

    /// <summary>How many contacts an owner makes on a working day; <see langword="null"/> for any number.</summary>
    public int? ContactsADay
    {
        get => field;
        init => field = value is null or >= 1 ? value : throw new ClienteleException(ErrorCodes.RecordInvalid, "An owner's contacts a day must be 1 or more.");
    }

    /// <summary>The same for single owners, by name; 0 for those who make none at present.</summary>
    public IReadOnlyDictionary<string, int> ContactsADayOf { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The measure by which the more valuable client comes first where all else is equal; empty for none.</summary>
    /// <value>The default is the sales of twelve months.</value>
    public string ValueMeasure { get; init; } = "core.sales_12m";

    internal int Furthest => Math.Max(MergeWindowDays, OneContactInDays);

    internal int? CapacityOf(string owner) => ContactsADayOf.TryGetValue(owner, out var own) ? own : ContactsADay;

    private static int NotNegative(int days) => days is >= 0 and <= 366
        ? days
        : throw new ClienteleException(ErrorCodes.RecordInvalid, $"The merge window and the frequency cap are 0 to 366 days, not {days}.");
}
