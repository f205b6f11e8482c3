namespace Clientele.Plugins;

/// <summary>Orders plugins: after those they depend on, then as their hints ask, then by id. The same order on every machine.</summary>
internal sealed class PluginOrder(IReadOnlyList<Candidate> going)
{
    private readonly List<Candidate> _waiting = [.. going.OrderBy(candidate => candidate.Id, StringComparer.Ordinal)];

    public List<Candidate> Run()
    {
        var ordered = new List<Candidate>(_waiting.Count);
        while (_waiting.Count > 0)
        {
            var next = _waiting.Find(candidate => IsReady(candidate) && !Hinted(candidate).Any()) ?? AgainstHints();
            _waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    // Cycles of dependencies are gone, so somebody is always ready but for hints: first whoever a hint wants behind a plugin that depends on it.
    private Candidate AgainstHints()
    {
        var next = _waiting.Find(candidate => IsReady(candidate) && Hinted(candidate).Any(hint => DependsOn(hint.First, candidate))) ?? _waiting.Find(IsReady)!;
        foreach (var (first, by) in Hinted(next).ToList())
        {
            by.Report(
                PluginCodes.OrderHintIgnored,
                PluginSeverity.Warning,
                PluginStage.Plan,
                $"It asks that '{first.Id}' comes before '{next.Id}', which {(DependsOn(first, next) ? $"'{first.Id}' itself depends on" : "contradicts other hints")}; the hint was ignored.",
                "Remove the hint from its manifest.");
        }

        return next;
    }

    private bool IsReady(Candidate candidate) => candidate.Manifest!.Dependencies.All(dependency => !_waiting.Exists(other => Is(other, dependency.Id)));

    // Those who should come before a candidate and still wait, and whose hint says so.
    private IEnumerable<(Candidate First, Candidate By)> Hinted(Candidate candidate)
    {
        foreach (var other in _waiting.Where(other => other != candidate))
        {
            if (Names(candidate.Manifest!.After, other))
            {
                yield return (other, candidate);
            }

            if (Names(other.Manifest!.Before, candidate))
            {
                yield return (other, other);
            }
        }
    }

    private bool DependsOn(Candidate candidate, Candidate on) =>
        candidate.Manifest!.Dependencies.Any(dependency => Is(on, dependency.Id) || going.Any(other => Is(other, dependency.Id) && DependsOn(other, on)));

    private static bool Names(IReadOnlyList<string> ids, Candidate candidate) => ids.Contains(candidate.Id, StringComparer.OrdinalIgnoreCase);

    private static bool Is(Candidate candidate, string id) => string.Equals(candidate.Id, id, StringComparison.OrdinalIgnoreCase);
}
