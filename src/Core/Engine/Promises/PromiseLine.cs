namespace Clientele.Promises;

/// <summary>A promise as it stands.</summary>
/// <param name="Matter">The promise.</param>
/// <param name="Stage">Its stage: <c>requested</c>, <c>open</c>, <c>kept</c>, <c>broken</c> or <c>declined</c>.</param>
/// <param name="Text">What is promised, or is to be.</param>
/// <param name="Due">By when it is to be kept; <see langword="null"/> where no day was named.</param>
/// <param name="Amount">What it is worth; <see langword="null"/> where it cannot be counted.</param>
/// <param name="By">Who asked for it or made it.</param>
/// <param name="Responsible">Who must keep it on the day: whoever made it, or, after an accepted handover, whoever took over.</param>
/// <param name="Authority">The role that may approve it; empty for a promise that was made without a request.</param>
/// <param name="ReplyBy">The local date and time by which the client was told to have an answer; <see langword="null"/> where none was asked for.</param>
/// <param name="Pending">Whether nobody has answered the request yet, so that no letter may speak of it as promised.</param>
/// <param name="ReplyOverdue">Whether the answer is late.</param>
/// <param name="Overdue">Whether it is promised, its day has passed, and it is not kept.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PromiseLine(
    Matter Matter, string Stage, string Text, DateOnly? Due, decimal? Amount, string By, string Responsible, string Authority, DateTime? ReplyBy, bool Pending, bool ReplyOverdue, bool Overdue);

/// <summary>A client's wish for a promise, and when it gets an answer.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PromiseRequest
{
    /// <summary>Which client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>What is to be promised.</summary>
    public required string Text { get; init; }

    /// <summary>The day and local time of the request.</summary>
    public required DateTime At { get; init; }

    /// <summary>Hours until the client is told; more than 0.</summary>
    public decimal ReplyHours { get; init; } = 24;

    /// <summary>The role that may approve it.</summary>
    public required string Authority { get; init; }

    /// <summary>Who was asked.</summary>
    public string By { get; init; } = "";

    /// <summary>By when it would be kept, where a day was named.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What it would be worth, where that can be counted.</summary>
    public Money? Amount { get; init; }

    /// <summary>The matter it concerns, such as the project; <see langword="null"/> for the client as a whole.</summary>
    public MatterId? Origin { get; init; }
}
