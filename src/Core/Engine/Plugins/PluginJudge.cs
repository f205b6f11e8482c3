using NuGet.Versioning;

namespace Clientele.Plugins;

/// <summary>Judges what was found before any of its code runs: each manifest alone, and all of them together.</summary>
internal static class PluginJudge
{
    public static void Judge(IReadOnlyList<Candidate> candidates, PluginOptions options)
    {
        foreach (var candidate in candidates)
        {
            Read(candidate, options);
        }

        // Files are judged once all manifests are known, because one plugin may use what another exports.
        foreach (var candidate in candidates.Where(candidate => candidate.GoesOn))
        {
            Examine(candidate, candidates, options);
        }

        ClaimedTwice(candidates, manifest => manifest.Id, PluginCodes.IdClaimedTwice, "id");
        ClaimedTwice(candidates, manifest => manifest.Prefix, PluginCodes.PrefixClaimedTwice, "prefix");
    }

    /// <summary>Judges a new generation of one plugin among those that run.</summary>
    public static void JudgeAgain(Candidate fresh, IReadOnlyList<Candidate> others, PluginOptions options)
    {
        Read(fresh, options);
        if (fresh.GoesOn)
        {
            Examine(fresh, others, options);
        }
    }

    private static void Read(Candidate candidate, PluginOptions options)
    {
        candidate.Manifest = ManifestReader.Read(candidate.Files, candidate.Diagnostics);
        if (candidate.Manifest is not { } manifest)
        {
            candidate.End(PluginState.Rejected);
        }
        else if (options.Disabled.Concat(candidate.Disabled).Contains(manifest.Id, StringComparer.OrdinalIgnoreCase))
        {
            candidate.End(PluginState.Disabled);
        }
    }

    private static void Examine(Candidate candidate, IReadOnlyList<Candidate> all, PluginOptions options)
    {
        Contract(candidate, candidate.Manifest!, Release(options.ContractVersion));
        ApiLevel(candidate, candidate.Manifest!, options.ApiLevels);
        Granting.Judge(candidate, candidate.Manifest!, options);
        Files(candidate, candidate.Manifest!, all);
        SharedAssembliesShipped(candidate);
        TrustCheck.Run(candidate, options.Trust);
    }

    private static void Contract(Candidate candidate, PluginManifest manifest, NuGetVersion contract)
    {
        if (!VersionRange.Parse(manifest.Contract).Satisfies(contract))
        {
            candidate.End(
                PluginState.Rejected,
                PluginCodes.ContractOutsideRange,
                PluginStage.Validate,
                $"It works with contract {manifest.Contract}; this host has {contract}.",
                "Install a version of the plugin for this host, or another version of the host.");
        }
    }

    private static void ApiLevel(Candidate candidate, PluginManifest manifest, IReadOnlyList<int> offered)
    {
        if (!manifest.ApiLevels.Intersect(offered).Any())
        {
            candidate.End(
                PluginState.Rejected,
                PluginCodes.NoCommonApiLevel,
                PluginStage.Validate,
                $"It works with the API levels {string.Join(", ", manifest.ApiLevels.Order())}; this host offers {string.Join(", ", offered.Order())}.",
                "Install a version of the plugin for this host, or another version of the host.");
        }
    }

    private static void Files(Candidate candidate, PluginManifest manifest, IReadOnlyList<Candidate> all)
    {
        var path = Path.Combine(candidate.Files, manifest.EntryAssembly);
        if (!File.Exists(path))
        {
            candidate.End(
                PluginState.Rejected,
                PluginCodes.AssemblyMissing,
                PluginStage.Validate,
                $"Its entry assembly '{manifest.EntryAssembly}' is not in its folder.",
                "Build the plugin again, or correct entryAssembly.");
        }
        else if (!PluginPath.IsInside(candidate.Files, path))
        {
            candidate.End(
                PluginState.Rejected,
                PluginCodes.PathOutsidePlugin,
                PluginStage.Validate,
                $"Its entry assembly '{manifest.EntryAssembly}' is a link out of its folder.",
                "Put the file itself into the folder.");
        }
        else
        {
            new ImageCheck(candidate, manifest, all).Run();
        }
    }

    private static void SharedAssembliesShipped(Candidate candidate)
    {
        var shipped = Directory.EnumerateFiles(candidate.Files, "*.dll", SearchOption.AllDirectories)
            .Where(file => SharedAssemblies.Contract.Find(Path.GetFileNameWithoutExtension(file)) is not null || FrameworkAssemblies.Contains(Path.GetFileNameWithoutExtension(file)))
            .Select(file => Path.GetRelativePath(candidate.Files, file))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (shipped.Count > 0)
        {
            candidate.Report(
                PluginCodes.SharedAssemblyShipped,
                PluginSeverity.Warning,
                PluginStage.Validate,
                $"It ships {string.Join(", ", shipped)}, which the host shares; the host's own is used.",
                "Reference it with ExcludeAssets=\"runtime\" (and Private=\"false\" for a project), and build again into an empty folder.");
        }
    }

    // None of the claimants runs: choosing one would let whoever is found first take another's place.
    private static void ClaimedTwice(IReadOnlyList<Candidate> candidates, Func<PluginManifest, string> claim, string code, string what)
    {
        var groups = candidates
            .Where(candidate => candidate.Manifest is not null && candidate.Ended is not (PluginState.Disabled or PluginState.Superseded))
            .GroupBy(candidate => claim(candidate.Manifest!), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any());
        foreach (var group in groups)
        {
            var claimants = string.Join(" and ", group.Select(candidate => $"{candidate.Id} {candidate.Manifest!.Version} in '{candidate.Folder}'"));
            foreach (var candidate in group)
            {
                candidate.End(PluginState.Rejected, code, PluginStage.Validate, $"The {what} '{group.Key}' is claimed by {claimants}; none of them runs.", "Keep one of the folders.");
            }
        }
    }

    // A range such as [0.2.0,0.3.0) excludes 0.2.0-beta in NuGet's order, yet that is the contract a plugin author is trying.
    private static NuGetVersion Release(string version)
    {
        var parsed = NuGetVersion.Parse(version);
        return new(parsed.Major, parsed.Minor, parsed.Patch);
    }
}
