namespace Clientele.Storage.Guarding;

/// <summary>What came of a guard that did not allow a letter or an action.</summary>
public enum GuardOutcome
{
    /// <summary>Somebody took the responsibility, and it went on.</summary>
    Overridden,

    /// <summary>An action waits for an approval.</summary>
    ApprovalNeeded,

    /// <summary>An action was refused, and nobody may override that.</summary>
    Refused,
}

/// <summary>A decision about a guard, as the log keeps it.</summary>
/// <param name="Subject"><c>letter</c> or <c>action</c>.</param>
/// <param name="SubjectId">The archived document, or the touchpoint the action would be.</param>
/// <param name="Name">The name of the letter, or the kind of the action.</param>
/// <param name="Guard">The guard.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Client">With which client.</param>
/// <param name="Contact">With whom, where a person is known.</param>
/// <param name="On">The day of the letter or action.</param>
/// <param name="Person">Who decided, or wanted to act.</param>
/// <param name="Role">The role in which; empty for none.</param>
/// <param name="Because">Why.</param>
public sealed record GuardDecision(string Subject, Guid SubjectId, string Name, string Guard, GuardOutcome Outcome, ClientId Client, ContactId? Contact, DateOnly On, string Person, string Role, string Because)
{
    /// <summary>When it was recorded; set by the store.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
