using System.Buffers.Binary;

namespace Clientele.Segments;

/// <summary>What a scheme over the whole population reads of a client: a ranking one number, a matrix two.</summary>
internal readonly record struct KeptValues(decimal? First, decimal? Second = null);

/// <summary>A client in a population: what the scheme reads of it and the segment it is in, by its place among the scheme's segments; none (-1) when it is in none of them.</summary>
internal readonly record struct KeptMember(ClientId Client, KeptValues Values, short Segment)
{
    /// <summary>The longest that one takes when written.</summary>
    public const int Most = Head + (2 * 16);

    private const int Head = 19;

    public int Write(Span<byte> to)
    {
        Client.Value.TryWriteBytes(to, bigEndian: true, out _);
        to[16] = (byte)((Values.First is null ? 0 : 1) | (Values.Second is null ? 0 : 2));
        BinaryPrimitives.WriteInt16LittleEndian(to[17..], Segment);
        var length = Head;
        length += Write(to[length..], Values.First);
        return length + Write(to[length..], Values.Second);
    }

    public static KeptMember Read(ReadOnlySpan<byte> from, out int length)
    {
        length = Head;
        var first = (from[16] & 1) == 0 ? (decimal?)null : Number(from, ref length);
        var second = (from[16] & 2) == 0 ? (decimal?)null : Number(from, ref length);
        return new(new ClientId(new Guid(from[..16], bigEndian: true)), new(first, second), BinaryPrimitives.ReadInt16LittleEndian(from[17..]));
    }

    private static int Write(Span<byte> to, decimal? number)
    {
        if (number is not { } value)
        {
            return 0;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        for (var index = 0; index < 4; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[(index * 4)..], bits[index]);
        }

        return 16;
    }

    private static decimal Number(ReadOnlySpan<byte> from, ref int at)
    {
        Span<int> bits = stackalloc int[4];
        for (var index = 0; index < 4; index++)
        {
            bits[index] = BinaryPrimitives.ReadInt32LittleEndian(from[(at + (index * 4))..]);
        }

        at += 16;
        return new decimal(bits);
    }
}
