namespace Clientele.Privacy;

/// <summary>Shows of a value no more than is needed to recognise it.</summary>
/// <remarks>Of <c>13912345678</c> the first three and the last four digits remain; of an address the first character of its name; of everything else nothing.</remarks>
public static class Masking
{
    /// <summary>What stands for what is not shown.</summary>
    public const string Hidden = "****";

    // Fewer than these and a part of the number would give the rest away.
    private const int LeastDigits = 11;

    /// <summary>A telephone number: the first three and the last four of eleven digits or more, the last two of seven or more, nothing of fewer.</summary>
    /// <param name="phone">The number, with or without spaces, marks and country code.</param>
    /// <returns>The masked number; empty for an empty one.</returns>
    public static string Phone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            >= LeastDigits => $"{digits[..3]}{Hidden}{digits[^4..]}",
            >= 7 => $"{Hidden}{digits[^2..]}",
            _ => phone.Length == 0 ? "" : Hidden,
        };
    }

    /// <summary>An e-mail address: the first character of the name, and the domain.</summary>
    /// <param name="email">The address.</param>
    /// <returns>The masked address; empty for an empty one, and nothing but the mask for what is no address.</returns>
    public static string Email(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        var at = email.LastIndexOf('@');
        return email.Length == 0 ? "" : at > 1 ? $"{(char.IsSurrogate(email[0]) ? "" : email[..1])}{Hidden}{email[at..]}" : Hidden;
    }

    /// <summary>Any other value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The mask; empty for an empty value.</returns>
    public static string Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? "" : Hidden;
    }
}
