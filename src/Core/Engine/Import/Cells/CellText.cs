using System.Text;

namespace Clientele.Import;

/// <summary>Cells as people type them: full-width digits and signs, no-break spaces, stray blanks.</summary>
internal static class CellText
{
    /// <summary>The cell without blanks around it, full-width characters as their ordinary ones. For numbers, dates and words of choice, never for names.</summary>
    public static string Plain(string cell)
    {
        var trimmed = cell.AsSpan().Trim();
        if (trimmed.IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return trimmed.Length == cell.Length ? cell : trimmed.ToString();
        }

        var text = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
        {
            text.Append(character switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                '\u3000' or '\u00A0' or '\u2007' or '\u202F' or '\u2009' => ' ',
                '\u2212' or '\u2013' => '-',
                '\u2019' => '\'',
                '\uFFE5' => '¥',
                _ => character,
            });
        }

        return text.ToString().Trim();
    }

    /// <summary>A header or a word as it is compared: ordinary characters, no blanks, lower case.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in Plain(text.Normalize(NormalizationForm.FormKC)))
        {
            if (!char.IsWhiteSpace(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }
}
