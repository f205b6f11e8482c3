namespace Clientele.Templating.Conformance.Tests;

/// <summary>Where the cases are: the folders named by SCRIBAN_CASES, or the shared folder beside the repository.</summary>
internal static class CaseFolders
{
    private const string Shared = "shared/conformance/scriban";

    public static IReadOnlyList<string> Files { get; } = [.. Find()];

    private static IEnumerable<string> Find()
    {
        if (Environment.GetEnvironmentVariable("SCRIBAN_CASES") is { Length: > 0 } named)
        {
            return named.Split([Path.PathSeparator, ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(Directory.Exists).SelectMany(FilesIn);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "..", Shared);
            if (File.Exists(Path.Combine(folder.FullName, "Framework.sln")) && Directory.Exists(beside))
            {
                return FilesIn(beside);
            }
        }

        return [];
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal);
}
