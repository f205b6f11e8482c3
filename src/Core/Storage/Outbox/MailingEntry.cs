namespace Clientele.Storage;

/// <summary>Where one letter of a mailing stands.</summary>
public enum EntryState
{
    /// <summary>It will be written and sent.</summary>
    Planned,

    /// <summary>It is held back; the reasons say by what.</summary>
    Held,

    /// <summary>It is written and archived, and not handed over.</summary>
    Written,

    /// <summary>The intent to hand it over is stored, and no answer yet.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>It certainly did not go out; the reasons say why. It goes out again only when somebody asks for that.</summary>
    Failed,

    /// <summary>It was handed over and the answer was lost. Only a person can say whether it arrived; it is never sent again by itself.</summary>
    Uncertain,
}

/// <summary>One letter of a mailing: to whom, why, and where it stands.</summary>
/// <remarks>Immutable and thread-safe. Holds no personal data: names and addresses are read from the contact when they are needed.</remarks>
public sealed record MailingEntry
{
    /// <summary>Which entry; follows from the mailing, the letter, the client, the matter and the follow-up.</summary>
    public required Guid Id { get; init; }

    /// <summary>The mailing it belongs to.</summary>
    public required Guid Mailing { get; init; }

    /// <summary>Its place in the mailing, from 1; given by the store.</summary>
    public long Ordinal { get; init; }

    /// <summary>Why the client gets it, as an id: a letter does not go out twice for the same reason.</summary>
    public required Guid Reason { get; init; }

    /// <summary>The letter's qualified name.</summary>
    public required string Letter { get; init; }

    /// <summary>To whom.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The person it goes to; <see langword="null"/> where none is known.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>The matter it is about.</summary>
    public MatterId? Matter { get; init; }

    /// <summary>The follow-up it serves.</summary>
    public FollowUpId? FollowUp { get; init; }

    /// <summary>The culture it is written in; empty while that is not known.</summary>
    public string Culture { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public required EntryState State { get; init; }

    /// <summary>Why it is held back, failed or is uncertain, in the order in which it was found.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What is missing without holding it back, such as a title or a language.</summary>
    public IReadOnlyList<Reason> Notes { get; init; } = [];

    /// <summary>The archived letter, once it is written.</summary>
    public Guid? Document { get; init; }

    /// <summary>The day of the state, for a letter that was written or handed over.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>What became of an entry at one time.</summary>
/// <param name="State">The state it came into.</param>
/// <param name="On">The day.</param>
/// <param name="By">Who decided; empty where the program did.</param>
/// <param name="Note">The server's answer or the person's reason; addresses are left out.</param>
public sealed record MailingEvent(EntryState State, DateOnly On, string By, string Note);
