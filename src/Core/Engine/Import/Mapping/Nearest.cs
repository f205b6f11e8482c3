namespace Clientele.Import;

/// <summary>Names like the one somebody wrote, for "did you mean".</summary>
internal static class Nearest
{
    /// <summary>The known names that differ from the written one by few letters, or contain it, the nearest first.</summary>
    public static IReadOnlyList<string> To(string written, IEnumerable<string> known)
    {
        var key = CellText.Key(written);
        return [.. known
            .Select(name => (name, distance: Distance(key, CellText.Key(name))))
            .Where(pair => pair.distance <= Math.Max(2, key.Length / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Take(3).Select(pair => pair.name)];
    }

    /// <summary>" Did you mean 'x'?", or what there is to choose from.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> known)
    {
        var nearest = To(written, known);
        return nearest.Count > 0
            ? $"did you mean {string.Join(" or ", nearest.Select(name => $"'{name}'"))}?"
            : $"there are {string.Join(", ", known.Take(40).Select(name => $"'{name}'"))}.";
    }

    private static int Distance(string left, string right)
    {
        if (left.Length > 1 && right.Contains(left, StringComparison.Ordinal) || right.Length > 1 && left.Contains(right, StringComparison.Ordinal))
        {
            return 1;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
