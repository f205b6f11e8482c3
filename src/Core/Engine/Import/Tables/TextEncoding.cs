using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Clientele.Import;

/// <summary>Finds the encoding of a text file: what the operator states, else a byte-order mark, else UTF-8 where the bytes are valid UTF-8, else GB18030, which covers GBK and GB2312.</summary>
internal static class TextEncoding
{
    private const int SampleSize = 65536;
    public const char Unreadable = '\uFFFD';

    /// <summary>Chooses, and leaves the stream where it was.</summary>
    public static Encoding Choose(Stream stream, string stated)
    {
        if (stated.Length > 0)
        {
            return Named(stated) ?? throw new ClienteleException(ErrorCodes.MappingInvalid, $"'{stated}' is not an encoding; write utf-8, utf-16, gb18030 or another name from the IANA list.");
        }

        var start = stream.Position;
        var buffer = ArrayPool<byte>.Shared.Rent(SampleSize);
        try
        {
            return Detect(stream, buffer.AsSpan(0, SampleSize));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            stream.Position = start;
        }
    }

    /// <summary>An encoding by name, without registering anything for the whole process; <see langword="null"/> when there is none.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Visible) ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Visible);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding Detect(Stream stream, Span<byte> buffer)
    {
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (ByteOrderMark(buffer[..count]) is { } marked)
        {
            return marked;
        }

        // Bytes that are all ASCII say nothing, so look on until some are not.
        while (count == buffer.Length && Ascii.IsValid(buffer))
        {
            count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }

        return FromContent(buffer[..count]);
    }

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0x84, 0x31, 0x95, 0x33, ..] => Gb18030,
        _ => null,
    };

    private static Encoding FromContent(ReadOnlySpan<byte> bytes)
    {
        if (Utf16(bytes) is { } wide)
        {
            return wide;
        }

        // The first block may end inside a character, and a later block may begin inside one.
        if (Utf8.IsValid(WithoutBrokenEnds(bytes)))
        {
            return Encoding.UTF8;
        }

        // One damaged character must not turn a whole UTF-8 file into another encoding. GB18030 finds some character in nearly any bytes,
        // but its own text is hardly ever valid UTF-8, so the share of what UTF-8 cannot read tells them apart.
        var text = Encoding.UTF8.GetString(bytes).AsSpan();
        var foreign = text.Length - CountAscii(text);
        return text.Count(Unreadable) * 4 < foreign ? Encoding.UTF8 : Gb18030;
    }

    /// <summary>Text in Latin script has a zero in every second byte of UTF-16 and none in any other encoding.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var index = 0; index + 1 < bytes.Length; index += 2)
        {
            even += bytes[index] == 0 ? 1 : 0;
            odd += bytes[index + 1] == 0 ? 1 : 0;
        }

        var some = bytes.Length / 20;
        return odd > some && even == 0 ? Encoding.Unicode : even > some && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static ReadOnlySpan<byte> WithoutBrokenEnds(ReadOnlySpan<byte> bytes)
    {
        var first = 0;
        while (first < Math.Min(3, bytes.Length) && (bytes[first] & 0xC0) == 0x80)
        {
            first++;
        }

        var last = bytes.Length;
        for (var back = 1; back <= Math.Min(3, bytes.Length - first); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80)
            {
                continue;
            }

            var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            last = length > back ? bytes.Length - back : last;
            break;
        }

        return bytes[first..last];
    }

    private static int CountAscii(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsAscii(character) ? 1 : 0;
        }

        return count;
    }

    private static Encoding Gb18030 => Named("GB18030")!;

    // What cannot be decoded must be seen, so that its row can be rejected; some code pages would put a question mark.
    private static DecoderFallback Visible => new DecoderReplacementFallback(Unreadable.ToString(CultureInfo.InvariantCulture));
}
