namespace Clientele.Mailings;

/// <summary>Which letters to whom.</summary>
/// <remarks>Immutable and thread-safe. The same request on the same day is the same mailing.</remarks>
public sealed record MailingRequest
{
    /// <summary>The letter's qualified name; empty for every letter that serves a follow-up due, which needs <see cref="Due"/>.</summary>
    public string Letter { get; init; } = "";

    /// <summary>Whether the letters serve the follow-ups due; otherwise <see cref="Letter"/> goes to every client of the population.</summary>
    public bool Due { get; init; }

    /// <summary>The day of the letters.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The scheme by whose segment the population is chosen; empty for all clients.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>The segment of <see cref="Scheme"/> whose members get the letter.</summary>
    public string Segment { get; init; } = "";

    /// <summary>The only clients to consider; empty for all.</summary>
    public IReadOnlyList<ClientId> Clients { get; init; } = [];

    /// <summary>What makes a letter asked for by hand another one than the last of its name to the same client, such as <c>spring festival 2027</c>; empty for a letter that goes to a client once. At most 100 characters.</summary>
    public string Occasion { get; init; } = "";

    /// <summary>How many letters may go out on one day, 1 or more; the rest waits for the next days. <see langword="null"/> for as many as there are.</summary>
    public int? DailyMaximum { get; init; }
}

/// <summary>How far a mailing has come.</summary>
/// <param name="Done">How many letters were considered, written or handed over in this run.</param>
/// <param name="Total">How many there are; <see langword="null"/> while that is not known.</param>
public readonly record struct MailingProgress(int Done, int? Total);
