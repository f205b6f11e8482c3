using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Clientele.Documents;

namespace Clientele.Mailings;

/// <summary>A letter as a message: plain text and HTML, with the id of its document.</summary>
internal static class LetterMessage
{
    /// <summary>Makes the message; whoever asks disposes it.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="fromName">The sender's name.</param>
    /// <param name="html">The HTML, which is written last.</param>
    public static MailMessage Of(OutgoingLetter letter, string from, string fromName, Stream html)
    {
        var message = new MailMessage(new MailAddress(from, SingleLine.Of(fromName), Encoding.UTF8), new MailAddress(letter.To.Trim(), SingleLine.Of(letter.ToName), Encoding.UTF8))
        {
            Subject = SingleLine.Of(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = LetterMessageId.Of(letter.Document, from);
        message.AlternateViews.Add(View(new MemoryStream(Encoding.UTF8.GetBytes(letter.Text), writable: false), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(Stream content, string type) =>
        new(content, new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = System.Net.Mime.TransferEncoding.Base64 };
}
