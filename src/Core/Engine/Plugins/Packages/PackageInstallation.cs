using System.Security.Cryptography;

namespace Clientele.Plugins;

/// <summary>Brings one package into a store: taken apart and judged in a folder nobody looks into, then moved to its place in one step.</summary>
internal sealed class PackageInstallation(string directory, PluginOptions options)
{
    private const string StagingFolder = ".staging";

    public async Task<InstallReport> RunAsync(string package, string? sha256, Func<CancellationToken, Task<PluginSet>>? trial, CancellationToken cancellationToken)
    {
        var staging = Path.Combine(directory, StagingFolder, Path.GetRandomFileName());
        try
        {
            var candidate = await UnpackAsync(package, sha256, staging, cancellationToken).ConfigureAwait(false);
            return candidate.GoesOn ? await PlaceAsync(staging, candidate, trial, cancellationToken).ConfigureAwait(false) : Refused(candidate);
        }
        catch (ClienteleException error)
        {
            return new("", "", Folder: null, [Finding(error, Path.GetFileName(package))]);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>Takes a package apart into a folder and judges what comes out, running none of it.</summary>
    /// <exception cref="ClienteleException">It is no plugin package, or an unsafe one.</exception>
    public async Task<Candidate> UnpackAsync(string package, string? sha256, string folder, CancellationToken cancellationToken)
    {
        await CheckHashAsync(package, sha256, cancellationToken).ConfigureAwait(false);
        var (id, version) = await new PackageExtraction(package, folder).RunAsync(cancellationToken).ConfigureAwait(false);
        var candidate = new Candidate(folder);
        PluginJudge.JudgeAgain(candidate, [.. Others(), candidate], options with { Disabled = [] });
        if (candidate.Manifest is { } manifest && (id != manifest.Id || version != manifest.Version))
        {
            candidate.End(PluginState.Rejected, PluginCodes.IdentityMismatch, PluginStage.Validate, $"The package is {id} {version}, its manifest says {manifest.Id} {manifest.Version}.", "Pack the plugin again.");
        }

        return candidate;
    }

    // The plugins that are there: the new one may use what they export.
    private List<Candidate> Others()
    {
        var others = PluginDiscovery.Find(options with { Directories = [directory, .. options.Directories], RequireDirectories = false }, []).Where(other => other.GoesOn).ToList();
        others.ForEach(other => other.Manifest = ManifestReader.Read(other.Files, []));
        return others;
    }

    private async Task<InstallReport> PlaceAsync(string staging, Candidate candidate, Func<CancellationToken, Task<PluginSet>>? trial, CancellationToken cancellationToken)
    {
        var (id, version) = (candidate.Id, candidate.Manifest!.Version);
        var folder = Path.Combine(directory, id, version);
        var isNew = !Directory.Exists(folder);
        if (!isNew && ContentHash.Of(FolderHashes.Of(folder)) != ContentHash.Of(FolderHashes.Of(staging)))
        {
            candidate.End(PluginState.Rejected, PluginCodes.AlreadyInstalled, PluginStage.Validate, $"Version {version} of '{id}' is installed already with other content.", "Give the changed plugin a new version, or uninstall the old one.");
            return Refused(candidate);
        }

        var before = StoreState.Read(directory);
        if (isNew)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.Move(staging, folder);
        }

        before.Keep(id, version).Write(directory);
        var report = new InstallReport(id, version, folder, [.. candidate.Diagnostics]);
        if (trial is null)
        {
            return report;
        }

        var runs = false;
        try
        {
            (runs, report) = await TryAsync(report, trial, cancellationToken).ConfigureAwait(false);
            return report;
        }
        finally
        {
            // Also when the trial itself was cancelled or failed.
            if (!runs)
            {
                (isNew ? before.Delete([$"{id}/{version}"]) : before).Write(directory);
                new PluginStore(directory).CleanUp();
            }
        }
    }

    private async Task<(bool Runs, InstallReport Report)> TryAsync(InstallReport report, Func<CancellationToken, Task<PluginSet>> trial, CancellationToken cancellationToken)
    {
        var set = await trial(cancellationToken).ConfigureAwait(false);
        await using (set.ConfigureAwait(false))
        {
            var info = set.Plugins.FirstOrDefault(plugin => plugin.Id == report.Id && plugin.Version == report.Version);
            if (info is { State: PluginState.Running or PluginState.Disabled })
            {
                return (true, report);
            }

            var others = new PluginStore(directory).Versions(report.Id).Count > 1 ? " and the version before it stays" : "";
            var undone = new PluginDiagnostic(PluginCodes.RolledBack, PluginSeverity.Error, PluginStage.Start, report.Id, $"Version {report.Version} does not run here, so it was taken out again{others}.", "Put right what is said before, or ask the publisher for a version that runs with this host.");
            return (false, report with { Folder = null, Diagnostics = [.. info?.Diagnostics ?? [], undone] });
        }
    }

    // The last sentence of such an error says what to do.
    private static PluginDiagnostic Finding(ClienteleException error, string package)
    {
        var end = error.Message.LastIndexOf(". ", StringComparison.Ordinal);
        return new(error.Code, PluginSeverity.Error, PluginStage.Validate, package, end < 0 ? error.Message : error.Message[..(end + 1)], end < 0 ? "" : error.Message[(end + 2)..]);
    }

    private static InstallReport Refused(Candidate candidate) => new(candidate.Id, candidate.Manifest?.Version ?? "", Folder: null, [.. candidate.Diagnostics]);

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
}
