using System.Globalization;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Judges the letters of one batch against each other and against what their readers got before.</summary>
/// <remarks>Thread-safe. Letters whose purpose is not among the rules' are not looked at.</remarks>
public sealed class BatchGate
{
    private readonly Store _store;

    internal BatchGate(Store store) => _store = store;

    /// <summary>Judges a batch of letters that passed the guards.</summary>
    /// <param name="letters">The letters; those that were refused are not looked at.</param>
    /// <param name="rules">The rules; <see cref="BatchRules.Standard"/> by default.</param>
    /// <param name="cancellationToken">Stops the judging.</param>
    /// <returns>What is wrong, in the order of the letters, single ones first.</returns>
    public async Task<BatchResult> CheckAsync(IReadOnlyList<WrittenLetter> letters, BatchRules? rules = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letters);
        rules ??= BatchRules.Standard;
        var judged = Enumerable.Range(0, letters.Count).Where(place => letters[place].Letter is not null && rules.Purposes.Contains(letters[place].Facts.Letter.Purpose, StringComparer.Ordinal)).ToList();
        var pairs = judged.Select(place => BodyPairs.Of(letters[place].Facts, letters[place].Letter!)).ToList();
        var refusals = new List<BatchRefusal>();
        for (var index = 0; index < judged.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var letter = letters[judged[index]];
            refusals.AddRange(Impersonal(letter.Facts, letter.Letter!, rules).Select(reason => new BatchRefusal([judged[index]], reason)));
            if (await BeforeAsync(letter.Facts, pairs[index], rules, cancellationToken).ConfigureAwait(false) is { } before)
            {
                refusals.Add(new BatchRefusal([judged[index]], before));
            }
        }

        refusals.AddRange(AlikePairs.Find(pairs, rules.MostAlike).Take(rules.MostPairs).Select(pair => Alike(letters, judged[pair.First], judged[pair.Second], pair.Similarity)));
        return new BatchResult(refusals);
    }

    private static IEnumerable<Reason> Impersonal(LetterFacts facts, RenderedLetter letter, BatchRules rules)
    {
        var mentioned = PersonalFacts.In(facts, letter);
        if (mentioned.Count < rules.LeastFacts)
        {
            yield return new Reason("impersonal", new(
                $"The letter to {facts.Client.Name} mentions {mentioned.Count} facts about it, and needs {rules.LeastFacts}.",
                $"致 {facts.Client.Name} 的函件仅提及 {mentioned.Count} 项客户专属信息，至少需要 {rules.LeastFacts} 项。"));
        }

        if (facts.Owner.Length == 0 || !letter.Text.Contains(facts.Owner, StringComparison.Ordinal))
        {
            yield return new Reason("no_representative", new(
                $"The letter to {facts.Client.Name} does not name its representative.",
                $"致 {facts.Client.Name} 的函件未署客户代表姓名。"));
        }
    }

    private async Task<Reason?> BeforeAsync(LetterFacts facts, uint[] pairs, BatchRules rules, CancellationToken cancellationToken)
    {
        foreach (var before in await _store.Fingerprints.OfAsync(facts.Client.Id, facts.Letter.Purpose, facts.AsOf.AddDays(-rules.DaysBack), facts.AsOf, cancellationToken).ConfigureAwait(false))
        {
            var similarity = BodyPairs.Similarity(before.Pairs, pairs);
            if (before.Contact == facts.Contact?.Id && similarity > rules.MostAlike)
            {
                var (day, share) = (before.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Share(similarity));
                return new Reason("same_as_before", new(
                    $"The letter to {facts.Client.Name} says what that of {day} said ({share} alike).",
                    $"致 {facts.Client.Name} 的函件与 {day} 的函件雷同（相似度 {share}）。"));
            }
        }

        return null;
    }

    private static BatchRefusal Alike(IReadOnlyList<WrittenLetter> letters, int first, int second, decimal similarity)
    {
        var (one, other, share) = (letters[first].Facts.Client.Name, letters[second].Facts.Client.Name, Share(similarity));
        return new BatchRefusal([first, second], new Reason("alike", new(
            $"The letters to {one} and {other} differ in little but the name ({share} alike).",
            $"致 {one} 与致 {other} 的函件除称呼外几乎相同（相似度 {share}）。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["similarity"] = similarity.ToString("0.####", CultureInfo.InvariantCulture) },
        });
    }

    private static string Share(decimal similarity) => similarity.ToString("0.00", CultureInfo.InvariantCulture);
}
