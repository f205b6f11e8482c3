using NuGet.Versioning;

namespace Clientele.Plugins;

/// <summary>A directory of installed plugins, each version in a folder <c>id/version</c> of its own, the newest one active.</summary>
/// <param name="directory">The directory; also one of <see cref="PluginOptions.Directories"/>.</param>
/// <param name="options">How packages are judged before they are let in: the contract version, whom to trust, and the other directories with plugins that may need these.</param>
/// <remarks>
/// Not thread-safe, and for one process at a time. It changes files only; a running host takes a change up by loading the plugin again.
/// Which plugins are disabled is kept here for those of other directories as well; see <see cref="Disabled"/>.
/// </remarks>
public sealed class PluginStore(string directory, PluginOptions? options = null)
{
    private readonly PluginOptions _options = options ?? new();

    /// <summary>The ids that <see cref="Disable"/> keeps from running; a host adds them to <see cref="PluginOptions.Disabled"/>.</summary>
    /// <exception cref="ClienteleException">The file that says so cannot be read (<c>PLG1011</c>).</exception>
    public IReadOnlyList<string> Disabled => StoreState.Read(directory).Disabled;

    /// <summary>Installs a package beside the versions that are there already: all of it, or nothing.</summary>
    /// <param name="package">The path of the <c>.nupkg</c>.</param>
    /// <param name="sha256">The hash the package must have, in hexadecimal; <see langword="null"/> to take it as it is.</param>
    /// <param name="trial">Runs the plugins once with the new version in place, and says what became of it; when it does not run, the installation is undone.</param>
    /// <param name="cancellationToken">Cancels the installation without a trace.</param>
    /// <returns>What came of it.</returns>
    public Task<InstallReport> InstallAsync(string package, string? sha256 = null, Func<CancellationToken, Task<PluginSet>>? trial = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new PackageInstallation(directory, _options).RunAsync(package, sha256, trial, cancellationToken);
    }

    /// <summary>The versions of a plugin that are installed, newest first.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <returns>The versions.</returns>
    public IReadOnlyList<string> Versions(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var folder = Path.Combine(directory, id);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var going = StoreState.Read(directory).Deleting;
        return [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(version => NuGetVersion.TryParse(version, out _) && !going.Contains($"{id}/{version}", StringComparer.Ordinal)).OrderByDescending(version => NuGetVersion.Parse(version))];
    }

    /// <summary>The version of a plugin that runs when it is loaded: the newest, or the one it was rolled back to.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <returns>The version; <see langword="null"/> when none is installed.</returns>
    public string? Active(string id)
    {
        var versions = Versions(id);
        return StoreState.Read(directory).Pinned.TryGetValue(id, out var pinned) && versions.Contains(pinned, StringComparer.Ordinal) ? pinned : versions.Count > 0 ? versions[0] : null;
    }

    /// <summary>The plugins that cannot do without a plugin, directly or through others, and are not disabled.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <returns>Their ids.</returns>
    public IReadOnlyList<string> Dependents(string id) => [.. Installed().Dependents(id).Except([.. Disabled, .. _options.Disabled], StringComparer.OrdinalIgnoreCase)];

    /// <summary>Lets a plugin run again.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="withDependencies">Whether the disabled plugins it needs are enabled as well; otherwise they are a reason to refuse.</param>
    /// <returns>The ids that were enabled, those it needs first.</returns>
    /// <exception cref="ClienteleException">A plugin it needs is disabled (<c>PLG3005</c>).</exception>
    public IReadOnlyList<string> Enable(string id, bool withDependencies = false)
    {
        var needed = Installed().Needed(id).Where(other => Disabled.Contains(other, StringComparer.OrdinalIgnoreCase)).ToList();
        if (needed.Count > 0 && !withDependencies)
        {
            throw new ClienteleException(PluginCodes.DependencyNotRunning, $"'{id}' needs {Quoted(needed)}, which {(needed.Count == 1 ? "is" : "are")} disabled; enable these as well, or ask for them to be enabled with it.");
        }

        IReadOnlyList<string> enabled = [.. needed, id];
        Change(state => state with { Disabled = [.. state.Disabled.Except(enabled, StringComparer.OrdinalIgnoreCase)] });
        return enabled;
    }

    /// <summary>Keeps a plugin from running, in every version, until it is enabled.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="withDependents">Whether the plugins that need it are disabled as well; otherwise they are a reason to refuse.</param>
    /// <returns>The ids that were disabled, those that need it first.</returns>
    /// <exception cref="ClienteleException">Enabled plugins need it (<c>PLG3007</c>).</exception>
    public IReadOnlyList<string> Disable(string id, bool withDependents = false)
    {
        IReadOnlyList<string> disabled = [.. AllowedDependents(id, withDependents, "disable", "disabled"), id];
        Change(state => state with { Disabled = [.. state.Disabled.Union(disabled, StringComparer.OrdinalIgnoreCase)] });
        return disabled;
    }

    /// <summary>Runs another version of a plugin than the newest one from now on, until a package is installed.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    /// <exception cref="ClienteleException">That version is not installed (<c>PLG9002</c>).</exception>
    public void RollBack(string id, string version)
    {
        if (!Versions(id).Contains(version, StringComparer.Ordinal))
        {
            throw new ClienteleException(PluginCodes.NotAvailable, $"Version {version} of '{id}' is not installed; installed are {string.Join(", ", Versions(id))}.");
        }

        Change(state => state.Pin(id, version));
    }

    /// <summary>Deletes a plugin in all its versions. What cannot be deleted yet, because a process has it loaded, is deleted by the next <see cref="CleanUp"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="withDependents">Whether the installed plugins that need it are deleted as well; otherwise they are a reason to refuse.</param>
    /// <returns>Whether all of it is gone already.</returns>
    /// <exception cref="ClienteleException">Enabled plugins need it (<c>PLG3007</c>).</exception>
    public bool Uninstall(string id, bool withDependents = false)
    {
        foreach (var next in AllowedDependents(id, withDependents, "uninstall", "uninstalled").Append(id))
        {
            Change(state => state.Enable(next).Pin(next, version: null).Delete(Versions(next).Select(version => $"{next}/{version}")));
        }

        return CleanUp();
    }

    /// <summary>Deletes what could not be deleted before. Call it when a host starts.</summary>
    /// <returns>Whether nothing is left to delete.</returns>
    public bool CleanUp()
    {
        var state = StoreState.Read(directory);
        var left = state.Deleting.Where(entry => !TryDelete(Path.Combine(directory, entry))).ToList();
        if (left.Count != state.Deleting.Count)
        {
            (state with { Deleting = left }).Write(directory);
        }

        return left.Count == 0;
    }

    private InstalledPlugins Installed() => new([directory, .. _options.Directories]);

    private IReadOnlyList<string> AllowedDependents(string id, bool withDependents, string verb, string done)
    {
        var dependents = Dependents(id);
        return dependents.Count == 0 || withDependents
            ? dependents
            : throw new ClienteleException(PluginCodes.DependentsRunning, $"'{id}' is needed by {Quoted(dependents)}; {verb} these as well, or ask for them to be {done} with it.");
    }

    private void Change(Func<StoreState, StoreState> change)
    {
        Directory.CreateDirectory(directory);
        change(StoreState.Read(directory)).Write(directory);
    }

    private static string Quoted(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"'{id}'"));

    private static bool TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            var parent = Path.GetDirectoryName(folder)!;
            if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
            {
                Directory.Delete(parent);
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
