using System.Text;

namespace Clientele.Documents;

/// <summary>What a letter says, whoever it says it to: the pairs of neighbouring characters of its body, with names masked and spaces and marks left out.</summary>
internal static class BodyPairs
{
    private const char Name = '\uFFFC';

    /// <summary>The pairs, each once, ascending.</summary>
    public static uint[] Of(LetterFacts facts, RenderedLetter letter)
    {
        var text = letter.Body.Length > 0 ? letter.Body : letter.Text;
        foreach (var name in Names(facts).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
        {
            text = text.Replace(name, Name.ToString(), StringComparison.Ordinal);
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Where(character => char.IsLetterOrDigit(character) || character == Name))
        {
            // However long a name was, and however often it stood there in a row, it leaves one mark.
            if (character != Name || plain.Length == 0 || plain[^1] != Name)
            {
                plain.Append(char.ToLowerInvariant(character));
            }
        }

        var pairs = new SortedSet<uint>();
        for (var index = 1; index < plain.Length; index++)
        {
            pairs.Add(((uint)plain[index - 1] << 16) | plain[index]);
        }

        return [.. pairs];
    }

    /// <summary>How alike two texts are, from 0 to 1: the pairs that both have, of those that either has (Jaccard 1901). Two texts without any are alike.</summary>
    public static decimal Similarity(IReadOnlyList<uint> left, IReadOnlyList<uint> right)
    {
        var (both, at, other) = (0, 0, 0);
        while (at < left.Count && other < right.Count)
        {
            var order = left[at].CompareTo(right[other]);
            both += order == 0 ? 1 : 0;
            at += order <= 0 ? 1 : 0;
            other += order >= 0 ? 1 : 0;
        }

        var either = left.Count + right.Count - both;
        return either == 0 ? 1m : (decimal)both / either;
    }

    private static IEnumerable<string> Names(LetterFacts facts) =>
    [
        facts.Client.Name, facts.Contact?.Name ?? "", SalutationLine.For(facts.Language, facts.Contact, facts.Client.Name),
        facts.Contact is { } contact ? PersonName.Of(contact.Name, contact.FamilyName).Family + SalutationLine.Word(facts.Language, contact.Salutation) : "",
    ];
}
