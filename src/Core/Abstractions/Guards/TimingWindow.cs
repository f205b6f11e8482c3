namespace Clientele;

/// <summary>What a window of time means for those who want to propose something.</summary>
public enum WindowEffect
{
    /// <summary>Letters and actions of the window's purposes wait until it is over; others, such as care, go on.</summary>
    Blocks,

    /// <summary>It is a good time.</summary>
    Favours,
}

/// <summary>A time in which it is wrong, or right, to propose business to a client: after a complaint, during a dispute, in the budget season.</summary>
/// <remarks>Immutable and thread-safe. One of <see cref="EventWindow"/>, <see cref="RuleWindow"/> and <see cref="CalendarWindow"/>. All letters and actions of its purposes pass it, as they pass a <see cref="Guard"/> of its name.</remarks>
public abstract record TimingWindow
{
    private protected TimingWindow()
    {
    }

    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whether it blocks, as by default, or favours.</summary>
    public WindowEffect Effect { get; init; }

    /// <summary>The purposes it is about; <c>marketing</c> and <c>sales</c> by default.</summary>
    public IReadOnlyList<string> Purposes { get => field; init => field = Require.NotEmpty(value); } = ["marketing", "sales"];

    /// <summary>The role whose holder may override it; empty when nobody may; <c>manager</c> by default.</summary>
    public string OverridableBy { get; init; } = "manager";
}

/// <summary>A window that a touchpoint opens: from that day until another closes it, and some days of cooling longer; or for so many days.</summary>
public sealed record EventWindow : TimingWindow
{
    /// <summary>The kinds of touchpoint that open it.</summary>
    public required IReadOnlyList<string> OpenedBy { get => field; init => field = Require.NotEmpty(value); }

    /// <summary>The details a touchpoint must have to open it, such as <c>severity</c> = <c>1</c>; none by default.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The kinds of touchpoint that close it; empty when only time does. Where the opening one belongs to a matter, the closing one must belong to the same.</summary>
    public IReadOnlyList<string> ClosedBy { get; init; } = [];

    /// <summary>How many days it lasts when nothing closes it; 0 for until it is closed.</summary>
    public int Days { get => field; init => field = NotNegative(value); }

    /// <summary>How many days it lasts beyond the one on which it was closed: closed on 1 April with 7 days of cooling, it is over on 8 April.</summary>
    public int CoolingDays { get => field; init => field = NotNegative(value); }

    private static int NotNegative(int value)
    {
        Require.That(value is >= 0 and <= 36_600, "The days of a window cannot be negative or more than a hundred years.");
        return value;
    }
}

/// <summary>A window for as long as a rule over the client's measures and attributes holds, such as a flag that the client is in difficulty. When the rule cannot be decided, there is no window.</summary>
public sealed record RuleWindow : TimingWindow
{
    /// <summary>The rule.</summary>
    public required string When { get => field; init => field = Require.Text(value); }
}

/// <summary>A window of the calendar: holidays of a year, or the same days of every year.</summary>
public sealed record CalendarWindow : TimingWindow
{
    /// <summary>The first and the last day of each time; for <see cref="EveryYear"/> only month and day count, and a time may lie across the end of the year.</summary>
    public required IReadOnlyList<DayRange> Days { get => field; init => field = Require.Some(value); }

    /// <summary>Whether the days come back every year.</summary>
    public bool EveryYear { get; init; }
}

/// <summary>Days from a first to a last, both included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last);
