using Clientele.Import.Tests;
using System.Text.RegularExpressions;

namespace Clientele.Tests.Documents.Word;

/// <summary>Every letter as LibreOffice reads it.</summary>
public sealed partial class LibreOfficeTests
{
    [FactNeeding("soffice", "pdftotext")]
    public async Task Every_letter_opens_converts_to_PDF_and_says_there_what_its_plain_text_says()
    {
        using var folder = new TemporaryFolder();
        var letters = EveryLetter.Rendered().ToList();
        foreach (var (name, facts, letter) in letters)
        {
            await File.WriteAllBytesAsync(folder.File($"{name}.docx"), WordFile.Of(letter, facts));
        }

        await Programs.RunAsync("soffice", ["--headless", "--norestore", $"-env:UserInstallation={new Uri(folder.File("profile")).AbsoluteUri}", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.Path, .. letters.Select(letter => folder.File($"{letter.Name}.docx"))]);

        foreach (var (name, _, letter) in letters)
        {
            var read = await Programs.RunAsync("pdftotext", "-raw", "-enc", "UTF-8", folder.File($"{name}.pdf"), "-");
            Assert.Equal(Words(letter.Text), Words(PageFrame(letter.Form.Firm).Replace(read, "")));
        }
    }

    // What a page has beside the letter: its number, and from the second page on the firm's name.
    private static Regex PageFrame(string firm) => new($@"第 \d+ 页，共 \d+ 页|Page \d+ of \d+|(?<=\f){Regex.Escape(firm)}", RegexOptions.None, TimeSpan.FromSeconds(5));

    // Marks of lists, rules and separators are drawn differently on paper and in a mail.
    private static string Words(string text) => Marks().Replace(text, "");

    [GeneratedRegex(@"[\s\u2022\u00B7|-]", RegexOptions.None, 5000)]
    private static partial Regex Marks();
}
