namespace Clientele.Plugins;

/// <summary>Finds the circles among plugins, each as the path that closes it, beginning with its smallest id.</summary>
internal static class PluginCycles
{
    public static List<IReadOnlyList<Candidate>> Find(IReadOnlyList<Candidate> candidates)
    {
        var byId = candidates.ToDictionary(candidate => candidate.Id, StringComparer.OrdinalIgnoreCase);
        var found = new List<IReadOnlyList<Candidate>>();
        foreach (var start in candidates.OrderBy(candidate => candidate.Id, StringComparer.Ordinal))
        {
            // Every member of a circle is on some found path; a shortest way back to itself shows the author the smallest loop.
            if (!found.Exists(cycle => cycle.Contains(start)) && WayBack(start, byId) is { } path)
            {
                found.Add(path);
            }
        }

        return found;
    }

    private static List<Candidate>? WayBack(Candidate start, Dictionary<string, Candidate> byId)
    {
        var cameFrom = new Dictionary<Candidate, Candidate>();
        var queue = new Queue<Candidate>([start]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var next in Next(current, byId))
            {
                if (next == start)
                {
                    return Path(start, current, cameFrom);
                }

                if (cameFrom.TryAdd(next, current))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static List<Candidate> Path(Candidate start, Candidate last, Dictionary<Candidate, Candidate> cameFrom)
    {
        var path = new List<Candidate>();
        for (var current = last; current != start; current = cameFrom[current])
        {
            path.Insert(0, current);
        }

        path.Insert(0, start);
        return path;
    }

    private static IEnumerable<Candidate> Next(Candidate current, Dictionary<string, Candidate> byId) =>
        current.Manifest!.Dependencies
            .Select(dependency => byId.GetValueOrDefault(dependency.Id))
            .OfType<Candidate>()
            .OrderBy(candidate => candidate.Id, StringComparer.Ordinal);
}
