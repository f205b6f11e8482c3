namespace Clientele.Documents;

/// <summary>Who writes the letters: the letterhead and the signature.</summary>
/// <remarks>Immutable and thread-safe. What is <see langword="null"/> or empty is left out of the letter.</remarks>
public sealed record Firm
{
    /// <summary>The firm's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The postal address, on one line.</summary>
    public LocalizedText? Address { get; init; }

    /// <summary>The telephone number.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The website.</summary>
    public string Website { get; init; } = "";

    /// <summary>Who signs.</summary>
    public LocalizedText? Signatory { get; init; }

    /// <summary>The position of who signs.</summary>
    public LocalizedText? SignatoryTitle { get; init; }

    /// <summary>Whether a Chinese letter on which the firm may be held marks where its seal goes (盖章). Greetings and offers never do.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Seal { get; init; } = true;

    /// <summary>The department that writes.</summary>
    public LocalizedText? Department { get; init; }
}
