namespace Clientele.Import;

/// <summary>The content of a record as one number (FNV-1a, 64 bits): two records under one id are compared by it without being kept.</summary>
/// <remarks>Not for hostile input: who writes the file can only deceive themselves.</remarks>
internal struct ContentHash
{
    private const ulong Prime = 1099511628211;

    private ulong _hash = 14695981039346656037;

    public ContentHash()
    {
    }

    /// <summary>Takes a text in; parts are kept apart, so that "a", "bc" is not "ab", "c".</summary>
    public ContentHash Add(string? text)
    {
        foreach (var character in text.AsSpan())
        {
            _hash = (_hash ^ character) * Prime;
        }

        // No character has this number, so it ends a text; a missing one ends otherwise than an empty one.
        _hash = (_hash ^ (text is null ? 0x1FFFFul : 0x1FFFEul)) * Prime;
        return this;
    }

    public ContentHash Add(long number)
    {
        _hash = (_hash ^ (ulong)number) * Prime;
        _hash = (_hash ^ ((ulong)number >> 32)) * Prime;
        return this;
    }

    public ContentHash Add(Guid? id) => Add(id is null ? 0 : BitConverter.ToInt64(id.Value.ToByteArray(), 0)).Add(id is null ? 1 : BitConverter.ToInt64(id.Value.ToByteArray(), 8));

    public readonly ulong Value => _hash;
}
