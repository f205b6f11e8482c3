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

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
