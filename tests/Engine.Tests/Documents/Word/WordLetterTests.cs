using System.IO.Compression;
using System.Xml.Linq;
using Clientele.Documents;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Clientele.Tests.Documents.Word;

public sealed class WordLetterTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_letter_is_a_Word_document_without_a_fault(string culture)
    {
        var file = WordFile.Of(SomeLetter.Warranty(DocumentLanguage.Of(culture)));

        Assert.Empty(WordFile.Errors(file));
        Golden.Verify($"Verified/warranty-notice.{culture}.xml", Part(file, "word/document.xml"));
        Golden.Verify($"Verified/styles.{culture}.xml", Part(file, "word/styles.xml"));
    }

    [Fact]
    public void The_same_letter_gives_the_same_bytes() => Assert.Equal(WordFile.Of(SomeLetter.Warranty(DocumentLanguage.Chinese)), WordFile.Of(SomeLetter.Warranty(DocumentLanguage.Chinese)));

    [Fact]
    public void No_entry_carries_a_clock_or_a_compression_that_differs_between_machines()
    {
        using var zip = new ZipArchive(new MemoryStream(WordFile.Of(SomeLetter.Facts())));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(zip.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
    }

    [Fact]
    public void The_properties_name_the_subject_the_firm_and_the_day_of_the_letter()
    {
        using var document = WordFile.Open(WordFile.Of(SomeLetter.Facts()));

        Assert.Equal("工程回访函", document.PackageProperties.Title);
        Assert.Equal("中正建设集团有限公司", document.PackageProperties.Creator);
        Assert.Equal(new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc), document.PackageProperties.Created!.Value.ToUniversalTime());
        Assert.Equal("zh-CN", document.PackageProperties.Language);
    }

    [Fact]
    public void Every_construct_of_Markdown_has_its_own_in_Word()
    {
        const string Markdown = """
            # Subject

            A *b* **c** ***d*** `e` [f](https://example.com/x?a=1&b=2) <mailto:g@example.com>\
            h

            ## Second

            - one
              - two

                more of two
            - three

            7. seven
            8. eight

            1) one again

            > quoted

                code
                two lines

            ---

            | item | amount |
            |---|---:|
            | a | 1 |
            | b | 2 |
            """;
        var letter = Letter(Markdown);
        var file = WordFile.Of(letter, SomeLetter.Facts(DocumentLanguage.English));

        Assert.Empty(WordFile.Errors(file));
        Golden.Verify("Verified/constructs.xml", Part(file, "word/document.xml"));
        using var document = WordFile.Open(file);
        var main = document.MainDocumentPart!;
        Assert.Equal(["https://example.com/x?a=1&b=2", "mailto:g@example.com"], main.HyperlinkRelationships.Select(link => link.Uri.OriginalString));
        Assert.Equal([7, 1], main.NumberingDefinitionsPart!.Numbering.Descendants<StartOverrideNumberingValue>().Select(start => start.Val!.Value));
    }

    [Theory]
    [InlineData("[a](https://)")]
    [InlineData("[a](http://[bad)")]
    [InlineData("[a](<https://exa mple.com/ä ö>)")]
    [InlineData("[a](https://example.com/%zz)")]
    [InlineData("[a](mailto:)")]
    [InlineData("[](https://example.com)")]
    [InlineData("- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n              - h\n                - i\n                  - j\n                    - k")]
    [InlineData("| a |\n|---|\n\n| b |\n|---|\n| c | d |")]
    [InlineData("- > - x\n  - | a |\n    |---|\n    | b |")]
    [InlineData("999999999. x")]
    [InlineData("0. x")]
    [InlineData("#\n\n##\n\n**")]
    [InlineData("-\n-\n\n1.")]
    public void Whatever_a_template_writes_gives_a_document_without_a_fault(string markdown) =>
        Assert.Empty(WordFile.Errors(WordFile.Of(Letter("# Subject\n\n" + markdown), SomeLetter.Facts(DocumentLanguage.English))));

    private static RenderedLetter Letter(string markdown) =>
        new LetterRenderer(SomeLetter.Templates()).Render(SomeLetter.Passed(SomeLetter.Facts(DocumentLanguage.English))) with { Markdown = markdown };

    private static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream).ToString() + "\n";
    }
}
