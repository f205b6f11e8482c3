using NuGet.Versioning;

namespace Clientele.Plugins;

/// <summary>Puts plugins in an order in which each comes after those it depends on: the same order on every machine.</summary>
internal static class PluginGraph
{
    /// <summary>Ends every candidate whose dependencies cannot be met, and orders the rest.</summary>
    public static List<Candidate> Plan(List<Candidate> candidates)
    {
        foreach (var candidate in Going(candidates))
        {
            foreach (var dependency in candidate.Manifest!.Dependencies)
            {
                Meet(candidate, dependency, candidates);
            }
        }

        foreach (var cycle in PluginCycles.Find(Going(candidates)))
        {
            var path = string.Join(" → ", [.. cycle.Select(member => member.Id), cycle[0].Id]);
            foreach (var member in cycle)
            {
                member.End(PluginState.Rejected, PluginCodes.DependencyCycle, PluginStage.Plan, $"It depends on itself in a circle: {path}.", "Remove one of these dependencies.");
            }
        }

        SkipDependents(candidates);
        return new PluginOrder(Going(candidates)).Run();
    }

    /// <summary>Skips whatever depends on a plugin that does not run, and whatever depends on that.</summary>
    public static void SkipDependents(IReadOnlyList<Candidate> candidates)
    {
        bool again;
        do
        {
            again = false;
            foreach (var candidate in Going(candidates))
            {
                again |= SkipIfStranded(candidate, candidates);
            }
        }
        while (again);
    }

    /// <summary>Skips a plugin if one it cannot do without does not run.</summary>
    public static bool SkipIfStranded(Candidate candidate, IReadOnlyList<Candidate> candidates)
    {
        var stranded = candidate.Manifest!.Dependencies
            .Where(dependency => !dependency.Optional)
            .SelectMany(dependency => candidates.Where(other => Is(other, dependency.Id)).Take(1))
            .FirstOrDefault(other => !other.GoesOn && other.Ended != PluginState.Superseded);
        if (stranded is null)
        {
            return false;
        }

        candidate.End(
            PluginState.Skipped,
            PluginCodes.DependencyNotRunning,
            PluginStage.Plan,
            $"It depends on '{stranded.Id}', which does not run ({Outcome(stranded)}).",
            $"Put '{stranded.Id}' right first.");
        return true;
    }

    /// <summary>Judges whether a new generation of a plugin fits among those that run.</summary>
    public static void Replace(Candidate fresh, IReadOnlyList<Candidate> all)
    {
        foreach (var dependency in fresh.GoesOn ? fresh.Manifest!.Dependencies : [])
        {
            Meet(fresh, dependency, all);
        }

        if (fresh.GoesOn)
        {
            SkipIfStranded(fresh, all);
        }
    }

    private static void Meet(Candidate candidate, PluginDependency dependency, IReadOnlyList<Candidate> candidates)
    {
        if (candidates.FirstOrDefault(other => Is(other, dependency.Id) && other.Ended != PluginState.Superseded) is not { } found)
        {
            if (!dependency.Optional)
            {
                candidate.End(PluginState.Rejected, PluginCodes.DependencyMissing, PluginStage.Plan, $"It depends on '{dependency.Id}' {dependency.Range}, which was not found.", $"Install '{dependency.Id}' as well.");
            }
        }
        else if (found.Manifest is { } manifest && !VersionRange.Parse(dependency.Range).Satisfies(NuGetVersion.Parse(manifest.Version)))
        {
            candidate.End(
                PluginState.Rejected,
                PluginCodes.DependencyVersion,
                PluginStage.Plan,
                $"It depends on '{dependency.Id}' {dependency.Range}; {manifest.Version} was found.",
                $"Install a version of '{dependency.Id}' in that range, or a version of this plugin that takes {manifest.Version}.");
        }
    }

    private static List<Candidate> Going(IReadOnlyList<Candidate> candidates) => [.. candidates.Where(candidate => candidate.GoesOn)];

    private static string Outcome(Candidate candidate) =>
        candidate.Diagnostics.Find(diagnostic => diagnostic.Severity == PluginSeverity.Error)?.Code ?? candidate.Ended.ToString()!;

    private static bool Is(Candidate candidate, string id) => string.Equals(candidate.Id, id, StringComparison.OrdinalIgnoreCase);
}
