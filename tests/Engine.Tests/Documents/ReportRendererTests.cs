using System.Text.RegularExpressions;
using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class ReportRendererTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_report_shows_its_tables_and_charts(string culture)
    {
        var report = new ReportRenderer(SomeLetter.Templates()).Render(SomeReport.Facts(), DocumentLanguage.Of(culture));

        Golden.Verify($"Verified/contractor-clients.{culture}.html", HtmlSkeleton.WithoutStyle(report.Html));
    }

    [Fact]
    public void A_report_is_one_file_that_fetches_nothing_and_runs_only_what_sorts_its_tables()
    {
        var html = new ReportRenderer(SomeLetter.Templates()).Render(SomeReport.Facts(), DocumentLanguage.English).Html;

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("<(link|iframe|object|embed|img|base|form)\\b|\\son[a-z]+=|\\b(src|href|action)=|url\\(|@import|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), html);
        Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("O&#39;Neill &amp; Sons &lt;Pty&gt; Ltd", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_store_gives_a_report_all_the_same()
    {
        var facts = new ReportFacts { Report = SomeReport.Facts().Report, AsOf = new(2026, 3, 31), Currency = "CNY", Firm = SomeLetter.Firm };

        Golden.Verify("Verified/contractor-clients-empty.en.html", HtmlSkeleton.WithoutStyle(new ReportRenderer(SomeLetter.Templates()).Render(facts, DocumentLanguage.English).Html));
    }
}
