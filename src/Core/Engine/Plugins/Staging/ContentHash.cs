using System.Security.Cryptography;
using System.Text;

namespace Clientele.Plugins;

/// <summary>One hash for a whole folder: of the sorted list of its files with their hashes.</summary>
internal static class ContentHash
{
    public static string Of(IReadOnlyDictionary<string, string> hashes)
    {
        if (hashes.Count == 0)
        {
            return "";
        }

        var list = string.Join('\n', hashes.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
    }
}
