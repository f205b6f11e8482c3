using System.Text.RegularExpressions;

namespace Clientele.Authoring.Tests;

public sealed class TemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-template-").FullName;

    private static string Content => Path.Combine(Sdk.RepoRoot, "src", "Templates", "content", "clientele-plugin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_template_and_the_guide_show_the_same_files()
    {
        var guide = (await File.ReadAllTextAsync(Path.Combine(Sdk.RepoRoot, "docs", "write-a-plugin.md"))).ReplaceLineEndings("\n");
        var shown = Regex.Matches(guide, "<!-- file: (?<path>[^ ]+) -->\n```[a-z]+\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .ToDictionary(block => block.Groups["path"].Value, block => block.Groups["text"].Value + "\n", StringComparer.Ordinal);
        var plugin = Path.Combine(Content, "Landscaping");
        var files = Directory.GetFiles(plugin, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(plugin, file).Replace('\\', '/'), file => File.ReadAllText(file).ReplaceLineEndings("\n"), StringComparer.Ordinal);

        Assert.Equal(shown.OrderBy(file => file.Key, StringComparer.Ordinal), files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Scenario", "128")]
    public async Task A_scaffolded_plugin_builds_without_a_warning_and_its_tests_pass()
    {
        var packages = Path.Combine(_folder, "packages");
        foreach (var project in new[] { "Core/Abstractions/Clientele.Abstractions", "Core/Templating/Clientele.Templating", "Core/Storage/Clientele.Storage", "Core/Practices/Clientele.Practices", "Core/Engine/Clientele", "Core/Testing/Clientele.Testing", "Templates/Clientele.Templates" })
        {
            await Sdk.DotnetAsync(Sdk.RepoRoot, "pack", $"src/{project}.csproj", "--no-build", "-c", Sdk.Configuration, "-o", packages);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), """<configuration><packageSources><add key="packed" value="packages" /></packageSources></configuration>""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"), """<Project><PropertyGroup><RestorePackagesPath>$(MSBuildThisFileDirectory)restored</RestorePackagesPath></PropertyGroup></Project>""");

        // A hive of its own: what is installed for the test must not stay on the machine.
        string[] hive = ["--debug:custom-hive", Path.Combine(_folder, "hive")];
        await Sdk.DotnetAsync(_folder, ["new", "install", Path.Combine(packages, "Clientele.Templates.0.1.0.nupkg"), .. hive]);
        await Sdk.DotnetAsync(_folder, ["new", "clientele-plugin", "-n", "Tree.Nursery", .. hive]);
        var scaffolded = Path.Combine(_folder, "Tree.Nursery");
        Assert.Contains("\"prefix\": \"treenursery\"", await File.ReadAllTextAsync(Path.Combine(scaffolded, "Tree.Nursery", "plugin.json")), StringComparison.Ordinal);

        var build = await Sdk.DotnetAsync(scaffolded, "build", "Tree.Nursery.Tests");
        var tests = await Sdk.DotnetAsync(scaffolded, "test", "Tree.Nursery.Tests", "--no-build");

        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);
        Assert.Contains("Passed!", tests, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(scaffolded, "Tree.Nursery", "bin", "Debug", "net10.0")), file => Path.GetFileName(file).StartsWith("Clientele.", StringComparison.Ordinal));
    }
}
