namespace Clientele.Documents;

/// <summary>Finds letters that are more alike than a limit without comparing each with each: two such letters share one of their rarest pairs of characters.</summary>
internal static class AlikePairs
{
    /// <summary>The pairs of letters, by place, that are more alike than the limit, in order; no more than are asked for.</summary>
    public static IEnumerable<(int First, int Second, decimal Similarity)> Find(IReadOnlyList<uint[]> letters, decimal limit)
    {
        var frequency = new Dictionary<uint, int>();
        foreach (var pair in letters.SelectMany(letter => letter))
        {
            frequency[pair] = frequency.GetValueOrDefault(pair) + 1;
        }

        var holders = new Dictionary<uint, List<int>>();
        for (var place = 0; place < letters.Count; place++)
        {
            var letter = letters[place];
            // Of two sets with a Jaccard index above t, each must have in common with the other more than t of its own members; so they meet within the first |x| - ceil(t |x|) + 1 of any common order.
            var rarest = letter.OrderBy(pair => frequency[pair]).ThenBy(pair => pair).Take(letter.Length - (int)Math.Ceiling(limit * letter.Length) + 1).ToList();
            foreach (var other in Candidates(letters, holders, rarest, place))
            {
                var similarity = BodyPairs.Similarity(letters[other], letter);
                if (similarity > limit)
                {
                    yield return (other, place, similarity);
                }
            }

            foreach (var pair in rarest)
            {
                (holders.TryGetValue(pair, out var list) ? list : holders[pair] = []).Add(place);
            }
        }
    }

    private static IEnumerable<int> Candidates(IReadOnlyList<uint[]> letters, Dictionary<uint, List<int>> holders, List<uint> rarest, int place) =>
        rarest.Count == 0
            ? Enumerable.Range(0, place).Where(other => letters[other].Length == 0)
            : rarest.SelectMany(pair => holders.TryGetValue(pair, out var list) ? list : []).Distinct().Order();
}
