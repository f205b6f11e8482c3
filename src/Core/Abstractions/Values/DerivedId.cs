using System.Security.Cryptography;
using System.Text;

namespace Clientele;

/// <summary>Ids that follow from what they name, so that the same file imported on any machine, in any order, gives the same ids.</summary>
internal static class DerivedId
{
    /// <summary>The first 122 free bits of the SHA-256 of the parts, marked as a version 8 (custom) UUID of RFC 9562.</summary>
    public static Guid From(string space, string source, string externalId)
    {
        Span<byte> hash = stackalloc byte[32];
        var length = Encoding.UTF8.GetMaxByteCount(space.Length + source.Length + externalId.Length + 2);
        var buffer = length <= 512 ? stackalloc byte[512] : new byte[length];
        var used = Encoding.UTF8.GetBytes(space, buffer);
        buffer[used++] = 0x1F;
        used += Encoding.UTF8.GetBytes(source, buffer[used..]);
        buffer[used++] = 0x1F;
        used += Encoding.UTF8.GetBytes(externalId, buffer[used..]);
        SHA256.HashData(buffer[..used], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
