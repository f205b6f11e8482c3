using Clientele.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Clientele.Tests.Documents.Word;

/// <summary>A letter as a Word document, and what a reader of the format says about it.</summary>
internal static class WordFile
{
    private static readonly WordLetter Writer = new();

    public static byte[] Of(LetterFacts facts) => Of(new LetterRenderer(SomeLetter.Templates()).Render(SomeLetter.Passed(facts)), facts);

    public static byte[] Of(RenderedLetter letter, LetterFacts facts) => Writer.Write(letter, facts.AsOf, DocumentArchive.IdOf(facts));

    /// <summary>Everything that the schema of Word 2019 has against the file.</summary>
    public static IReadOnlyList<string> Errors(byte[] file)
    {
        using var document = Open(file);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    public static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
