using System.Text;

namespace Clientele.Storage.Reading;

/// <summary>Gives the one string for names that come again in every row: kinds and attributes.</summary>
internal sealed class NamePool
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[ReadOnlySpan<byte> utf8]
    {
        get
        {
            if (utf8.Length > 256)
            {
                return Encoding.UTF8.GetString(utf8);
            }

            Span<char> text = stackalloc char[utf8.Length];
            text = text[..Encoding.UTF8.GetChars(utf8, text)];
            if (!_lookup.TryGetValue(text, out var name))
            {
                name = text.ToString();
                _names.Add(name);
            }

            return name;
        }
    }
}
