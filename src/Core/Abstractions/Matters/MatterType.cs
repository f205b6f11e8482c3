namespace Clientele;

/// <summary>A stage that a matter can be in.</summary>
/// <param name="Name">The stage's name: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
/// <param name="Final">Whether a matter that reaches it is over.</param>
public sealed record Stage(string Name, LocalizedText Title, bool Final = false)
{
    /// <summary>Whether a matter that reaches it has succeeded: an order won, a phase commissioned. Win rates and continuation rates count these.</summary>
    public bool Success { get; init; }
}

/// <summary>A kind of matter: a project, a bid, a complaint, a promise. A typed state machine, opened for a client and moved by touchpoints.</summary>
/// <remarks>Immutable and thread-safe. A matter's stage is the fold of its touchpoints over <see cref="Moves"/>, so it is known for every day.</remarks>
public sealed record MatterType
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The stages in their usual order; a new matter is in the first.</summary>
    public required IReadOnlyList<Stage> Stages { get => field; init => field = Require.NotEmpty(value); }

    /// <summary>The permitted moves. A touchpoint that would make another one, or one whose requirements are not met, leaves the matter where it is; asked for through the API it is refused with <see cref="ErrorCodes.MoveRefused"/>.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>The matters that come of one of this type; none by default.</summary>
    public IReadOnlyList<FollowOn> FollowOns { get; init; } = [];
}
