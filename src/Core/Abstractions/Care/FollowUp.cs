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

    /// <summary>The name of the policy that asks for it.</summary>
    public required string Policy { get; init; }

    /// <summary>The day it is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day it counts from: a touch, an entry into a segment or a stage.</summary>
    public required DateOnly CountsFrom { get; init; }

    /// <summary>Who must do it; empty when the client has no owner in the policy's role.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Why it is due then.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public FollowUpStatus Status { get; init; }

    /// <summary>The touchpoint that fulfilled it.</summary>
    public TouchpointId? FulfilledBy { get; init; }
}
