using Clientele.Documents;
using Clientele.Timing;

namespace Clientele.Actions;

/// <summary>Whether something may be done.</summary>
public enum ActionOutcome
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may when those approve whom the refusals name.</summary>
    ApprovalNeeded,

    /// <summary>It may not, whoever asks.</summary>
    Blocked,
}

/// <summary>What the guards said about an action.</summary>
/// <param name="Outcome">Whether it may be done.</param>
/// <param name="Refusals">The guards and windows that are against it, with their reasons; none when it is allowed.</param>
/// <param name="Overridden">Those that would be, each with who took the responsibility.</param>
/// <param name="Timing">Whether it is the time for its purpose, and when it will be.</param>
public sealed record ActionAnswer(ActionOutcome Outcome, IReadOnlyList<GuardRefusal> Refusals, IReadOnlyList<GuardOverride> Overridden, TimingAnswer Timing);
