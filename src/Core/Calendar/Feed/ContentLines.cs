using System.Text;

namespace Clientele.Calendars;

/// <summary>The content lines of an iCalendar object: escaped (RFC 5545, 3.3.11), folded after 75 octets between characters (3.1), ended by CRLF.</summary>
internal sealed class ContentLines
{
    private const int Octets = 75;
    private readonly StringBuilder _text = new();

    public void AddText(string name, string value) => Add(name, Escaped(value));

    public void Add(string name, string value)
    {
        var used = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > Octets)
            {
                _text.Append("\r\n ");
                used = 1;
            }

            _text.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    public override string ToString() => _text.ToString();

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder();
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            if (character == '\n')
            {
                escaped.Append("\\n");
            }
            else if (character is '\\' or ';' or ',')
            {
                escaped.Append('\\').Append(character);
            }
            else if (character == '\t' || !char.IsControl(character))
            {
                // Control characters are not allowed at all, even escaped.
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
