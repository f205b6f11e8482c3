namespace Clientele;

/// <summary>An immutable fact: what happened with a client, and when.</summary>
/// <remarks>
/// Touchpoints are only ever appended. One that turned out wrong is corrected by a new one that names it in <see cref="Corrects"/>
/// and takes its place; a correction with <see cref="Withdrawn"/> set takes it away. Thread-safe.
/// </remarks>
public sealed record Touchpoint
{
    /// <summary>Which fact this is. Importing the same id again with equal content changes nothing.</summary>
    public required TouchpointId Id { get; init; }

    /// <summary>With whom it happened.</summary>
    public required ClientId Client { get; init; }

    /// <summary>What happened: the name of a registered <see cref="TouchpointKind"/>.</summary>
    public required string Kind { get => field; init => field = Require.Name(value); }

    /// <summary>The day it happened.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The instant it was recorded; set by the store when left at the default.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>How: <c>phone</c>, <c>visit</c>, <c>email</c>, <c>letter</c>…; empty when it does not matter.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The employee who did it; empty when nobody of ours did.</summary>
    public string By { get; init; } = "";

    /// <summary>The person it happened with, where known.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>The matter it belongs to, which it may move to another stage.</summary>
    public MatterId? Matter { get; init; }

    /// <summary>The amount it carries, in the currency of the workspace.</summary>
    public Money? Amount { get; init; }

    /// <summary>What was said or seen; free text without personal data.</summary>
    public string Note { get; init; } = "";

    /// <summary>The typed details its kind declares, in invariant form.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The touchpoint this one corrects.</summary>
    public TouchpointId? Corrects { get; init; }

    /// <summary>Whether this correction takes the corrected touchpoint away rather than replacing it.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Where the fact was read, such as a file or a system; empty for one entered by hand.</summary>
    public string Source { get; init; } = "";
}
