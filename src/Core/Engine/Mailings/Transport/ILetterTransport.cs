namespace Clientele.Mailings;

/// <summary>A letter on its way out.</summary>
/// <remarks>Immutable and thread-safe. Every text is on one line but the bodies.</remarks>
public sealed record OutgoingLetter
{
    /// <summary>The entry it belongs to; the same for every attempt.</summary>
    public required Guid Entry { get; init; }

    /// <summary>The letter in the archive, whose id the message carries.</summary>
    public required Guid Document { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string To { get; init; }

    /// <summary>The recipient's name.</summary>
    public required string ToName { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The letter as an HTML page.</summary>
    public required string Html { get; init; }

    /// <summary>The letter as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The letter as a whole mail, as it is archived.</summary>
    public required ReadOnlyMemory<byte> Mail { get; init; }
}

/// <summary>What became of handing a letter over.</summary>
public enum DeliveryOutcome
{
    /// <summary>It was taken.</summary>
    Accepted,

    /// <summary>It was refused for good, for this recipient or this letter.</summary>
    Refused,

    /// <summary>It was refused for now; it may go out on the next run.</summary>
    Postponed,

    /// <summary>It certainly did not go out, and nothing about it is to blame: no server, no access. The run stops.</summary>
    Unavailable,

    /// <summary>It was handed over and the answer was lost. It may have gone out.</summary>
    Lost,
}

/// <summary>The answer to handing a letter over.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Answer">What the server said, or what went wrong; empty when there is nothing to say.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Answer = "");

/// <summary>Hands letters over: to a mail server (<see cref="SmtpTransport"/>), or to a folder (<see cref="FolderTransport"/>).</summary>
/// <remarks>
/// A sending run calls it for one letter after the other, each once, on whatever thread it is on, after the intent is stored. It says what became of
/// the letter and does not throw for that; whatever it throws counts as <see cref="DeliveryOutcome.Lost"/>. Whoever made it disposes it.
/// </remarks>
public interface ILetterTransport : IDisposable
{
    /// <summary>Hands a letter over and waits for the answer.</summary>
    /// <param name="letter">The letter.</param>
    /// <returns>The answer. When it is not certain that nothing went out, it is <see cref="DeliveryOutcome.Lost"/>.</returns>
    Task<Delivery> SendAsync(OutgoingLetter letter);
}
