namespace Clientele;

/// <summary>What should happen next for whom. A policy turns segments, stages and dates into dated, owned, explained follow-ups.</summary>
/// <remarks>Immutable and thread-safe. One of <see cref="CadencePolicy"/>, <see cref="StagePolicy"/>, <see cref="SegmentPolicy"/> and <see cref="InsightPolicy"/>.</remarks>
public abstract record Policy
{
    private protected Policy()
    {
    }

    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read, such as "Return visit" / "回访".</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The role of the owner who must do it; the client's owner in this role on the due day, or nobody.</summary>
    public string OwnerRole { get; init; } = "service";

    /// <summary>The kinds of touchpoint that fulfil it; empty for every kind with the role <see cref="TouchpointRoles.Contact"/>.</summary>
    public IReadOnlyList<string> FulfilledBy { get; init; } = [];
}

/// <summary>A recurring follow-up whose interval depends on the client's segment: key clients every 30 days, ordinary ones every 90.</summary>
/// <remarks>Due the interval after the last fulfilling touchpoint, or, when there is none, after the day since which the client is known.</remarks>
public sealed record CadencePolicy : Policy
{
    /// <summary>The scheme whose segments decide.</summary>
    public required string Scheme { get => field; init => field = Require.Name(value); }

    /// <summary>The interval in days (1 or more) by segment; a segment that is not listed gets no follow-up.</summary>
    public required IReadOnlyDictionary<string, int> EveryDays
    {
        get => field;
        init
        {
            field = Require.Some(value);
            Require.That(field.Values.All(days => days >= 1), "The interval of a cadence must be at least one day.");
        }
    }
}

/// <summary>A follow-up chained to a stage: so many days after a matter enters it.</summary>
public sealed record StagePolicy : Policy
{
    /// <summary>The type of the matter.</summary>
    public required string MatterType { get => field; init => field = Require.Name(value); }

    /// <summary>The stage that starts the clock.</summary>
    public required string Stage { get => field; init => field = Require.LocalName(value); }

    /// <summary>Days from entering the stage to the due day; 0 or more.</summary>
    public required int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The days after a stage cannot be negative.");
            field = value;
        }
    }
}

/// <summary>A task on entering a segment: a part of the segment's playbook. It is opened once for each entry; while it is open, leaving the segment lets it lapse, and what was finished stays.</summary>
/// <remarks>The task is done when it is completed by hand, whatever else happens with the client meanwhile: a visit does not register a card.</remarks>
public sealed record SegmentPolicy : Policy
{
    /// <summary>The scheme.</summary>
    public required string Scheme { get => field; init => field = Require.Name(value); }

    /// <summary>The segment whose entry opens the task.</summary>
    public required string Segment { get => field; init => field = Require.LocalName(value); }

    /// <summary>Days from entering to the due day; 0 or more.</summary>
    public int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The days after an entry cannot be negative.");
            field = value;
        }
    }
}

/// <summary>A task for each client in a table of an insight, such as those that moved: opened once in a calendar month, with the words of the row as its reason. It lapses when the client is listed no more.</summary>
/// <remarks>The insight is computed whenever follow-ups are planned, with the settings of the workspace. Like a task of a playbook, it is done when it is completed by hand.</remarks>
public sealed record InsightPolicy : Policy
{
    /// <summary>The insight.</summary>
    public required string Insight { get => field; init => field = Require.Name(value); }

    /// <summary>The table whose rows name the clients.</summary>
    /// <value>The default is <c>alerts</c>.</value>
    public string Table { get => field; init => field = Require.LocalName(value); } = "alerts";

    /// <summary>Days from the first day of the month in which the client is listed to the due day; 0 or more.</summary>
    /// <value>The default is 14.</value>
    public int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The days after a listing cannot be negative.");
            field = value;
        }
    } = 14;
}
