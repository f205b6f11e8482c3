namespace Clientele.Documents;

/// <summary>What the gate said about a letter.</summary>
/// <param name="Refusals">Every guard that refuses it, in the order of registration; none when it may be sent.</param>
/// <param name="Overridden">The guards that would refuse it, each with who took the responsibility.</param>
/// <param name="Passed">What the letter is rendered from; <see langword="null"/> when it is refused.</param>
public sealed record GateResult(IReadOnlyList<GuardRefusal> Refusals, IReadOnlyList<GuardOverride> Overridden, PassedLetter? Passed)
{
    /// <summary>Whether the letter may be sent.</summary>
    public bool Allowed => Passed is not null;

    /// <summary>The letter that passed.</summary>
    /// <returns>What it is rendered from.</returns>
    /// <exception cref="ClienteleException">It is refused (<see cref="ErrorCodes.LetterRefused"/>); the message holds every guard's sentence.</exception>
    public PassedLetter Require() => Passed ?? throw new ClienteleException(
        ErrorCodes.LetterRefused,
        string.Join(' ', Refusals.Select(refusal => $"{refusal.Guard.Name}: {refusal.Guard.Refusal.En} {string.Join(' ', refusal.Reasons.Select(reason => reason.Text.En))}")));
}

/// <summary>A guard that refuses a letter.</summary>
/// <param name="Guard">The guard: its name, what to tell the operator, and who may override it.</param>
/// <param name="Reasons">The clauses that do not hold, with the values they read.</param>
public sealed record GuardRefusal(Guard Guard, IReadOnlyList<Reason> Reasons);

/// <summary>Somebody's decision to send a letter although a guard refuses it.</summary>
/// <param name="Guard">The guard's name.</param>
/// <param name="Person">Who decided.</param>
/// <param name="Role">The role in which the person decided; it must be the one the guard names.</param>
/// <param name="Because">Why, in a sentence; not blank.</param>
public sealed record GuardOverride(string Guard, string Person, string Role, string Because);

/// <summary>A letter that passed the gate. Only <see cref="LetterGate"/> makes one, and only from one can a letter be rendered.</summary>
public sealed class PassedLetter
{
    internal PassedLetter(LetterFacts facts, IReadOnlyList<GuardOverride> overridden)
    {
        Facts = facts;
        Overridden = overridden;
    }

    /// <summary>What the letter is made from.</summary>
    public LetterFacts Facts { get; }

    /// <summary>Who took the responsibility where a guard would have refused it.</summary>
    public IReadOnlyList<GuardOverride> Overridden { get; }
}
