using Clientele.Documents;

namespace Clientele.Tests.Documents;

/// <summary>Renders what the repository ships, with much and with little known: no letter may fail for a client of whom we know only the name.</summary>
public sealed class EveryTemplateTests
{
    public static TheoryData<string, string, string> Letters()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (prefix, folder) in SomeLetter.Folders)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "letters"), "*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal))
            {
                var parts = file!.Split('.', 2);
                data.Add(prefix, parts[0], parts[1][..^3]);
            }
        }

        return data;
    }

    public static TheoryData<string, string, string> Reports()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (prefix, folder) in SomeLetter.Folders)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "reports"), "*.html").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal))
            {
                data.Add(prefix, file!, "zh-CN");
                data.Add(prefix, file!, "en");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Every_letter_renders(string prefix, string template, string culture)
    {
        var much = SomeLetter.Warranty(DocumentLanguage.Of(culture));
        much = much with { Letter = much.Letter with { Name = $"{prefix}.letter", Template = template, Purpose = "service" } };
        var little = new LetterFacts
        {
            Letter = much.Letter with { Purpose = "" }, AsOf = much.AsOf, Language = much.Language, Currency = "AUD", Firm = new Firm { Name = new("Firm", "公司") },
            Client = new Client { Id = much.Client.Id, Name = "Somebody", Since = new(2026, 3, 1) },
            Matter = much.Matter! with { Details = [], Amount = 0 }, Invented = true,
        };
        var renderer = new LetterRenderer(SomeLetter.Templates());

        foreach (var letter in new[] { much, little }.Select(facts => renderer.Render(SomeLetter.Passed(facts))))
        {
            Assert.NotEmpty(letter.Subject);
            Assert.DoesNotContain("{{", letter.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("&lt;p&gt;", letter.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_report_renders(string prefix, string template, string culture)
    {
        var much = SomeReport.Facts();
        much = much with { Report = much.Report with { Name = $"{prefix}.report", Template = template } };
        var little = new ReportFacts { Report = much.Report, AsOf = much.AsOf, Currency = "AUD", Firm = much.Firm };
        var renderer = new ReportRenderer(SomeLetter.Templates());

        foreach (var report in new[] { much, little }.Select(facts => renderer.Render(facts, DocumentLanguage.Of(culture))))
        {
            Assert.Contains("</html>", report.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("&lt;svg", report.Html, StringComparison.Ordinal);
        }
    }
}
