using System.Globalization;
using System.Net.Mail;

namespace Clientele.Documents;

/// <summary>Reads an address as a contact's card has it.</summary>
internal static class MailAddressText
{
    private static readonly IdnMapping Idn = new();

    /// <summary>The address as a header can carry it; empty for one that is none, so that no mail goes where nobody meant it to.</summary>
    /// <remarks>One mailbox in ASCII, its domain in Punycode where it has other letters; a name beside the address, a second address or a quoted part is no address.</remarks>
    public static string Of(string address)
    {
        var text = address.Trim();
        if (text.Length is 0 or > 254 || text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or ',' or ';' or ':' or '"' or '(' or ')' or '\\' or '[' or ']'))
        {
            return "";
        }

        var at = text.LastIndexOf('@');
        if (at < 1 || text.IndexOf('@', StringComparison.Ordinal) != at || !text[..at].All(char.IsAscii))
        {
            return "";
        }

        try
        {
            var plain = $"{text[..at]}@{Idn.GetAscii(text[(at + 1)..])}";
            return MailAddress.TryCreate(plain, out _) ? plain : "";
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
