using System.Globalization;
using System.Text;

namespace Clientele.Documents;

/// <summary>Writes a rendered letter as a mail: plain text and HTML of the same content, and what is attached (RFC 5322, RFC 2045 to 2047, RFC 2231).</summary>
/// <remarks>The same letter gives the same bytes: the message id and the boundaries follow from the letter's id, the date from its day.</remarks>
internal static class MailLetter
{
    /// <summary>Writes a letter.</summary>
    /// <param name="facts">Who writes to whom, and when.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="id">Its id.</param>
    /// <param name="attachments">What goes with it.</param>
    /// <returns>The bytes, in ASCII with lines that end in CRLF and are no longer than 76 characters.</returns>
    public static byte[] Write(LetterFacts facts, RenderedLetter letter, Guid id, IReadOnlyList<LetterDocument> attachments)
    {
        var text = MimePart.Text("plain", letter.Text);
        var body = MimePart.Multipart("alternative", $"=_{id:N}_a", [text, MimePart.Text("html", letter.Html)]);
        if (attachments.Count > 0)
        {
            body = MimePart.Multipart("mixed", $"=_{id:N}_m", [body, .. attachments.Select((attachment, index) => MimePart.File(attachment, NameFor(letter, attachment, index)))]);
        }

        return Encoding.ASCII.GetBytes(Headers(facts, letter, id) + body);
    }

    private static string Headers(LetterFacts facts, RenderedLetter letter, Guid id)
    {
        var sender = MailAddressText.Of(facts.Firm.Email);
        var recipient = MailAddressText.Of(facts.Contact?.Email ?? "");
        var name = facts.Contact?.Name ?? facts.Client.Name;
        var domain = sender.Length > 0 ? sender[(sender.LastIndexOf('@') + 1)..] : "clientele.invalid";
        return new StringBuilder()
            .Append(sender.Length > 0 ? MailText.Mailbox("From", letter.Form.Firm, sender) : MailText.EmptyGroup("From", letter.Form.Firm))
            .Append(recipient.Length > 0 ? MailText.Mailbox("To", name, recipient) : MailText.EmptyGroup("To", name))
            .Append(MailText.Header("Subject", letter.Subject))
            // Noon in Greenwich is the same day nearly everywhere.
            .Append(CultureInfo.InvariantCulture, $"Date: {facts.AsOf.ToString("ddd, d MMM yyyy", CultureInfo.InvariantCulture)} 12:00:00 +0000\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{id:N}@{domain}>\r\n")
            .Append("MIME-Version: 1.0\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Language: {letter.Culture}\r\n")
            .ToString();
    }

    // The reader sees what the letter is about rather than our name for it.
    private static string NameFor(RenderedLetter letter, LetterDocument attachment, int index)
    {
        var stem = string.Concat(letter.Subject.EnumerateRunes().Take(60).Select(rune => rune.IsAscii && "\\/:*?\"<>|".Contains((char)rune.Value) ? "_" : rune.ToString()));
        return stem + (index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({index + 1})")) + Path.GetExtension(attachment.FileName);
    }
}
