using System.Globalization;
using System.Text;

namespace Clientele.Documents;

/// <summary>Writes a rendered letter in any of the formats.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="printer">Prints PDFs.</param>
internal sealed class LetterFiles(PdfPrinter printer)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly WordLetter _word = new();

    /// <summary>Writes a letter.</summary>
    /// <param name="facts">What it was made from.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="id">Its id, which a mail and a document carry.</param>
    /// <param name="format">As what.</param>
    /// <param name="attachments">What goes with a mail.</param>
    /// <param name="cancellationToken">Stops the printing of a PDF.</param>
    /// <returns>The file.</returns>
    public async Task<LetterDocument> WriteAsync(LetterFacts facts, RenderedLetter letter, Guid id, LetterFormat format, IReadOnlyList<LetterDocument> attachments, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> content = format.Name switch
        {
            "html" => Utf8.GetBytes(letter.Html),
            "text" => Utf8.GetBytes(letter.Text),
            "markdown" => Utf8.GetBytes(letter.Markdown),
            "docx" => Word(facts, letter, id),
            "eml" => MailLetter.Write(facts, letter, id, attachments),
            _ => await printer.PrintAsync(letter, () => Word(facts, letter, id), cancellationToken).ConfigureAwait(false),
        };
        return new LetterDocument(NameOf(facts, letter) + format.Extension, format.MediaType, content);
    }

    private byte[] Word(LetterFacts facts, RenderedLetter letter, Guid id) => _word.Write(letter, facts.AsOf, id);

    private static string NameOf(LetterFacts facts, RenderedLetter letter) =>
        string.Create(CultureInfo.InvariantCulture, $"{facts.Letter.Name}{(facts.Matter is { } matter ? $".{matter.Matter.Id.ToString()[..8]}" : "")}.{letter.Culture}");
}
