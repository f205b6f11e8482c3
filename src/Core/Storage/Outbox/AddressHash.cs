using System.Security.Cryptography;
using System.Text;

namespace Clientele.Storage.Outbox;

/// <summary>Stands for an e-mail address without being one.</summary>
internal static class AddressHash
{
    /// <summary>The SHA-256 of the address in lower case, in hexadecimal.</summary>
    public static string Of(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())));
}
