using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>Text as it would be written in a template.</summary>
internal static class TextLiteral
{
    public static string Escape(string text)
    {
        if (!text.Any(static c => c is '"' or '\\' || char.IsControl(c)))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\v' => result.Append("\\v"),
                _ when char.IsControl(c) => result.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>A member's name, quoted when it is not an identifier.</summary>
    public static string MemberName(string name)
    {
        var isIdentifier = name.Length > 0 && !char.IsDigit(name[0]);
        foreach (var c in name)
        {
            isIdentifier &= c == '_' || char.IsLetterOrDigit(c);
        }

        return isIdentifier ? name : $"\"{Escape(name)}\"";
    }
}
