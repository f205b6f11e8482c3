using System.Globalization;
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
        return Row(IdOf(passed.Facts), passed.Facts, letter, path);
    }

    /// <summary>The id of a letter: of its row here, of the mail that carries it, of the document's properties.</summary>
    /// <param name="facts">What it is made from.</param>
    /// <returns>The id, the same for letter, client, matter, language and day.</returns>
    public static Guid IdOf(LetterFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        // A letter about one matter does not replace the letter about another.
        var subject = facts.Matter is { } matter ? $"{facts.Client.Id}\n{matter.Matter.Id}" : facts.Client.Id.ToString();
        return DocumentId.Of("letter", facts.Letter.Name, subject, facts.Language.Culture, Day(facts.AsOf));
    }

    /// <summary>The row of a letter of a mailing: what was handed over is not replaced by a letter rendered on the same day.</summary>
    internal static ArchivedDocument Of(PassedLetter passed, RenderedLetter letter, MailingEntry entry) => Row(DocumentId.Of("letter", entry.Id.ToString()), passed.Facts, letter, "");

    private static ArchivedDocument Row(Guid id, LetterFacts facts, RenderedLetter letter, string path) =>
        new(id, "letter", facts.Letter.Name, facts.Client.Id, facts.Contact?.Id,
            letter.Culture, facts.AsOf, letter.TemplatePath, letter.TemplateHash, letter.OutputHash, path);

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
            DocumentId.Of("report", facts.Report.Name, "", report.Culture, Day(facts.AsOf)), "report", facts.Report.Name, null, null,
            report.Culture, facts.AsOf, report.TemplatePath, report.TemplateHash, report.OutputHash, path);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
