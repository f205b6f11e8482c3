using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class LetterRendererTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_return_visit_letter_reads_as_a_firm_would_send_it(string culture)
    {
        var letter = new LetterRenderer(SomeLetter.Templates()).Render(SomeLetter.Passed(SomeLetter.Facts(DocumentLanguage.Of(culture))));

        Golden.Verify($"Verified/return-visit.{culture}.html", HtmlSkeleton.WithoutStyle(letter.Html));
        Golden.Verify($"Verified/return-visit.{culture}.txt", letter.Text);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_warranty_notice_reads_as_a_firm_would_send_it(string culture)
    {
        var letter = new LetterRenderer(SomeLetter.Templates()).Render(SomeLetter.Passed(SomeLetter.Warranty(DocumentLanguage.Of(culture))));

        Golden.Verify($"Verified/warranty-notice.{culture}.html", HtmlSkeleton.WithoutStyle(letter.Html));
        Golden.Verify($"Verified/warranty-notice.{culture}.txt", letter.Text);
    }
}
