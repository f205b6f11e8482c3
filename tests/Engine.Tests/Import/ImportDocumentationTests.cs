using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Clientele.Import.Tests;

/// <summary>Keeps docs/import.md true.</summary>
public sealed partial class ImportDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "import.md"));

    [Fact]
    public void Every_mapping_on_the_page_is_in_order()
    {
        var examples = Examples().Matches(Page).Select(match => match.Groups["yaml"].Value).ToList();

        Assert.Equal(4, examples.Count);
        Assert.All(examples, yaml => Assert.Empty(ImportMapping.TryParse(yaml, out _)));
    }

    [Fact]
    public void The_list_of_all_keys_has_all_keys()
    {
        var all = Examples().Matches(Page)[2].Groups["yaml"].Value;
        Assert.Empty(ImportMapping.TryParse(all, out var mapping));

        // Written out, the mapping names every key it has a value for; a key that the page forgets has none.
        var written = mapping!.ToYaml();
        var reader = File.ReadAllText(Path.Combine(Root(), "src", "Core", "Engine", "Import", "Mapping", "MappingReader.cs"));
        Assert.All(Keys().Matches(reader).Select(match => match.Groups["key"].Value).Except(["sheet"]), key => Assert.Contains($"{key}:", written));
    }

    [Fact]
    public void Every_code_of_a_rejection_is_listed_and_no_other()
    {
        var source = File.ReadAllText(Path.Combine(Root(), "src", "Core", "Engine", "Import", "Rejections", "Because.cs"));

        Assert.Equal(
            Codes().Matches(source).Select(match => match.Value).Distinct().Order(),
            Codes().Matches(Page[Page.IndexOf("| code |", StringComparison.Ordinal)..]).Select(match => match.Value).Distinct().Order());
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Examples();

    [GeneratedRegex("section\\.\\w+(<[^>]+>)?\\(\"(?<key>[a-z_]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();

    [GeneratedRegex("IMP\\d{3}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();
}
