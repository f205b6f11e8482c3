namespace Clientele.Plugins;

/// <summary>The shared frameworks that this process runs on. What a plugin's own <c>runtimeconfig.json</c> asks for beyond them is never added to a running process.</summary>
internal static class HostFrameworks
{
    /// <summary>The names and versions, such as <c>Microsoft.NETCore.App</c> 10.0.12.</summary>
    public static IReadOnlyDictionary<string, Version> All { get; } = Find();

    private static Dictionary<string, Version> Find()
    {
        var found = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase) { ["Microsoft.NETCore.App"] = Environment.Version };
        var folders = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var framework = Path.GetDirectoryName(folder);
            if (Path.GetFileName(Path.GetDirectoryName(framework)) == "shared" && Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version))
            {
                found[Path.GetFileName(framework)!] = version;
            }
        }

        return found;
    }
}
