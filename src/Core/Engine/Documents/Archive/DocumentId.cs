using System.Security.Cryptography;
using System.Text;

namespace Clientele.Documents;

/// <summary>Ids that follow from what they name.</summary>
internal static class DocumentId
{
    /// <summary>A version 8 UUID (RFC 9562) from the SHA-256 of the parts, as the ids of facts are made.</summary>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts)), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
