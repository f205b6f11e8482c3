namespace Clientele.Host.Tests;

public sealed class TemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_template_is_rendered_with_its_values_escaped()
    {
        var outcome = await Cli.RunAsync("templates", "render", "--template", File("a.html", "<p>{{ name }}</p>"), "--data", File("d.json", "{\"name\":\"<b>陈</b>\"}"));

        Assert.Equal((0, "<p>&lt;b&gt;陈&lt;/b&gt;</p>"), (outcome.Exit, outcome.Output));
    }

    [Fact]
    public async Task A_broken_template_names_file_line_and_column()
    {
        var outcome = await Cli.RunAsync("templates", "render", "--template", File("a.md", "one\n{{ if }}\n"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("a.md(2,", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_finds_a_name_that_the_data_lack_without_rendering()
    {
        var template = File("a.md", "{{ client.name }} {{ client.nmae }}");
        var data = File("d.json", "{\"client\":{\"name\":\"x\"}}");

        var outcome = await Cli.RunAsync("templates", "check", "--template", template, "--data", data);
        var variables = await Cli.RunAsync("templates", "variables", "--template", template);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("nmae", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("client.name", variables.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_include_outside_the_templates_folder_is_not_found()
    {
        var outcome = await Cli.RunAsync("templates", "render", "--template", File("a.md", "{{ include '../../etc/passwd' }}"));

        Assert.Equal(1, outcome.Exit);
    }

    [Theory]
    [InlineData("html", "a &lt; b")]
    [InlineData("markdown", "a &lt; b")]
    [InlineData("text", "a < b")]
    public async Task The_format_says_how_values_are_escaped(string format, string expected)
    {
        var outcome = await Cli.RunAsync("templates", "render", "--template", File("a.txt", "{{ x }}"), "--data", File("d.json", "{\"x\":\"a < b\"}"), "--format", format);

        Assert.Equal((0, expected), (outcome.Exit, outcome.Output));
    }

    [Fact]
    public async Task Numbers_and_dates_are_written_in_the_culture_that_is_named()
    {
        var template = File("a.txt", "{{ 1234.5 | math.format 'N2' }} {{ date.parse '2026-03-01' | date.to_string '%B' }}");

        var german = await Cli.RunAsync("templates", "render", "--template", template, "--culture", "de-DE");
        var unknown = await Cli.RunAsync("templates", "render", "--template", template, "--culture", "no-such-place");

        Assert.Equal((0, "1.234,50 März"), (german.Exit, german.Output));
        Assert.Equal(2, unknown.Exit);
    }

    [Fact]
    public async Task Includes_come_from_the_folder_that_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "parts"));
        File("parts/foot.txt", "bye {{ name }}{{ wrong.name }}");
        var template = File("a.txt", "{{ include 'foot.txt' }}");
        var data = File("d.json", "{\"name\":\"Ada\"}");
        var parts = Path.Combine(_folder, "parts");

        var missing = await Cli.RunAsync("templates", "check", "--template", template);
        var rendered = await Cli.RunAsync("templates", "render", "--template", template, "--data", data, "--include", parts);
        var names = await Cli.RunAsync("templates", "variables", "--template", template, "--include", parts);

        Assert.Contains("CLT2009", missing.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (rendered.Exit, rendered.Output));
        Assert.Contains("foot.txt(1,24): error CLT2005", rendered.Error, StringComparison.Ordinal);
        Assert.Contains("^^^^", rendered.Error, StringComparison.Ordinal);
        Assert.Contains("a.txt(1,4): include foot.txt", rendered.Error, StringComparison.Ordinal);
        Assert.Contains("wrong.name", names.Output, StringComparison.Ordinal);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
