using Clientele.Documents;
using Clientele.Storage;

namespace Clientele.Mailings;

/// <summary>How to send a mailing.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SendingOptions
{
    /// <summary>The day on which the letters go out: guards are asked and letters are dated as of it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who sends; empty for the owner of each follow-up or client.</summary>
    public string By { get; init; } = "";

    /// <summary>Whether letters that failed before are tried again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Decisions of those who may override a guard.</summary>
    public IReadOnlyList<GuardOverride> Overrides { get; init; } = [];
}

/// <summary>What a run of sending did.</summary>
/// <param name="Counts">How many entries of the mailing are in each state now.</param>
/// <param name="Stopped">Why it stopped before the end; <see langword="null"/> when every entry had its turn.</param>
public sealed record SendingResult(IReadOnlyDictionary<EntryState, int> Counts, Reason? Stopped);
