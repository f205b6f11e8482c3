using NuGet.Versioning;

namespace Clientele.Plugins;

/// <summary>Finds the folders that hold a plugin, and opens none of their assemblies.</summary>
internal static class PluginDiscovery
{
    public static List<Candidate> Find(PluginOptions options, List<PluginDiagnostic> notes)
    {
        var candidates = new List<Candidate>();
        foreach (var directory in options.Directories.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).Distinct(StringComparer.Ordinal))
        {
            if (!Directory.Exists(directory))
            {
                notes.Add(new(
                    PluginCodes.DirectoryMissing,
                    options.RequireDirectories ? PluginSeverity.Error : PluginSeverity.Info,
                    PluginStage.Discover,
                    Path.GetFileName(directory),
                    $"The plugin directory '{directory}' does not exist.",
                    "Name an existing directory, or create it."));
                continue;
            }

            // A directory that is itself a plugin: an author names the folder that the build wrote.
            if (File.Exists(Path.Combine(directory, PluginManifest.FileName)))
            {
                candidates.Add(new Candidate(directory));
                continue;
            }

            // The file system's own order differs between machines.
            var state = StoreState.Read(directory);
            foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal).Where(folder => !Path.GetFileName(folder).StartsWith('.')))
            {
                Look(folder, state, candidates, notes);
            }
        }

        return options.Selection is { } selection ? selection.Of(candidates) : candidates;
    }

    /// <summary>Where a plugin is to be loaded from now: another version may have been installed beside the one that runs.</summary>
    public static Candidate FindAgain(Candidate old)
    {
        var versions = Path.GetDirectoryName(old.Folder)!;
        var isInstalled = Path.GetFileName(versions) == old.Id && Path.GetFileName(old.Folder) == old.Manifest?.Version;
        return isInstalled && Versions(versions, StoreState.Read(Path.GetDirectoryName(versions)!)) is [var first, ..] ? first : new Candidate(old.Folder);
    }

    private static void Look(string folder, StoreState state, List<Candidate> candidates, List<PluginDiagnostic> notes)
    {
        if (File.Exists(Path.Combine(folder, PluginManifest.FileName)))
        {
            candidates.Add(new Candidate(folder) { Disabled = state.Disabled });
        }
        else if (Versions(folder, state) is { Count: > 0 } versions)
        {
            candidates.AddRange(versions);
        }
        else if (Directory.EnumerateFiles(folder, "*.dll").Any())
        {
            notes.Add(new(
                PluginCodes.ManifestMissing,
                PluginSeverity.Warning,
                PluginStage.Discover,
                Path.GetFileName(folder),
                $"The folder '{folder}' holds assemblies and no {PluginManifest.FileName}, and was ignored.",
                $"Add a {PluginManifest.FileName}, or move the folder elsewhere."));
        }
    }

    // An installed plugin: a folder named by its id, with a folder for each version.
    private static List<Candidate> Versions(string folder, StoreState state)
    {
        var id = Path.GetFileName(folder);
        var versions = Directory.EnumerateDirectories(folder)
            .Where(version => File.Exists(Path.Combine(version, PluginManifest.FileName)) && NuGetVersion.TryParse(Path.GetFileName(version), out _))
            .Where(version => !state.Deleting.Contains($"{id}/{Path.GetFileName(version)}", StringComparer.Ordinal))
            .OrderByDescending(version => Path.GetFileName(version) == state.Pinned.GetValueOrDefault(id))
            .ThenByDescending(version => NuGetVersion.Parse(Path.GetFileName(version)))
            .Select(version => new Candidate(version) { Disabled = state.Disabled })
            .ToList();
        versions.Skip(1).ToList().ForEach(candidate => candidate.End(PluginState.Superseded));
        return versions;
    }
}
