using System.Security.Cryptography;
using System.Text;

namespace Clientele.Import;

/// <summary>What one file has said so far about an id.</summary>
/// <param name="Content">The hash of its content.</param>
/// <param name="Row">The row that said it first.</param>
internal readonly record struct Seen(ulong Content, long Row);

/// <summary>Remembers every id of a file with what the file first said about it. Costs some 50 bytes an id, as long as the file is read.</summary>
internal sealed class SeenIds
{
    private readonly Dictionary<Guid, Seen> _seen = [];

    public bool TryGet(Guid id, out Seen seen) => _seen.TryGetValue(id, out seen);

    public void Add(Guid id, Seen seen) => _seen.TryAdd(id, seen);

    /// <summary>An id for something that has none of its own, such as one attribute of one client.</summary>
    public static Guid Key(Guid owner, string part)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\u001F{part}"), hash);
        return new Guid(hash[..16]);
    }
}
