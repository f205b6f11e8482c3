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

            // The file system's own order differs between machines.
            foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
            {
                Look(folder, candidates, notes);
            }
        }

        return candidates;
    }

    private static void Look(string folder, List<Candidate> candidates, List<PluginDiagnostic> notes)
    {
        if (File.Exists(Path.Combine(folder, PluginManifest.FileName)))
        {
            candidates.Add(new Candidate(folder));
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
}
