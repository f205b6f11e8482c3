using System.Diagnostics;
using Clientele.Documents;
using Clientele.Import.Tests;

namespace Clientele.Tests.Documents.Pdf;

/// <summary>PDFs from installed programs. A PDF carries the time of its making, so it is held against the letter by its text.</summary>
public sealed class PdfPrinterTests
{
    [Fact]
    public async Task A_program_that_is_not_there_is_one_error_that_says_what_to_install()
    {
        await using var printer = new PdfPrinter("/nowhere/chromium");

        var error = await Assert.ThrowsAsync<ClienteleException>(() => PrintAsync(printer, SomeLetter.Facts()));

        Assert.Equal(ErrorCodes.PdfProgramMissing, error.Code);
        Assert.Contains("/nowhere/chromium", error.Message, StringComparison.Ordinal);
    }

    [FactNeeding("true")]
    public async Task A_program_that_is_no_browser_is_one_error()
    {
        await using var printer = new PdfPrinter(Programs.Find("true"));

        Assert.Equal(ErrorCodes.PdfFailed, (await Assert.ThrowsAsync<ClienteleException>(() => PrintAsync(printer, SomeLetter.Facts()))).Code);
    }

    [FactNeeding("chromium", "pdftotext", "pdfinfo")]
    public async Task One_browser_prints_letter_after_letter_with_their_own_text_on_A4()
    {
        await using var printer = new PdfPrinter("chromium");
        using var folder = new TemporaryFolder();
        foreach (var (name, _, letter) in EveryLetter.Rendered())
        {
            var file = folder.File($"{name}.pdf");
            await File.WriteAllBytesAsync(file, await printer.PrintAsync(letter, () => throw new InvalidOperationException()));

            Assert.Equal(Words(letter.Text), Words(await Programs.RunAsync("pdftotext", "-raw", "-enc", "UTF-8", file, "-")));
        }

        Assert.Contains("A4", await Programs.RunAsync("pdfinfo", folder.File("core.return-visit.en.pdf")), StringComparison.Ordinal);
    }

    [FactNeeding("chromium", "pgrep")]
    public async Task Nothing_is_left_running_and_no_folder_is_left_behind()
    {
        var before = Folders();
        var browser = 0;
        await using (var printer = new PdfPrinter("chromium"))
        {
            await PrintAsync(printer, SomeLetter.Facts());
            browser = Folders().Except(before).Count();
        }

        Assert.Equal(1, browser);
        Assert.Empty(Folders().Except(before));
        Assert.DoesNotContain(Process.GetProcesses(), process => CommandLine(process).Contains("clientele-pdf-", StringComparison.Ordinal) && before.All(folder => !CommandLine(process).Contains(folder, StringComparison.Ordinal)));
    }

    [FactNeeding("chromium")]
    public async Task A_script_in_a_page_does_not_run_and_nothing_is_fetched()
    {
        await using var printer = new PdfPrinter("chromium");

        var quiet = await printer.PrintAsync("<p>a</p><script>while (true) { }</script><img src='http://127.0.0.1:9/x.png'><iframe src='file:///etc/passwd'></iframe>");

        Assert.Equal("%PDF"u8.ToArray(), quiet[..4]);
    }

    [FactNeeding("soffice", "pdftotext")]
    public async Task LibreOffice_prints_where_there_is_no_browser()
    {
        await using var printer = new PdfPrinter("soffice");
        using var folder = new TemporaryFolder();
        var file = folder.File("letter.pdf");

        await File.WriteAllBytesAsync(file, await PrintAsync(printer, SomeLetter.Facts()));

        Assert.Contains("二〇二六年三月三十一日", Words(await Programs.RunAsync("pdftotext", "-raw", "-enc", "UTF-8", file, "-")), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.PdfProgramMissing, (await Assert.ThrowsAsync<ClienteleException>(() => printer.PrintAsync("<p>a report</p>"))).Code);
    }

    private static Task<byte[]> PrintAsync(PdfPrinter printer, LetterFacts facts) =>
        printer.PrintAsync(new LetterRenderer(SomeLetter.Templates()).Render(SomeLetter.Passed(facts)), () => Word.WordFile.Of(facts));

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "clientele-pdf-*");

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Words(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not ('\u2022' or '\u00B7' or '|' or '-')));
}
