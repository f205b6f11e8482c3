namespace Clientele.Import;

/// <summary>What an import did to the records of one sort.</summary>
/// <param name="Added">Not stored before.</param>
/// <param name="Unchanged">Stored before with equal content.</param>
/// <param name="Changed">Stored before with other content, which they replaced; touchpoints by a correction.</param>
public readonly record struct RecordCounts(long Added, long Unchanged, long Changed)
{
    /// <summary>All of them.</summary>
    public long Total => Added + Unchanged + Changed;
}

/// <summary>What an import read and what it did.</summary>
/// <remarks>Immutable and thread-safe. Every row read is selected or not; every selected row went in, was a duplicate or was rejected.</remarks>
public sealed record ImportResult
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>What was detected in the file, such as <c>CSV, gb18030, comma</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Rows under the header that are not blank.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that the mapping's rule left out.</summary>
    public required long NotSelected { get; init; }

    /// <summary>Rows that repeat an earlier row of the file exactly; they change nothing.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Rows that did not go in.</summary>
    public required long Rejected { get; init; }

    /// <summary>The first rejected rows, at most 100.</summary>
    public required IReadOnlyList<RejectedRow> FirstRejected { get; init; }

    /// <summary>How many rejected rows there are for each reason, by code.</summary>
    public required IReadOnlyDictionary<string, long> RejectedByReason { get; init; }

    /// <summary>Rows that went in although they describe a client, contact or matter otherwise than an earlier row; the first description was kept.</summary>
    public required long Noticed { get; init; }

    /// <summary>The first of them, at most 100.</summary>
    public required IReadOnlyList<RejectedRow> FirstNoticed { get; init; }

    /// <summary>Rows that were taken in.</summary>
    public long TakenIn => Rows - NotSelected - Duplicates - Rejected;

    /// <summary>Clients.</summary>
    public required RecordCounts Clients { get; init; }

    /// <summary>Attribute values of clients and contacts.</summary>
    public required RecordCounts Attributes { get; init; }

    /// <summary>Owners.</summary>
    public required RecordCounts Owners { get; init; }

    /// <summary>Contacts.</summary>
    public required RecordCounts Contacts { get; init; }

    /// <summary>Answers to being contacted.</summary>
    public required RecordCounts Consents { get; init; }

    /// <summary>Matters.</summary>
    public required RecordCounts Matters { get; init; }

    /// <summary>Touchpoints; the changed ones were corrected.</summary>
    public required RecordCounts Touchpoints { get; init; }

    /// <summary>Whether nothing was kept because it was a dry run.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The file that lists the rejected rows; empty when there is none.</summary>
    public required string ErrorFile { get; init; }

    /// <summary>Whether anything in the database was added or changed, or would have been.</summary>
    public bool ChangedAnything => new[] { Clients, Attributes, Owners, Contacts, Consents, Matters, Touchpoints }.Any(counts => counts.Added + counts.Changed > 0);
}
