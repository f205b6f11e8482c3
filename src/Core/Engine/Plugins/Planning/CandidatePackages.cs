using System.Security.Cryptography;
using NuGet.Versioning;

namespace Clientele.Plugins;

/// <summary>The packages of a request, taken apart and judged in a folder of their own, which is gone when it is disposed.</summary>
internal sealed class CandidatePackages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-plan-").FullName;
    private readonly List<CandidatePackage> _packages = [];

    /// <summary>The packages that are in order.</summary>
    public IReadOnlyList<CandidatePackage> Packages => _packages;

    /// <summary>Why the others are not.</summary>
    public List<PluginDiagnostic> Refusals { get; } = [];

    public static async Task<CandidatePackages> OpenAsync(IReadOnlyList<string> packages, string store, PluginOptions options, CancellationToken cancellationToken)
    {
        var opened = new CandidatePackages();
        try
        {
            foreach (var package in packages)
            {
                await opened.AddAsync(package, store, options, cancellationToken).ConfigureAwait(false);
            }

            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task AddAsync(string package, string store, PluginOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var folder = Path.Combine(_folder, $"{_packages.Count}");
            var hash = await HashAsync(package, cancellationToken).ConfigureAwait(false);

            // Packages that come together may use what each other exports, so each is judged among those before it.
            var among = options with { Directories = [.. options.Directories, .. _packages.Select(other => other.Folder)] };
            var candidate = await new PackageInstallation(store, among).UnpackAsync(package, hash, folder, cancellationToken).ConfigureAwait(false);
            Refusals.AddRange(candidate.Diagnostics.Where(found => found.Severity == PluginSeverity.Error));
            if (candidate is { GoesOn: true, Manifest: { } manifest })
            {
                Fits(manifest, folder, store);
                _packages.Add(new(manifest, package, hash, folder));
            }
        }
        catch (Exception error) when (error is ClienteleException or IOException or UnauthorizedAccessException)
        {
            Refuse((error as ClienteleException)?.Code ?? PluginCodes.NotAPackage, Path.GetFileName(package), error.Message);
        }
    }

    // Installing would say the same, but only once it has begun.
    private void Fits(PluginManifest manifest, string folder, string store)
    {
        var there = Path.Combine(store, manifest.Id, manifest.Version);
        if (Directory.Exists(there) && ContentHash.Of(FolderHashes.Of(there)) != ContentHash.Of(FolderHashes.Of(folder)))
        {
            Refuse(PluginCodes.AlreadyInstalled, manifest.Id, $"Version {manifest.Version} is installed already with other content; give the changed plugin a new version.");
        }

        if (new PluginStore(store).Versions(manifest.Id) is [var newest, ..] && NuGetVersion.Parse(newest) > NuGetVersion.Parse(manifest.Version))
        {
            Refuse(PluginCodes.AlreadyInstalled, manifest.Id, $"Version {newest} is installed and is newer than {manifest.Version}; to go back: clientele plugins rollback {manifest.Id} --to {manifest.Version}");
        }
    }

    private void Refuse(string code, string id, string message) => Refusals.Add(new(code, PluginSeverity.Error, PluginStage.Validate, id, message, ""));

    private static async Task<string> HashAsync(string package, CancellationToken cancellationToken)
    {
        var stream = File.OpenRead(package);
        await using (stream.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        }
    }
}

/// <summary>A package that was taken apart and is in order.</summary>
internal sealed record CandidatePackage(PluginManifest Manifest, string File, string Sha256, string Folder);
