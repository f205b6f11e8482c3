namespace Clientele;

/// <summary>Where a follow-up stands.</summary>
public enum FollowUpStatus
{
    /// <summary>Waiting to be done.</summary>
    Open,

    /// <summary>Fulfilled by a touchpoint.</summary>
    Done,

    /// <summary>No longer asked for, because the client's segment, the matter's stage or the facts changed.</summary>
    Lapsed,
}

/// <summary>A dated, owned, explained task that a policy asks for, fulfilled by a touchpoint.</summary>
/// <remarks>Immutable and thread-safe. Planning the same day twice gives the same follow-ups, not two of each: the id follows from the policy, the client, the matter and the event it counts from.</remarks>
public sealed record FollowUp
{
    /// <summary>Which follow-up this is.</summary>
    public required FollowUpId Id { get; init; }

    /// <summary>For whom.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The matter it is about, where it is about one.</summary>
    public MatterId? Matter { get; init; }

    /// <summary>The person it is about, where it is about one: whose birthday it is.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>The name of the policy that asks for it.</summary>
    public required string Policy { get; init; }

    /// <summary>The day it is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day it counts from: a touch, an event, an entry into a segment or a stage; what happens after it may fulfil the follow-up.</summary>
    public required DateOnly CountsFrom { get; init; }

    /// <summary>Which of several it is, where one policy asks for more than one from the same day: the year of an occasion, the step after an event; empty otherwise.</summary>
    public string Occurrence { get; init; } = "";

    /// <summary>The day it is to be done: the due day, or the day to which the merge window or the owner's capacity moved it. What is overdue is so against <see cref="DueOn"/>.</summary>
    public DateOnly PlannedOn { get => field == default ? DueOn : field; init; }

    /// <summary>The follow-up it is done together with; <see langword="null"/> when it is a contact by itself.</summary>
    public FollowUpId? MergedInto { get; init; }

    /// <summary>Who was told because it is overdue; empty for nobody.</summary>
    public string EscalatedTo { get; init; } = "";

    /// <summary>Whether it is held back for now, for a reason that is among the reasons.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Who must do it; empty when the client has no owner in the policy's role.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Why it is due then.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public FollowUpStatus Status { get; init; }

    /// <summary>The touchpoint that fulfilled it.</summary>
    public TouchpointId? FulfilledBy { get; init; }
}
