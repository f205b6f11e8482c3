using System.Globalization;
using System.Text.RegularExpressions;

namespace Clientele.Tests.Plugins;

public sealed class ScenarioCoverageTests
{
    [Fact]
    public void Each_scenario_of_the_design_is_a_test_or_is_listed_with_the_reason_why_not()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Numbers(File.ReadAllText(file), """Trait\("Scenario", "(?<number>\d+)"\)"""))
            .ToHashSet();
        var listed = Numbers(File.ReadAllText(Path.Combine(Root(), "docs", "plugins.md")), @"^\| (?<number>\d+) \| .+ \|$").ToList();

        Assert.Equal(Enumerable.Range(1, 132), tests.Concat(listed).Order());
    }

    private static IEnumerable<int> Numbers(string text, string pattern) =>
        Regex.Matches(text.ReplaceLineEndings("\n"), pattern, RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Framework.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
