using Clientele.Storage.Reading;

namespace Clientele.Matters;

/// <summary>Something that happened with a matter, asked to be recorded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MatterMove
{
    /// <summary>Which matter.</summary>
    public required MatterId Matter { get; init; }

    /// <summary>What happened: the name of a registered kind of touchpoint.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it happened.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who of ours did it; may be empty.</summary>
    public string By { get; init; } = "";

    /// <summary>How; may be empty.</summary>
    public string Channel { get; init; } = "";

    /// <summary>What was said or seen; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The person it happened with, where known.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>The amount it carries, where it carries one.</summary>
    public Money? Amount { get; init; }

    /// <summary>The details its kind declares, in invariant form.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What came of asking for a move.</summary>
/// <param name="Before">The matter with the stage it was in on the day.</param>
/// <param name="Refusals">Everything that stands against it, each with its sentence; none when it was made.</param>
/// <param name="Requirements">What each requirement of the move said, met or not; none where the move requires nothing or nothing moves the matter so.</param>
/// <param name="Touchpoint">The fact that moved it; <see langword="null"/> when it is refused, and nothing was recorded.</param>
/// <param name="Stage">The stage it moved to; <see langword="null"/> when it is refused.</param>
public sealed record MoveAnswer(MatterInStage Before, IReadOnlyList<Reason> Refusals, IReadOnlyList<RequirementAnswer> Requirements, Touchpoint? Touchpoint, MatterStage? Stage)
{
    /// <summary>Whether it was made.</summary>
    public bool Made => Touchpoint is not null;

    /// <summary>The fact that moved the matter.</summary>
    /// <returns>The touchpoint, stored.</returns>
    /// <exception cref="ClienteleException">The move is refused (<see cref="ErrorCodes.MoveRefused"/>); the message holds every reason.</exception>
    public Touchpoint Require() => Touchpoint ?? throw new ClienteleException(ErrorCodes.MoveRefused, $"'{Before.Matter.Title}' stays in '{Before.Stage.Stage}': {string.Join(' ', Refusals.Select(refusal => refusal.Text.En))}");
}

/// <summary>A move that a matter could make from where it is.</summary>
/// <param name="Move">The move.</param>
/// <param name="Title">What the kind of touchpoint that makes it is called.</param>
/// <param name="To">The stage it leads to.</param>
/// <param name="Requirements">What each of its requirements says as of the day; those about the moving touchpoint itself may still be given with it.</param>
public sealed record PossibleMove(Move Move, LocalizedText Title, Stage To, IReadOnlyList<RequirementAnswer> Requirements);

/// <summary>Everything that is known of one matter as of a day.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Stages">The stages it went through up to the day.</param>
/// <param name="Facts">Its touchpoints up to the day, the oldest first.</param>
/// <param name="Origin">The matter it came of; <see langword="null"/> for none.</param>
/// <param name="Linked">The matters that came of it up to the day, with their stage that day.</param>
/// <param name="Moves">What could happen next.</param>
public sealed record MatterCard(Matter Matter, MatterType Type, IReadOnlyList<MatterStage> Stages, IReadOnlyList<Touchpoint> Facts, Matter? Origin, IReadOnlyList<MatterInStage> Linked, IReadOnlyList<PossibleMove> Moves)
{
    /// <summary>The stage it is in that day.</summary>
    public MatterStage Stage => Stages[^1];
}
