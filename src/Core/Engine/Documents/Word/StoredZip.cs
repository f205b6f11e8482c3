using System.Buffers.Binary;
using System.Text;

namespace Clientele.Documents;

/// <summary>Writes a zip file whose entries are stored as they are.</summary>
/// <remarks>
/// <see cref="System.IO.Compression.ZipArchive"/> notes the operating system, and what its compression gives follows the processor and the library's version;
/// a letter is to have the same bytes on every machine. Not thread-safe.
/// </remarks>
internal sealed class StoredZip : IDisposable
{
    // 1 January 1980, 00:00: the earliest that an entry can carry.
    private const ushort Day = (1 << 5) | 1;
    private const ushort Utf8Names = 1 << 11;
    private const byte Version = 20;
    private static readonly uint[] Crc = CrcTable();

    private readonly MemoryStream _file = new();
    private readonly MemoryStream _directory = new();
    private ushort _count;

    public void Dispose()
    {
        _file.Dispose();
        _directory.Dispose();
    }

    /// <summary>Adds an entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var path = Encoding.UTF8.GetBytes(name);
        var offset = (uint)_file.Position;
        Span<byte> common = stackalloc byte[26];
        common.Clear();
        Put(common, 0, Version);
        Put(common, 2, Utf8Names);
        Put(common, 8, Day);
        BinaryPrimitives.WriteUInt32LittleEndian(common[10..], Sum(content));
        BinaryPrimitives.WriteUInt32LittleEndian(common[14..], (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(common[18..], (uint)content.Length);
        Put(common, 22, (ushort)path.Length);

        _file.Write("PK\u0003\u0004"u8);
        _file.Write(common);
        _file.Write(path);
        _file.Write(content);

        Span<byte> rest = stackalloc byte[14];
        rest.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(rest[10..], offset);
        _directory.Write("PK\u0001\u0002"u8);
        _directory.Write([Version, 0]);
        _directory.Write(common);
        _directory.Write(rest);
        _directory.Write(path);
        _count++;
    }

    /// <summary>Ends the file.</summary>
    public byte[] ToArray()
    {
        Span<byte> end = stackalloc byte[18];
        end.Clear();
        Put(end, 4, _count);
        Put(end, 6, _count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[8..], (uint)_directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)_file.Position);
        _directory.WriteTo(_file);
        _file.Write("PK\u0005\u0006"u8);
        _file.Write(end);
        return _file.ToArray();
    }

    private static void Put(Span<byte> target, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(target[at..], value);

    private static uint Sum(ReadOnlySpan<byte> content)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var value in content)
        {
            sum = Crc[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint[] CrcTable() => [.. Enumerable.Range(0, 256).Select(value =>
    {
        var entry = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 1 ? 0xEDB88320u ^ (entry >> 1) : entry >> 1;
        }

        return entry;
    })];
}
