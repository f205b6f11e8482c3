using System.Text.RegularExpressions;

namespace Clientele.Plugins.Tests;

public sealed class TemplateFileTests
{
    // An ASCII comma, colon, semicolon or bracket beside a Chinese character.
    private static readonly Regex Misset = new(@"[\u4e00-\u9fff][,:;(?!]|[,:;)?!][\u4e00-\u9fff]", RegexOptions.None, TimeSpan.FromSeconds(1));

    public static TheoryData<string> Industries => Industry.Names;

    [Theory]
    [MemberData(nameof(Industries))]
    public void Every_letter_exists_in_both_languages(string name)
    {
        var industry = Industry.Of(name);

        Assert.All(industry.Registered.AllLetters, letter =>
        {
            Assert.True(File.Exists(Path.Combine(industry.Folder, "templates/letters", $"{letter.Template}.zh-CN.md")), $"{letter.Template}.zh-CN.md");
            Assert.True(File.Exists(Path.Combine(industry.Folder, "templates/letters", $"{letter.Template}.en.md")), $"{letter.Template}.en.md");
        });
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void Every_report_has_its_template(string name)
    {
        var industry = Industry.Of(name);

        Assert.NotEmpty(industry.Registered.AllReports);
        Assert.All(industry.Registered.AllReports, report => Assert.True(File.Exists(Path.Combine(industry.Folder, "templates/reports", $"{report.Template}.html")), report.Template));
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void Every_template_belongs_to_a_document(string name)
    {
        var industry = Industry.Of(name);
        var letters = industry.Registered.AllLetters.SelectMany(letter => new[] { $"{letter.Template}.zh-CN.md", $"{letter.Template}.en.md" }).Distinct(StringComparer.Ordinal);
        var reports = industry.Registered.AllReports.Select(report => $"{report.Template}.html");

        Assert.Equal(letters.Order(StringComparer.Ordinal), FilesIn(industry, "letters"));
        Assert.Equal(reports.Order(StringComparer.Ordinal), FilesIn(industry, "reports"));
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void A_letter_begins_with_its_subject(string name)
    {
        var folder = Path.Combine(Industry.Of(name).Folder, "templates/letters");

        Assert.All(Directory.EnumerateFiles(folder, "*.md"), file => Assert.Contains(File.ReadLines(file), line => line.StartsWith("# ", StringComparison.Ordinal)));
    }

    /// <summary>Words that put the blame on the client have no place in a letter of ours (row S1-22).</summary>
    [Theory]
    [Trait("Row", "S1-22")]
    [MemberData(nameof(Industries))]
    public void No_letter_holds_words_of_blame(string name)
    {
        string[] words = ["过错", "违约", "责任在贵方", "贵方责任", "your fault", "your failure", "you failed", "breach", "negligence"];
        var folder = Path.Combine(Industry.Of(name).Folder, "templates/letters");

        Assert.All(Directory.EnumerateFiles(folder, "*.md"), file => Assert.All(words, word => Assert.DoesNotContain(word, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Chinese_text_is_set_in_Chinese_punctuation()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Industry.RepositoryRoot(), "templates"), "*", SearchOption.AllDirectories);

        Assert.All(files, file => Assert.Empty(Misset.Matches(File.ReadAllText(file)).Select(match => match.Value)));
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void Chinese_titles_are_set_in_Chinese_punctuation(string name) =>
        Assert.All(Industry.Of(name).Registered.Titles, title => Assert.DoesNotMatch(Misset, title.Zh));

    private static IEnumerable<string> FilesIn(Industry industry, string folder) =>
        Directory.EnumerateFiles(Path.Combine(industry.Folder, "templates", folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
