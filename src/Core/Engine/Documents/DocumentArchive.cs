using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Makes the archive's rows of rendered documents.</summary>
/// <remarks>The id follows from name, client, culture and day, so that rendering a document again replaces its row.</remarks>
public static class DocumentArchive
{
    /// <summary>The row of a letter.</summary>
    /// <param name="passed">What it was made from.</param>
    /// <param name="letter">What came out.</param>
    /// <param name="path">Where it was written; empty when it was only handed over.</param>
    /// <returns>The row.</returns>
    public static ArchivedDocument Of(PassedLetter passed, RenderedLetter letter, string path = "")
    {
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(letter);
        var facts = passed.Facts;
        return new ArchivedDocument(
            IdOf(facts), "letter", facts.Letter.Name, facts.Client.Id, facts.Contact?.Id,
            letter.Culture, facts.AsOf, letter.TemplatePath, letter.TemplateHash, letter.OutputHash, path);
    }

    /// <summary>The id of a letter: of its row here, of the mail that carries it, of the document's properties.</summary>
    /// <param name="facts">What it is made from.</param>
    /// <returns>The id, the same for letter, client, matter, language and day.</returns>
    public static Guid IdOf(LetterFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        // A letter about one matter does not replace the letter about another.
        var subject = facts.Matter is { } matter ? $"{facts.Client.Id}\n{matter.Matter.Id}" : facts.Client.Id.ToString();
        return Id("letter", facts.Letter.Name, subject, facts.Language.Culture, facts.AsOf);
    }

    /// <summary>The row of a report.</summary>
    /// <param name="facts">What it was made from.</param>
    /// <param name="report">What came out.</param>
    /// <param name="path">Where it was written; empty when it was only handed over.</param>
    /// <returns>The row.</returns>
    public static ArchivedDocument Of(ReportFacts facts, RenderedReport report, string path = "")
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(report);
        return new ArchivedDocument(
            Id("report", facts.Report.Name, "", report.Culture, facts.AsOf), "report", facts.Report.Name, null, null,
            report.Culture, facts.AsOf, report.TemplatePath, report.TemplateHash, report.OutputHash, path);
    }

    // A version 8 UUID (RFC 9562) from the SHA-256 of the parts, as the ids of facts are made.
    private static Guid Id(string kind, string name, string subject, string culture, DateOnly asOf)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}\u001F{name}\u001F{subject}\u001F{culture}\u001F{asOf:yyyy-MM-dd}")), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
