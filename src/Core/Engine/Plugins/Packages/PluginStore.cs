using System.Security.Cryptography;
using NuGet.Versioning;

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

/// <summary>A directory of installed plugins, each version in a folder <c>id/version</c> of its own, the newest one active.</summary>
/// <param name="directory">The directory; also one of <see cref="PluginOptions.Directories"/>.</param>
/// <param name="options">How packages are judged before they are let in: the contract version and whom to trust.</param>
/// <remarks>Not thread-safe, and for one process at a time. It changes files only; a running host takes a change up by loading the plugin again.</remarks>
public sealed class PluginStore(string directory, PluginOptions? options = null)
{
    private const string StagingFolder = ".staging";

    private readonly PluginOptions _options = options ?? new();

    /// <summary>Installs a package beside the versions that are there already: all of it, or nothing.</summary>
    /// <param name="package">The path of the <c>.nupkg</c>.</param>
    /// <param name="sha256">The hash the package must have, in hexadecimal; <see langword="null"/> to take it as it is.</param>
    /// <param name="trial">Runs the plugins once with the new version in place, and says what became of it; when it does not run, the installation is undone.</param>
    /// <param name="cancellationToken">Cancels the installation without a trace.</param>
    /// <returns>What came of it.</returns>
    public async Task<InstallReport> InstallAsync(string package, string? sha256 = null, Func<CancellationToken, Task<PluginSet>>? trial = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        var staging = Path.Combine(directory, StagingFolder, Path.GetRandomFileName());
        try
        {
            await CheckHashAsync(package, sha256, cancellationToken).ConfigureAwait(false);
            var identity = await new PackageExtraction(package, staging).RunAsync(cancellationToken).ConfigureAwait(false);
            var candidate = Judge(staging, identity);
            if (!candidate.GoesOn)
            {
                return new(candidate.Id, candidate.Manifest?.Version ?? "", Folder: null, [.. candidate.Diagnostics]);
            }

            var report = Place(staging, candidate);
            return trial is null || !report.Installed ? report : await TryAsync(report, trial, cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error)
        {
            return new("", "", Folder: null, [new(error.Code, PluginSeverity.Error, PluginStage.Validate, Path.GetFileName(package), error.Message, "")]);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>The versions of a plugin that are installed, newest first.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <returns>The versions.</returns>
    public IReadOnlyList<string> Versions(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var folder = Path.Combine(directory, id);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(version => NuGetVersion.TryParse(version, out _)).OrderByDescending(version => NuGetVersion.Parse(version))]
            : [];
    }

    /// <summary>Lets a plugin run again.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="withDependencies">Whether the disabled plugins it needs are enabled as well; otherwise they are a reason to refuse.</param>
    /// <returns>The ids that were enabled, those it needs first.</returns>
    /// <exception cref="ClienteleException">A plugin it needs is disabled (<c>PLG3005</c>).</exception>
    public IReadOnlyList<string> Enable(string id, bool withDependencies = false)
    {
        var needed = Needed(id).Where(other => StoreState.Read(directory).Disabled.Contains(other, StringComparer.OrdinalIgnoreCase)).ToList();
        if (needed.Count > 0 && !withDependencies)
        {
            throw new ClienteleException(PluginCodes.DependencyNotRunning, $"'{id}' needs {string.Join(", ", needed.Select(other => $"'{other}'"))}, which {(needed.Count == 1 ? "is" : "are")} disabled; enable these as well, or ask for them to be enabled with it.");
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
        var disabled = StoreState.Read(directory).Disabled;
        var dependents = Manifests().Where(manifest => !disabled.Contains(manifest.Id, StringComparer.OrdinalIgnoreCase) && manifest.Id != id && Needed(manifest.Id).Contains(id, StringComparer.OrdinalIgnoreCase)).Select(manifest => manifest.Id).Order(StringComparer.Ordinal).ToList();
        if (dependents.Count > 0 && !withDependents)
        {
            throw new ClienteleException(PluginCodes.DependentsRunning, $"'{id}' is needed by {string.Join(", ", dependents.Select(other => $"'{other}'"))}; disable these as well, or ask for them to be disabled with it.");
        }

        Change(state => state with { Disabled = [.. state.Disabled.Union([.. dependents, id], StringComparer.OrdinalIgnoreCase)] });
        return [.. dependents, id];
    }

    /// <summary>Runs another version of a plugin than the newest one from now on.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    /// <exception cref="ClienteleException">That version is not installed (<c>PLG9002</c>).</exception>
    public void RollBack(string id, string version)
    {
        if (!Versions(id).Contains(version, StringComparer.Ordinal))
        {
            throw new ClienteleException(PluginCodes.NotAvailable, $"Version {version} of '{id}' is not installed; installed are {string.Join(", ", Versions(id))}.");
        }

        Change(state => state with { Pinned = With(state.Pinned, id, version) });
    }

    /// <summary>Deletes a plugin in all its versions. What cannot be deleted yet, because a process has it loaded, is deleted by the next <see cref="CleanUp"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether all of it is gone already.</returns>
    public bool Uninstall(string id)
    {
        var versions = Versions(id);
        Change(state => state with
        {
            Disabled = [.. state.Disabled.Where(other => other != id)],
            Pinned = With(state.Pinned, id, version: null),
            Deleting = [.. state.Deleting.Union(versions.Select(version => $"{id}/{version}"), StringComparer.Ordinal)],
        });
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

    private List<PluginManifest> Manifests() =>
        [.. PluginDiscovery.Find(new() { Directories = [directory] }, []).Where(candidate => candidate.GoesOn).Select(candidate => ManifestReader.Read(candidate.Files, [])).OfType<PluginManifest>()];

    // What a plugin cannot do without, directly or through others, the deepest first.
    private List<string> Needed(string id)
    {
        var manifests = Manifests();
        var found = new List<string>();
        var queue = new Queue<string>([id]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var dependency in manifests.Find(manifest => string.Equals(manifest.Id, next, StringComparison.OrdinalIgnoreCase))?.Dependencies.Where(dependency => !dependency.Optional) ?? [])
            {
                if (dependency.Id != id && !found.Contains(dependency.Id, StringComparer.OrdinalIgnoreCase))
                {
                    found.Insert(0, dependency.Id);
                    queue.Enqueue(dependency.Id);
                }
            }
        }

        return found;
    }

    private static async Task CheckHashAsync(string package, string? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is null)
        {
            return;
        }

        var stream = File.OpenRead(package);
        await using (stream.ConfigureAwait(false))
        {
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
            if (!string.Equals(found, sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new ClienteleException(PluginCodes.ChecksumMismatch, $"'{Path.GetFileName(package)}' has the SHA-256 {found}, not {sha256}; nothing was installed. Download it again.");
            }
        }
    }

    private Candidate Judge(string staging, (string Id, string Version) identity)
    {
        var candidate = new Candidate(staging);
        PluginJudge.JudgeAgain(candidate, [candidate], _options with { Disabled = [] });
        if (candidate.Manifest is { } manifest && (identity.Id != manifest.Id || identity.Version != manifest.Version))
        {
            candidate.End(PluginState.Rejected, PluginCodes.IdentityMismatch, PluginStage.Validate, $"The package is {identity.Id} {identity.Version}, its manifest says {manifest.Id} {manifest.Version}.", "Pack the plugin again.");
        }

        return candidate;
    }

    private InstallReport Place(string staging, Candidate candidate)
    {
        var (id, version) = (candidate.Id, candidate.Manifest!.Version);
        var folder = Path.Combine(directory, id, version);
        if (Directory.Exists(folder))
        {
            if (ContentHash.Of(FolderHashes.Of(folder)) != ContentHash.Of(FolderHashes.Of(staging)))
            {
                candidate.End(PluginState.Rejected, PluginCodes.AlreadyInstalled, PluginStage.Validate, $"Version {version} of '{id}' is installed already with other content.", "Give the changed plugin a new version, or uninstall the old one.");
                return new(id, version, Folder: null, [.. candidate.Diagnostics]);
            }
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.Move(staging, folder);
        }

        Change(state => state with { Pinned = With(state.Pinned, id, version: null), Deleting = [.. state.Deleting.Where(entry => entry != $"{id}/{version}")] });
        return new(id, version, folder, [.. candidate.Diagnostics]);
    }

    private async Task<InstallReport> TryAsync(InstallReport report, Func<CancellationToken, Task<PluginSet>> trial, CancellationToken cancellationToken)
    {
        var set = await trial(cancellationToken).ConfigureAwait(false);
        await using (set.ConfigureAwait(false))
        {
            var info = set.Plugins.FirstOrDefault(plugin => plugin.Id == report.Id && plugin.Version == report.Version);
            if (info is { State: PluginState.Running or PluginState.Disabled })
            {
                return report;
            }

            Change(state => state with { Deleting = [.. state.Deleting, $"{report.Id}/{report.Version}"] });
            var undone = new PluginDiagnostic(PluginCodes.RolledBack, PluginSeverity.Error, PluginStage.Start, report.Id, $"Version {report.Version} does not run here, so it was taken out again and the version before it stays.", "Ask the publisher for a version that runs with this host.");
            report = report with { Folder = null, Diagnostics = [.. info?.Diagnostics ?? [], undone] };
        }

        CleanUp();
        return report;
    }

    private void Change(Func<StoreState, StoreState> change)
    {
        Directory.CreateDirectory(directory);
        change(StoreState.Read(directory)).Write(directory);
    }

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

    private static SortedDictionary<string, string> With(IReadOnlyDictionary<string, string> pinned, string id, string? version)
    {
        var changed = new SortedDictionary<string, string>(pinned.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        changed.Remove(id);
        if (version is not null)
        {
            changed.Add(id, version);
        }

        return changed;
    }
}
