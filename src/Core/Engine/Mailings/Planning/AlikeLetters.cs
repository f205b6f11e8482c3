using System.Globalization;
using Clientele.Documents;
using Clientele.Storage;

namespace Clientele.Mailings;

/// <summary>The letters of a mailing that must not be mass mailings, compared with each other. Of each letter it keeps the pairs of characters, about a kilobyte.</summary>
internal sealed class AlikeLetters
{
    private static readonly BatchRules Rules = BatchRules.Standard;

    private readonly List<(MailingEntry Entry, string Client, uint[] Pairs)> _letters = [];

    /// <summary>Every letter that is compared.</summary>
    public IEnumerable<MailingEntry> Entries => _letters.Select(letter => letter.Entry);

    /// <summary>Whether letters of this kind are compared.</summary>
    public static bool AreCompared(LetterDefinition letter) => Rules.Purposes.Contains(letter.Purpose, StringComparer.Ordinal);

    public void Add(Judgement judged)
    {
        if (judged is { Letter: { } letter, Facts: { } facts } && AreCompared(facts.Letter))
        {
            _letters.Add((judged.Entry, facts.Client.Name, BodyPairs.Of(facts, letter)));
        }
    }

    /// <summary>The first pairs that are more alike than the rules permit, as reasons; none when the mailing may go out.</summary>
    public IReadOnlyList<Reason> Pairs(CancellationToken cancellationToken) =>
    [
        .. AlikePairs.Find([.. _letters.Select(letter => letter.Pairs)], Rules.MostAlike).Take(Rules.MostPairs).Select(pair =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (one, other, share) = (_letters[pair.First].Client, _letters[pair.Second].Client, pair.Similarity.ToString("0.00", CultureInfo.InvariantCulture));
            return new Reason("alike", new(
                $"The letters to {one} and {other} differ in little but the name ({share} alike); no letter of this mailing goes out until each says something of its own.",
                $"致 {one} 与致 {other} 的函件除称呼外几乎相同（相似度 {share}）；在每封函件各有内容之前，本批不发送。"))
            { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["similarity"] = pair.Similarity.ToString("0.####", CultureInfo.InvariantCulture) } };
        }),
    ];
}
