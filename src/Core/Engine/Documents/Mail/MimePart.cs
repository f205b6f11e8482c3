using System.Text;

namespace Clientele.Documents;

/// <summary>The parts of a mail, each as its headers, an empty line and its content.</summary>
internal static class MimePart
{
    /// <summary>Text, as readable as its characters permit.</summary>
    public static string Text(string subtype, string text)
    {
        var (encoding, content) = TransferEncoding.Of(text);
        return $"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{content}";
    }

    /// <summary>An attached file.</summary>
    public static string File(LetterDocument file, string name) =>
        MailText.Folded("Content-Type", file.MediaType.Split(' '))
        + "Content-Transfer-Encoding: base64\r\n"
        + MailText.Folded("Content-Disposition", $"attachment; {string.Join("; ", MailText.FileName(name))}".Split(' '))
        + "\r\n" + TransferEncoding.Base64(file.Content.Span);

    /// <summary>Parts together.</summary>
    public static string Multipart(string subtype, string boundary, IReadOnlyList<string> parts)
    {
        var text = new StringBuilder(MailText.Folded("Content-Type", [$"multipart/{subtype};", $"boundary=\"{boundary}\""])).Append("\r\n");
        foreach (var part in parts)
        {
            text.Append("--").Append(boundary).Append("\r\n").Append(part).Append("\r\n");
        }

        return text.Append("--").Append(boundary).Append("--\r\n").ToString();
    }
}
