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
            .Where(pair => pair.distance <= Math.Max(1, (key.Length + 1) / 3))
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

        // Letters left out, added, replaced, or two neighbours exchanged, each counted once.
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
