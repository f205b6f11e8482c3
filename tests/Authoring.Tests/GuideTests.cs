namespace Clientele.Authoring.Tests;

/// <summary>Does what <c>docs/write-a-plugin.md</c> says, command by command, the way an author outside this repository would: the whole life of a plugin.</summary>
[Collection(Authors.Name)]
public sealed class GuideTests(Feed feed) : IDisposable
{
    private readonly Author _author = new(feed);
    private readonly List<string> _asked = [];

    public void Dispose() => _author.Dispose();

    [Fact]
    public void The_template_and_the_guide_show_the_same_files()
    {
        var content = Path.Combine(Sdk.RepoRoot, "src", "Templates", "content", "clientele-plugin");
        var files = Directory.GetFiles(content, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(content, file).Replace('\\', '/'), Text: File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Where(file => file.Path.StartsWith("Landscaping", StringComparison.Ordinal) && !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

        Assert.Equal(Guide.Files(), files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task From_an_empty_folder_to_a_letter_a_package_an_update_a_way_back_and_an_empty_workspace()
    {
        foreach (var step in Guide.Steps())
        {
            if (step.Line.Length == 0)
            {
                Edit(step);
                continue;
            }

            var output = await _author.TypeAsync(step.Line);
            await LookAsync(step.Line, output);
        }

        Assert.Equal(["scaffold", "build", "letter", "tests", "conform", "pack", "install", "demo", "build", "pack", "update", "roll back", "uninstall"], _asked);
    }

    private async Task LookAsync(string line, string output)
    {
        if (line.StartsWith("dotnet new clientele-plugin", StringComparison.Ordinal))
        {
            foreach (var (path, text) in Guide.Files())
            {
                Assert.Equal(text, await File.ReadAllTextAsync(_author.Path("Landscaping", path)), ignoreLineEndingDifferences: true);
            }

            _asked.Add("scaffold");
        }
        else if (line.StartsWith("dotnet build", StringComparison.Ordinal))
        {
            Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
            Assert.Equal(
                ["Landscaping.deps.json", "Landscaping.dll", "Landscaping.pdb", "Landscaping.runtimeconfig.json", "plugin.json"],
                Directory.GetFiles(_author.Path("Landscaping", "bin", "Release", "net10.0")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            _asked.Add("build");
        }
        else if (line.StartsWith("clientele demo", StringComparison.Ordinal))
        {
            await AssertLetterAsync(_author.Path("demo", "landscaping"));
            _asked.Add("letter");
        }
        else if (line.StartsWith("dotnet test", StringComparison.Ordinal))
        {
            Assert.Contains("Passed!", output, StringComparison.Ordinal);
            Assert.Contains("Total:    14", output, StringComparison.Ordinal);
            _asked.Add("tests");
        }
        else if (line.StartsWith("clientele plugins conform", StringComparison.Ordinal))
        {
            Assert.Contains("unloads\tTrue\t", output, StringComparison.Ordinal);
            Assert.DoesNotContain("\tFalse\t", output, StringComparison.Ordinal);
            _asked.Add("conform");
        }
        else if (line.StartsWith("clientele plugins pack", StringComparison.Ordinal))
        {
            _asked.Add("pack");
        }
        else if (line.StartsWith("clientele plugins install", StringComparison.Ordinal))
        {
            Assert.Equal(["1.0.0 running"], await InstalledAsync());
            _asked.Add("install");
            await _author.TypeAsync("clientele demo --workspace mywork --plugin acme.landscaping --output again");
            await AssertLetterAsync(_author.Path("again", "landscaping"));
            _asked.Add("demo");
        }
        else if (line.StartsWith("clientele plugins info", StringComparison.Ordinal))
        {
            Assert.Contains("landscaping.care_letter", output, StringComparison.Ordinal);
        }
        else if (line.StartsWith("clientele plugins update", StringComparison.Ordinal))
        {
            Assert.Equal(["1.0.0 superseded", "1.1.0 running"], await InstalledAsync());
            _asked.Add("update");
        }
        else if (line.StartsWith("clientele plugins rollback", StringComparison.Ordinal))
        {
            Assert.Equal(["1.0.0 running", "1.1.0 superseded"], await InstalledAsync());
            _asked.Add("roll back");
        }
        else if (line.StartsWith("clientele plugins uninstall", StringComparison.Ordinal))
        {
            Assert.Empty(await InstalledAsync());
            _asked.Add("uninstall");
        }
    }

    private void Edit(Guide.Step step)
    {
        var path = _author.Path(step.Path.Split('/'));
        var text = File.ReadAllText(path);
        Assert.Contains(step.From, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(step.From, step.To, StringComparison.Ordinal));
    }

    private static async Task AssertLetterAsync(string workspace)
    {
        var letters = Directory.GetFiles(Path.Combine(workspace, "output", "letters"), "*.html", SearchOption.AllDirectories);
        Assert.Equal(2, letters.Length);
        var texts = await Task.WhenAll(letters.Select(letter => File.ReadAllTextAsync(letter)));
        Assert.Contains(texts, text => text.Contains("Caring for", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("养护事项的告知函", StringComparison.Ordinal));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(workspace, "output", "reports"), "*.html").Length);
    }

    private async Task<IReadOnlyList<string>> InstalledAsync()
    {
        using var list = System.Text.Json.JsonDocument.Parse(await _author.TypeAsync("clientele plugins list --json --workspace mywork"));
        return [.. list.RootElement.EnumerateArray().Where(row => row.GetProperty("id").GetString() == "acme.landscaping").Select(row => $"{row.GetProperty("version").GetString()} {row.GetProperty("state").GetString()}")];
    }
}
