namespace Clientele.Documents;

/// <summary>What makes letters of a batch personal enough to be sent.</summary>
/// <remarks>Immutable and thread-safe. Row S2-34: never a mass mailing.</remarks>
public sealed record BatchRules
{
    /// <summary>The rules where nothing else is said.</summary>
    public static BatchRules Standard { get; } = new();

    /// <summary>The purposes they are for.</summary>
    /// <value>The default is <c>greeting</c> alone.</value>
    public IReadOnlyList<string> Purposes { get; init; } = ["greeting"];

    /// <summary>Letters more alike than this are refused, from 0 to 1.</summary>
    /// <value>The default is 0.8.</value>
    public decimal MostAlike { get; init; } = 0.8m;

    /// <summary>How many facts about the client or the contact a letter must mention.</summary>
    /// <value>The default is 2.</value>
    public int LeastFacts { get; init; } = 2;

    /// <summary>How many days back a letter is compared with what the contact got before.</summary>
    /// <value>The default is 400: last year's festival, wherever the moon put it.</value>
    public int DaysBack { get; init; } = 400;

    /// <summary>How many pairs of letters are listed at most.</summary>
    /// <value>The default is 10.</value>
    public int MostPairs { get; init; } = 10;
}

/// <summary>Something that keeps a batch, or a letter of it, from being sent.</summary>
/// <param name="Letters">The places of the letters in the batch, from 0: two that are alike, or one.</param>
/// <param name="Reason">What is wrong: <c>alike</c>, <c>same_as_before</c>, <c>impersonal</c> or <c>no_representative</c>.</param>
public sealed record BatchRefusal(IReadOnlyList<int> Letters, Reason Reason);

/// <summary>What came of judging a batch.</summary>
/// <param name="Refusals">What is wrong; none when the batch may be sent.</param>
public sealed record BatchResult(IReadOnlyList<BatchRefusal> Refusals)
{
    /// <summary>Whether the batch may be sent.</summary>
    public bool Allowed => Refusals.Count == 0;
}
