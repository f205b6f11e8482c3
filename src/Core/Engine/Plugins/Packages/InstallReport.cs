namespace Clientele.Plugins;

/// <summary>What came of installing a package.</summary>
/// <param name="Id">The plugin's id; empty when the package did not get that far.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where it is; <see langword="null"/> when nothing was installed.</param>
/// <param name="Diagnostics">What was found; an error means that nothing was installed or that the installation was undone.</param>
public sealed record InstallReport(string Id, string Version, string? Folder, IReadOnlyList<PluginDiagnostic> Diagnostics)
{
    /// <summary>Whether the plugin is installed now.</summary>
    public bool Installed => Folder is not null;
}
