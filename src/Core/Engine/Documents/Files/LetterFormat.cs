namespace Clientele.Documents;

/// <summary>A kind of file that a letter can be written as.</summary>
/// <remarks>Immutable and thread-safe; there are the six below and no others.</remarks>
public sealed class LetterFormat
{
    private LetterFormat(string name, string extension, string mediaType)
    {
        Name = name;
        Extension = extension;
        MediaType = mediaType;
    }

    /// <summary>A page that fetches nothing and runs nothing.</summary>
    public static LetterFormat Html { get; } = new("html", ".html", "text/html; charset=utf-8");

    /// <summary>Plain text.</summary>
    public static LetterFormat Text { get; } = new("text", ".txt", "text/plain; charset=utf-8");

    /// <summary>What the letter's template gave: subject and body without the form around them.</summary>
    public static LetterFormat Markdown { get; } = new("markdown", ".md", "text/markdown; charset=utf-8");

    /// <summary>A Word document.</summary>
    public static LetterFormat Docx { get; } = new("docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /// <summary>A mail of plain text and HTML, with what is attached, as mail programs open it.</summary>
    public static LetterFormat Eml { get; } = new("eml", ".eml", "message/rfc822");

    /// <summary>A PDF, printed by an installed Chromium or LibreOffice.</summary>
    public static LetterFormat Pdf { get; } = new("pdf", ".pdf", "application/pdf");

    /// <summary>All formats.</summary>
    public static IReadOnlyList<LetterFormat> All { get; } = [Html, Text, Markdown, Docx, Eml, Pdf];

    /// <summary>The name that operators use, such as <c>docx</c>.</summary>
    public string Name { get; }

    /// <summary>How the file's name ends, such as <c>.docx</c>.</summary>
    public string Extension { get; }

    /// <summary>The media type (RFC 6838).</summary>
    public string MediaType { get; }

    /// <summary>Whether the same letter gives the same bytes on every machine; a PDF does not, and is compared by its text.</summary>
    public bool IsReproducible => this != Pdf;

    /// <summary>Finds a format by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ClienteleException">There is none of that name (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static LetterFormat Named(string name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ClienteleException(ErrorCodes.RecordInvalid, $"Letters are written as {string.Join(", ", All.Select(format => format.Name))}, not as '{name}'.");

    /// <summary>The format's name.</summary>
    /// <returns>Such as <c>docx</c>.</returns>
    public override string ToString() => Name;
}
