using Clientele.Storage.Writing;

namespace Clientele.Plugins;

/// <summary>Puts the packages of a plan into the store and commits what was done to the data, so that both are there or neither.</summary>
internal sealed class PlanExecution(string store, PluginOptions loading, Func<PluginOptions, CancellationToken, PluginSet> load)
{
    /// <summary>Installs the packages one inside the trial of the other, the data being committed in the innermost: whatever fails, each installation takes itself back.</summary>
    public async Task RunAsync(IReadOnlyList<CandidatePackage> packages, StoreBatch batch, CancellationToken cancellationToken)
    {
        if (packages.Count == 0)
        {
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var report = await new PluginStore(store, loading).InstallAsync(packages[0].File, packages[0].Sha256, token => TryAsync(packages, batch, token), cancellationToken).ConfigureAwait(false);
        if (!report.Installed)
        {
            var cause = report.Diagnostics.First(found => found.Severity == PluginSeverity.Error);
            throw new ClienteleException(cause.Code, $"{cause.PluginId}: {cause.Message} {cause.Hint}".TrimEnd());
        }
    }

    private async Task<PluginSet> TryAsync(IReadOnlyList<CandidatePackage> packages, StoreBatch batch, CancellationToken cancellationToken)
    {
        var plugins = load(loading with { Directories = [.. loading.Directories.Append(Path.GetFullPath(store)).Distinct(StringComparer.Ordinal)] }, cancellationToken);
        if (plugins.Plugins.Any(plugin => plugin.Version == packages[0].Manifest.Version && plugin.Id == packages[0].Manifest.Id && plugin.State is PluginState.Running or PluginState.Disabled))
        {
            await RunAsync([.. packages.Skip(1)], batch, cancellationToken).ConfigureAwait(false);
        }

        return plugins;
    }
}
