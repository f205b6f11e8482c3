using System.Text.RegularExpressions;

namespace Clientele.Authoring.Tests;

/// <summary>What <c>docs/write-a-plugin.md</c> tells its reader to do: files, commands, and changes to files, in the order of the page.</summary>
internal static class Guide
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture;

    /// <summary>The files it shows, by path.</summary>
    public static SortedDictionary<string, string> Files()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Match block in Find("^<!-- file: (?<path>[^ ]+) -->\n```[a-z]+\n(?<text>.*?)\n```$"))
        {
            files.Add(block.Groups["path"].Value, block.Groups["text"].Value + "\n");
        }

        return files;
    }

    /// <summary>The lines to type, and between them the changes to make.</summary>
    public static IEnumerable<Step> Steps() =>
        Find("""(^```sh\n(?<commands>.*?)\n```$)|(^<!-- edit: (?<path>[^ ]+) (?<from>[^\n]+?) -> (?<to>[^\n]+?) -->$)""").SelectMany(Steps);

    private static IEnumerable<Step> Steps(Match found) => found.Groups["commands"].Success
        ? found.Groups["commands"].Value.Split('\n').Select(line => new Step(line))
        : [new Step("", found.Groups["path"].Value, found.Groups["from"].Value, found.Groups["to"].Value)];

    private static MatchCollection Find(string pattern) =>
        Regex.Matches(File.ReadAllText(Path.Combine(Sdk.RepoRoot, "docs", "write-a-plugin.md")).ReplaceLineEndings("\n"), pattern, Options, TimeSpan.FromSeconds(5));

    /// <summary>One thing to do: a line to type, or a text to replace in a file.</summary>
    internal sealed record Step(string Line, string Path = "", string From = "", string To = "");
}
