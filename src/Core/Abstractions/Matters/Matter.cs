namespace Clientele;

/// <summary>Something with a life of its own, opened for a client: a project, a bid, a complaint, a promise.</summary>
/// <remarks>Immutable and thread-safe. Its stage is not part of it: see <see cref="MatterStage"/>.</remarks>
public sealed record Matter
{
    /// <summary>Which matter this is.</summary>
    public required MatterId Id { get; init; }

    /// <summary>For whom it was opened.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The name of its registered <see cref="MatterType"/>.</summary>
    public required string Type { get => field; init => field = Require.Name(value); }

    /// <summary>What it is called; not blank.</summary>
    public required string Title { get => field; init => field = Require.Text(value); }

    /// <summary>The day it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Its id in its source, such as a contract or complaint number; empty for one entered by hand.</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>Where it was read.</summary>
    public string Source { get; init; } = "";

    /// <summary>The matter it came of: the complaint's visit that found it, the phase before it, the project under review. A matter keeps the origin it was stored with.</summary>
    public MatterId? Origin { get; init; }
}

/// <summary>A stage that a matter was in, from a day until the day of its next move.</summary>
/// <param name="Matter">Which matter.</param>
/// <param name="Stage">The name of the stage.</param>
/// <param name="From">The day it entered the stage.</param>
/// <param name="Until">The day it left; <see langword="null"/> while it is in it.</param>
/// <param name="By">The touchpoint that moved it there; <see langword="null"/> for the opening.</param>
public sealed record MatterStage(MatterId Matter, string Stage, DateOnly From, DateOnly? Until, TouchpointId? By);
