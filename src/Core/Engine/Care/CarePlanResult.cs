namespace Clientele.Care;

/// <summary>What planning did.</summary>
/// <param name="Opened">Follow-ups that are new.</param>
/// <param name="Done">Follow-ups that a touchpoint fulfilled since the last planning.</param>
/// <param name="Lapsed">Follow-ups that are no longer asked for.</param>
/// <param name="Open">Follow-ups open now, within the horizon.</param>
public sealed record CarePlanResult(int Opened, int Done, int Lapsed, int Open)
{
    /// <summary>Of the open ones, those done together with another.</summary>
    public int Merged { get; init; }

    /// <summary>Of the open ones, those held back for now.</summary>
    public int Held { get; init; }

    /// <summary>Of the open ones, those passed on because they are overdue.</summary>
    public int Escalated { get; init; }

    /// <summary>Of the open ones, those of clients without an owner in the policy's role.</summary>
    public int WithoutOwner { get; init; }
}
