namespace Clientele;

/// <summary>What should happen next for whom. A policy turns segments, stages, days and events into dated, owned, explained follow-ups.</summary>
/// <remarks>
/// Immutable and thread-safe. One of <see cref="CadencePolicy"/>, <see cref="StagePolicy"/>, <see cref="SegmentPolicy"/>, <see cref="OccasionPolicy"/>, <see cref="DatePolicy"/>, <see cref="BirthdayPolicy"/>, <see cref="EventPolicy"/> and <see cref="InsightPolicy"/>.
/// <see cref="When"/> and <see cref="BlockedWhile"/> are rules as guards have them: they read measures, attributes, <c>client.kind</c>, and the segment of a client in a scheme as <c>segment.</c> and the scheme's name, such as <c>segment.core.abc == "a"</c>.
/// </remarks>
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

    /// <summary>Where in the client's way with the firm it belongs; anywhere by default.</summary>
    public CarePhase Phase { get; init; }

    /// <summary>The firm's own name for this sort of care, such as "Care after the handover" / "交付后关怀"; <see langword="null"/> when it has none.</summary>
    public LocalizedText? Type { get; init; }

    /// <summary>The channel that is meant, such as <c>visit</c> or <c>phone</c>; empty for any.</summary>
    public string Channel { get; init; } = "";

    /// <summary>What becomes of a due day that is not worked; kept by default.</summary>
    public DueDayRule DueDay { get; init; }

    /// <summary>Whether it takes part in the merge window, in which the follow-ups of a client become one contact; fulfilling that contact fulfils all of them.</summary>
    public bool Merges { get; init; } = true;

    /// <summary>How much it matters. <see cref="CarePriority.Urgent"/> never waits: neither for another contact nor for the owner's capacity.</summary>
    public CarePriority Priority { get; init; } = CarePriority.Normal;

    /// <summary>When it goes to somebody else because it is overdue; <see langword="null"/> for never.</summary>
    public Escalation? Escalation { get; init; }

    /// <summary>The clients it is for, as a rule; empty for all. A client for whom the rule is unknown, because a value is missing, is left out.</summary>
    public string When { get; init; } = "";

    /// <summary>While this rule holds for a client, the follow-up is held back and says so: no greetings during a severe complaint. Empty for never; unknown holds nothing back.</summary>
    public string BlockedWhile { get; init; } = "";
}
