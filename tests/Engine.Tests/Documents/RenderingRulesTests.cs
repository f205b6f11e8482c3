using System.Globalization;
using System.Reflection;
using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class RenderingRulesTests : IDisposable
{
    private const string Path = "letters/return-visit.en.md";

    private readonly string _workspace = Directory.CreateTempSubdirectory("clientele-workspace-").FullName;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Fact]
    public void An_operator_changes_a_letter_by_copying_one_file()
    {
        var before = Render();
        Write("contractor/" + Path, "# Hello {{ contact.name }}\n\n{{ include 'parts/mine.md' }}");
        Write("parts/mine.md", "From {{ firm.name }}, {{ format.date as_of }}.");

        var after = Render();

        Assert.Equal("Hello 陈静", after.Subject);
        Assert.Contains("<p>From Meridian Construction Group, 31 March 2026.</p>", after.Html, StringComparison.Ordinal);
        Assert.NotEqual(before.TemplateHash, after.TemplateHash);
        Assert.NotEqual(before.OutputHash, after.OutputHash);
    }

    [Fact]
    public void An_operator_changes_all_letters_by_copying_a_layout()
    {
        Write("layouts/letter.html", "<!DOCTYPE html><title>{{ subject }}</title>{{ body }}");

        Assert.StartsWith("<!DOCTYPE html><title>Return visit", Render().Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_error_names_the_file_the_line_and_the_column()
    {
        Write("contractor/" + Path, "# Hello\n\nOne {{ contact.name }}\nTwo {{ matter.title }}\n");

        var error = Assert.Throws<ClienteleException>(() => Render());

        Assert.Equal(ErrorCodes.TemplateInvalid, error.Code);
        Assert.StartsWith($"{_workspace}/contractor/{Path}, line 4, column 15: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_and_an_error_inside_an_include_name_their_own_place()
    {
        Write("contractor/" + Path, "# Hello {{ if }}\n");
        Assert.StartsWith($"{_workspace}/contractor/{Path}, line 1, column ", Assert.Throws<ClienteleException>(() => Render()).Message, StringComparison.Ordinal);

        Write("contractor/" + Path, "# Hello\n\n{{ include 'parts/a.md' }}\n");
        Assert.Contains("There is no template `parts/a.md`", Assert.Throws<ClienteleException>(() => Render()).Message, StringComparison.Ordinal);

        Write("parts/a.md", "x\n  {{ nothing.here }}");
        Assert.StartsWith($"{_workspace}/parts/a.md, line 2, column ", Assert.Throws<ClienteleException>(() => Render()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ include 'letters/return-visit.en.md' }}")]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ for i in 1..1000000000 }}{{ i }}\n{{ end }}")]
    [InlineData("{{ include '../../../../../etc/passwd' }}")]
    [InlineData("{{ include '/etc/passwd' }}")]
    [InlineData("{{ date.now }}")]
    public void A_template_that_loops_recurses_prints_without_end_or_reaches_outside_is_an_error(string template)
    {
        Write("contractor/" + Path, "# Hello\n\n" + template);

        Assert.Equal(ErrorCodes.TemplateInvalid, Assert.Throws<ClienteleException>(() => Render()).Code);
    }

    [Fact]
    public void A_missing_template_names_the_places_that_were_looked_in()
    {
        var error = Assert.Throws<ClienteleException>(() => Render(SomeLetter.Facts(DocumentLanguage.English) with { Letter = SomeLetter.Letter with { Template = "none" } }));

        Assert.Equal(ErrorCodes.TemplateMissing, error.Code);
        Assert.Contains($"{_workspace}/contractor/letters/none.en.md", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_name_cannot_lead_out_of_the_folders() =>
        Assert.Equal(ErrorCodes.TemplateMissing, Assert.Throws<ClienteleException>(() => Render(SomeLetter.Facts() with { Letter = SomeLetter.Letter with { Template = "../../secret" } })).Code);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("zh-CN")]
    public void The_machine_s_culture_changes_no_byte(string culture)
    {
        var (letter, report) = (Render(SomeLetter.Warranty(DocumentLanguage.Chinese)), Report());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equivalent(letter, Render(SomeLetter.Warranty(DocumentLanguage.Chinese)), strict: true);
            Assert.Equal(report, Report());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Many_threads_get_the_same_bytes()
    {
        var renderer = new LetterRenderer(SomeLetter.Templates());
        var passed = SomeLetter.Passed(SomeLetter.Facts());

        var hashes = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(3).Select(_ => renderer.Render(passed).OutputHash).Distinct();

        Assert.Single(hashes);
    }

    [Fact]
    public void Lines_end_in_a_line_feed_and_nothing_else()
    {
        var letter = Render();

        Assert.DoesNotContain('\r', letter.Html + letter.Text);
        Assert.EndsWith("</html>\n", letter.Html, StringComparison.Ordinal);
        Assert.EndsWith("\n", letter.Text, StringComparison.Ordinal);
        Assert.False(letter.Text.EndsWith("\n\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_gate_lets_a_letter_pass()
    {
        Assert.Empty(typeof(PassedLetter).GetConstructors());
        Assert.All(
            typeof(LetterRenderer).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
            method => Assert.Equal(typeof(PassedLetter), method.GetParameters()[0].ParameterType));
        Assert.Null(typeof(PassedLetter).GetMethod("<Clone>$"));
    }

    [Fact]
    public void The_archive_s_row_says_what_a_document_was_made_from()
    {
        var passed = SomeLetter.Passed(SomeLetter.Facts());
        var letter = new LetterRenderer(SomeLetter.Templates()).Render(passed);

        var row = DocumentArchive.Of(passed, letter, "out/letter.html");

        Assert.Equal(("letter", "contractor.return_visit_letter", "zh-CN", new DateOnly(2026, 3, 31), "letters/return-visit.zh-CN.md", "out/letter.html"), (row.Kind, row.Name, row.Culture, row.AsOf, row.Template, row.Path));
        Assert.Equal((letter.TemplateHash, letter.OutputHash, passed.Facts.Client.Id, passed.Facts.Contact!.Id), (row.TemplateHash, row.OutputHash, row.Client!.Value, row.Contact!.Value));
        Assert.Equal(row, DocumentArchive.Of(passed, letter, "out/letter.html"));
        var other = SomeLetter.Facts() with { AsOf = new(2026, 4, 1) };
        Assert.NotEqual(row.Id, DocumentArchive.Of(SomeLetter.Passed(other), letter).Id);
        Assert.Equal(8, row.Id.Version);
    }

    private static RenderedReport Report() => new ReportRenderer(SomeLetter.Templates()).Render(SomeReport.Facts(), DocumentLanguage.Chinese);

    private RenderedLetter Render(LetterFacts? facts = null) =>
        new LetterRenderer(SomeLetter.Templates(_workspace)).Render(SomeLetter.Passed(facts ?? SomeLetter.Facts(DocumentLanguage.English)));

    private void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(_workspace, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
