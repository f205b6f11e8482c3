namespace Clientele.Contractor;

/// <summary>The check character of the unified social credit code, GB 32100-2015: weights are powers of 3 modulo 31.</summary>
internal static class SocialCreditCode
{
    // Without I, O, S, V and Z, which are easily misread.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsValid(string code)
    {
        if (code.Length != 18)
        {
            return false;
        }

        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31] == code[17];
    }
}
