using System.Security.Cryptography;

namespace Clientele.Plugins;

/// <summary>The SHA-256 of every file of a folder, by its path with forward slashes.</summary>
internal static class FolderHashes
{
    public static SortedDictionary<string, string> Of(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(file);
            hashes.Add(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), Convert.ToHexStringLower(SHA256.HashData(stream)));
        }

        return hashes;
    }
}
