namespace Clientele.Documents;

/// <summary>What a part of a letter is for; every format sets it by this, and it is the name of the part's style in DOCX and of its class in HTML.</summary>
public enum LetterRole
{
    /// <summary>Our reference, by which an answer finds the letter again.</summary>
    Reference,

    /// <summary>The day, where it stands above the letter.</summary>
    Date,

    /// <summary>Whom it goes to: the inside address, or the line above a Chinese salutation.</summary>
    Recipient,

    /// <summary>The words that open the letter (称谓).</summary>
    Salutation,

    /// <summary>What it is about.</summary>
    Subject,

    /// <summary>The letter itself (正文); it has no lines of its own.</summary>
    Body,

    /// <summary>What is sent with it.</summary>
    Enclosures,

    /// <summary>此致 or 顺颂, two characters in.</summary>
    Wish,

    /// <summary>The words that close the letter: 敬礼, raised to the margin (抬头), or "Yours sincerely,".</summary>
    Closing,

    /// <summary>The firm's name where its seal is set over it (落款).</summary>
    Seal,

    /// <summary>Who signs; in Chinese with the day.</summary>
    Signature,

    /// <summary>What a reader must know about the letter itself, such as that it is a demonstration.</summary>
    Note,
}
