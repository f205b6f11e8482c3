using System.Text;

namespace Clientele.Storage.Reading;

/// <summary>Gives the one string for names that come again in every row: kinds and attributes.</summary>
internal sealed class NamePool
{
    private const int Most = 64;

    private readonly List<(byte[] Utf8, string Name)> _known = [];
    private int _last;

    public string this[ReadOnlySpan<byte> utf8]
    {
        get
        {
            // There are few names and a row has often the one after the last, so looking along the list beats hashing.
            for (var n = 0; n < _known.Count; n++)
            {
                var at = _last + n < _known.Count ? _last + n : _last + n - _known.Count;
                if (utf8.SequenceEqual(_known[at].Utf8))
                {
                    _last = at;
                    return _known[at].Name;
                }
            }

            var name = Encoding.UTF8.GetString(utf8);
            if (_known.Count < Most)
            {
                _known.Add((utf8.ToArray(), name));
            }

            return name;
        }
    }
}
