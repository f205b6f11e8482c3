namespace Clientele.Documents;

/// <summary>Which letter to write to whom.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LetterRequest
{
    /// <summary>The letter.</summary>
    public required LetterDefinition Letter { get; init; }

    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The day of the letter.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Who writes.</summary>
    public required Firm Firm { get; init; }

    /// <summary>The person to write to; <see langword="null"/> for the client's primary contact, or its only one, or else nobody in particular.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>The matter to write about; <see langword="null"/> for the follow-up's, or else the one that entered a stage of the letter last.</summary>
    public MatterId? Matter { get; init; }

    /// <summary>The promises that the letter speaks of; the matter itself, where it is one, is among them anyway.</summary>
    public IReadOnlyList<MatterId> Promises { get; init; } = [];

    /// <summary>The follow-up that the letter serves; <see langword="null"/> for a letter asked for by hand.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>What is sent with the letter, by its name in the letter's language; the letter lists it as 附件 or "Enc.".</summary>
    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>The language to write in; <see langword="null"/> for the contact's, or else the client's, or else <see cref="DefaultLanguage"/>.</summary>
    public DocumentLanguage? Language { get; init; }

    /// <summary>The language where nothing says which.</summary>
    /// <value>The default is Chinese.</value>
    public DocumentLanguage DefaultLanguage { get; init; } = DocumentLanguage.Chinese;
}
