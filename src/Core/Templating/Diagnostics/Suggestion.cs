namespace Clientele.Templating;

/// <summary>"Did you mean": the known name closest to an unknown one.</summary>
internal static class Suggestion
{
    private const int LongestName = 64;

    public static string? Closest(string name, IEnumerable<string> known)
    {
        if (name.Length is < 2 or > LongestName)
        {
            return null;
        }

        string? best = null;
        var bestDistance = (name.Length / 3) + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) <= bestDistance && Distance(name, candidate) is var distance && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The known dotted names nearest to an unknown one, three at most; one that shares its last word is as near as one that is a slip away.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known)
    {
        const int most = 3;
        if (name.Length > LongestName)
        {
            return [];
        }

        var last = name.Split('.')[^1];
        var near = known
            .Select(candidate => (Name: candidate, Distance: candidate.Split('.')[^1] == last ? 1 : Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(2, name.Length / 3)).ToList();
        return [.. near.Where(candidate => candidate.Distance == near.Min(other => other.Distance)).Select(candidate => candidate.Name).Order(StringComparer.Ordinal).Take(most)];
    }

    // Edit distance in which swapping neighbours counts once, the commonest slip of the fingers.
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
