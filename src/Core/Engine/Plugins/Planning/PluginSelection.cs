namespace Clientele.Plugins;

/// <summary>The plugins as they would be after a request: some folders in place of what a store has, some ids left out.</summary>
internal sealed record PluginSelection(string Store, IReadOnlyList<(string Id, string Folder)> Instead, IReadOnlyList<string> Without)
{
    public List<Candidate> Of(IEnumerable<Candidate> found)
    {
        // What lies outside the store stays: its id would then be claimed twice, and that is what a plan must say.
        var gone = Without.Concat(Instead.Select(plugin => plugin.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var store = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Store)) + Path.DirectorySeparatorChar;
        var kept = found.Where(candidate => !candidate.Folder.StartsWith(store, StringComparison.Ordinal) || ManifestReader.Read(candidate.Folder, []) is not { } manifest || !gone.Contains(manifest.Id)).ToList();
        var disabled = StoreState.Read(Store).Disabled;
        return [.. kept, .. Instead.Select(plugin => new Candidate(plugin.Folder) { Disabled = disabled })];
    }
}
