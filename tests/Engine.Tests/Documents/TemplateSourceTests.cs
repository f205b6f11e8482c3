using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class TemplateSourceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("clientele-templates-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_template_is_looked_for_in_the_workspace_for_the_prefix_then_at_the_owner_then_in_the_workspace_then_in_the_framework()
    {
        var source = Source();
        const string Path = "layouts/letter.html";

        Assert.Equal("templates/layouts/letter.html of the framework", source.Require("contractor", Path).Place);
        Write("workspace/" + Path, "shared");
        Assert.Equal("shared", source.Require("contractor", Path).Text);
        Write("plugin/" + Path, "plugin");
        Assert.Equal("plugin", source.Require("contractor", Path).Text);
        Write("workspace/contractor/" + Path, "mine");
        Assert.Equal("mine", source.Require("contractor", Path).Text);
        Assert.Equal("shared", source.Require("real_estate", Path).Text);
    }

    [Fact]
    public void A_missing_template_names_the_places()
    {
        var error = Assert.Throws<ClienteleException>(() => Source().Require("contractor", "letters/none.en.md"));

        Assert.Equal(ErrorCodes.TemplateMissing, error.Code);
        Assert.Equal(
            $"There is no template letters/none.en.md for contractor; put it into one of: {_root}/workspace/contractor/letters/none.en.md, {_root}/plugin/letters/none.en.md, {_root}/workspace/letters/none.en.md, templates/letters/none.en.md of the framework.",
            error.Message);
    }

    [Theory]
    [InlineData("../secret.md")]
    [InlineData("letters/../../secret.md")]
    [InlineData("/etc/passwd")]
    [InlineData("letters//a.md")]
    [InlineData("letters\\..\\..\\secret.md")]
    [InlineData("C:/secret.md")]
    [InlineData("letters/a.md:stream")]
    [InlineData("letters/a.md\0")]
    [InlineData("letters/.. /secret.md")]
    [InlineData("letters/./a.md")]
    [InlineData("")]
    public void A_path_that_could_lead_out_is_no_path(string path)
    {
        Write("secret.md", "secret");
        Write("workspace/secret.md", "secret");

        Assert.Null(Source().Find("contractor", path));
        Assert.Equal(ErrorCodes.TemplateMissing, Assert.Throws<ClienteleException>(() => Source().Require("contractor", path)).Code);
    }

    [Fact]
    public void A_prefix_cannot_lead_out_either()
    {
        Write("letters/a.md", "secret");

        Assert.Null(Source().Find("..", "letters/a.md"));
    }

    [Fact]
    public void The_text_does_not_depend_on_how_the_file_ends_its_lines()
    {
        Write("workspace/letters/a.en.md", "\uFEFF# One\r\n\r\nTwo\r\n");

        Assert.Equal("# One\n\nTwo\n", Source().Require("contractor", "letters/a.en.md").Text);
    }

    [Fact]
    public void The_hash_covers_what_is_included_and_not_where_it_is()
    {
        Write("workspace/letters/a.en.md", "# A\n{{ include 'parts/b.md' }} {{ include \"parts/none.md\" }}");
        Write("workspace/parts/b.md", "B {{ include 'parts/b.md' }}");
        var before = TemplateHash.Of(path => Source().Find("contractor", path)?.Text, "letters/a.en.md");

        File.Move($"{_root}/workspace/parts/b.md", Path.Combine(Directory.CreateDirectory($"{_root}/plugin/parts").FullName, "b.md"));
        var moved = TemplateHash.Of(path => Source().Find("contractor", path)?.Text, "letters/a.en.md");
        Write("plugin/parts/b.md", "C");
        var changed = TemplateHash.Of(path => Source().Find("contractor", path)?.Text, "letters/a.en.md");

        Assert.Equal(64, before.Length);
        Assert.Equal(before, moved);
        Assert.NotEqual(before, changed);
    }

    private TemplateSource Source() => new($"{_root}/workspace", new Dictionary<string, string> { ["contractor"] = $"{_root}/plugin", ["real_estate"] = $"{_root}/none" });

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
