using System.Text;

namespace Clientele.Documents;

/// <summary>A fact's text as a document shows it: on one line, with nothing in it that a reader could not see.</summary>
internal static class SingleLine
{
    /// <summary>
    /// Line breaks, tabs and other control characters become one space; marks that would turn the direction of what follows are dropped;
    /// half a surrogate pair, which no encoding can write, becomes U+FFFD.
    /// </summary>
    public static string Of(string text)
    {
        if (text.All(IsPlain) && (text.Length == 0 || (text[0] != ' ' && text[^1] != ' ')) && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirection(rune.Value))
            {
                continue;
            }

            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    private static bool IsPlain(char character) =>
        character is ' ' || (!char.IsWhiteSpace(character) && !char.IsControl(character) && !char.IsSurrogate(character) && !IsDirection(character));

    private static bool IsDirection(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
