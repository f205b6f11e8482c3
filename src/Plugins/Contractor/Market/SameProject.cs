namespace Clientele.Contractor.Market;

/// <summary>Whether two entries look like one project: one owner, names alike, values close. It is only suggested; a person merges.</summary>
internal static class SameProject
{
    private const decimal LeastSimilarity = 0.85m;
    private const decimal MostValueGap = 0.05m;

    /// <summary>How alike the names are, where all three hold; otherwise nothing.</summary>
    public static decimal? Suggested(RegisterEntry left, RegisterEntry right)
    {
        var similarity = Similarity(Plain(left.Text("project")), Plain(right.Text("project")));
        return SameOwner(left, right) && similarity >= LeastSimilarity && CloseInValue(left.Number("value"), right.Number("value")) ? similarity : null;
    }

    /// <summary>1 less the edits that turn one into the other (Levenshtein 1966) for each character of the longer.</summary>
    public static decimal Similarity(string left, string right)
    {
        var longer = Math.Max(left.Length, right.Length);
        return longer == 0 ? 0 : Math.Round(1 - ((decimal)Edits(left, right) / longer), 6);
    }

    private static bool SameOwner(RegisterEntry left, RegisterEntry right) => left.Text("owner_code") is { Length: > 0 } code && right.Text("owner_code") is { Length: > 0 } other
        ? code == other
        : Plain(left.Text("owner")) == Plain(right.Text("owner"));

    // What nobody estimated is close to nothing.
    private static bool CloseInValue(decimal? left, decimal? right) => left is { } one && right is { } two && Math.Abs(one - two) <= MostValueGap * Math.Max(one, two);

    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
