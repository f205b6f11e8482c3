using System.Security.Cryptography;
using System.Text;

namespace Clientele.Documents;

/// <summary>Identifies what came out.</summary>
internal static class OutputHash
{
    /// <summary>The SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
