using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Documents;

/// <summary>Our reference on a letter, by which an answer finds it again: the day and six characters that follow from client and letter.</summary>
internal static class LetterReference
{
    // Crockford's alphabet: nothing that is misread over the telephone.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The reference, stable for client, letter, matter and day, the same in both languages.</summary>
    public static string Of(LetterFacts facts) => Of(facts.Letter.Name, facts.Client.Id, facts.Matter?.Matter.Id, facts.AsOf);

    /// <summary>The same of a letter whose facts are not at hand.</summary>
    public static string Of(string letter, ClientId client, MatterId? matter, DateOnly asOf)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{letter}\n{client}\n{matter}"));
        var mark = string.Concat(hash.Take(6).Select(value => Alphabet[value % Alphabet.Length]));
        return string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyyMMdd}-{mark}");
    }
}
