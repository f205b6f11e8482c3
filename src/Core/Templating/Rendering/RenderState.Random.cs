namespace Clientele.Templating;

/// <content>What a render remembers for <c>math.random</c>, <c>math.uuid</c> and <c>array.cycle</c>.</content>
internal sealed partial class RenderState
{
    private Random? _random;
    private Dictionary<string, int>? _cycles;

#pragma warning disable CA5394 // The numbers are meant to repeat for the same seed; nothing secret depends on them.
    public Random Random => _random ??= new Random(Options.Seed);

    public Guid NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
#pragma warning restore CA5394

    public int NextInCycle(string group, int count)
    {
        _cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        _cycles.TryGetValue(group, out var index);
        index %= count;
        _cycles[group] = index + 1;
        return index;
    }
}
