using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary>Finds the plugin that somebody means: by id, by package, or by the folder it was built to.</summary>
internal static class PluginTarget
{
    public static async Task<PluginInfo> FindAsync(Run run, string text, CancellationToken cancellationToken)
    {
        var places = PluginPlaces.Of(run);
        return File.Exists(text) ? Judged(await PluginPackage.InspectAsync(text, places.Loading(), cancellationToken).ConfigureAwait(false))
            : Directory.Exists(text) ? Folder(run, places, Path.GetFullPath(text))
            : text.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? throw new ClienteleException(PluginCodes.NotAvailable, run.Say($"There is no file or folder '{text}'.", $"没有文件或文件夹“{text}”。"))
            : places.Find(text);
    }

    /// <summary>The plugin that was built to a folder, judged without running any of it; an error when there is none.</summary>
    public static PluginInfo Folder(Run run, PluginPlaces places, string folder)
    {
        if (!File.Exists(Path.Combine(folder, PluginManifest.FileName)))
        {
            throw new ClienteleException(PluginCodes.ManifestMissing, run.Say($"There is no {PluginManifest.FileName} in '{folder}'; name the folder the plugin was built to, such as bin/Release/net10.0.", $"“{folder}”中没有 {PluginManifest.FileName}；请给出插件的生成输出文件夹，如 bin/Release/net10.0。"));
        }

        if (Directory.EnumerateFiles(folder, "*.csproj").Any())
        {
            throw new ClienteleException(PluginCodes.AssemblyMissing, run.Say($"'{folder}' is the plugin's project; build it, and name the folder it was built to, such as {Path.Combine(folder, "bin", "Release", "net10.0")}.", $"“{folder}”是插件的项目文件夹；请先生成，再给出输出文件夹，如 {Path.Combine(folder, "bin", "Release", "net10.0")}。"));
        }

        // Among the others, because it may use what one of them exports; that one of them has the same id is no fault of the folder.
        var options = places.Loading() with { Disabled = [] };
        return Judged(PluginLoader.Inspect(options with { Directories = [folder, .. options.Directories] }).Plugins.First(plugin => plugin.Folder == Path.TrimEndingDirectorySeparator(folder)));
    }

    public static bool IsInOrder(PluginInfo plugin) => plugin.Diagnostics.All(problem => problem.Severity != PluginSeverity.Error);

    /// <summary>Only what was found in its own files.</summary>
    public static PluginInfo Judged(PluginInfo plugin) => plugin with
    {
        Diagnostics = [.. plugin.Diagnostics.Where(problem => problem.Stage <= PluginStage.Validate && problem.Code is not (PluginCodes.IdClaimedTwice or PluginCodes.PrefixClaimedTwice))],
    };
}
