using Clientele.Storage.Writing;

namespace Clientele.Plugins;

/// <summary>Compares the plugins as they are with those that would be, and says what comes of it.</summary>
internal sealed class PlanMaking(PluginRequest request, CandidatePackages packages, PluginSet before, PluginSet after, string store, PluginOptions loading)
{
    public async Task<PluginPlan> RunAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        var refusals = packages.Refusals.Concat(NotRemovable()).Concat(NotRunning()).ToList();
        var forecast = new DataForecast(batch, before, after);
        if (refusals.Count == 0)
        {
            await forecast.RunAsync(Migrating(), request.DropData ? Removed() : [], cancellationToken).ConfigureAwait(false);
        }

        var plan = new PluginPlan
        {
            Fingerprint = "",
            Plugins = Plugins(),
            Changes = [.. CatalogueChange.Between(before.Catalogue, after.Catalogue), .. TemplateChanges.Between(before.Catalogue, after.Catalogue)],
            Migrations = forecast.Migrations,
            Data = forecast.Effects,
            Conflicts = Conflicts(),
            Refusals = [.. refusals, .. forecast.Refusals],
        };
        return plan with { Fingerprint = PlanFingerprint.Of(plan, From()) };
    }

    // What nobody asked about migrates when the workspace is opened, as it would anyway.
    private IEnumerable<Registration> Migrating() => packages.Packages.Count == 0 && request.Remove.Count == 0
        ? after.BuiltIn.Concat(after.Registrations)
        : after.Registrations.Where(registration => packages.Packages.Any(package => package.Manifest.Id == registration.Origin.Id));

    private IEnumerable<string> From() =>
    [
        .. packages.Packages.Select(package => $"package {package.Sha256}"),
        .. request.Remove.Select(id => $"remove {id} {request.DropData}"),
        .. before.Plugins.Select(plugin => $"found {plugin.Id} {plugin.Version} {plugin.State}"),
    ];

    private IReadOnlyList<PlannedPlugin> Plugins()
    {
        var (old, young) = (Versions(before), Versions(after));
        return
        [
            .. old.Keys.Union(young.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)
                .Select(id => new PlannedPlugin(id, old.GetValueOrDefault(id, ""), young.GetValueOrDefault(id, "")))
                .Where(plugin => plugin.From != plugin.To),
        ];
    }

    private IEnumerable<PluginDiagnostic> NotRemovable()
    {
        var installed = new PluginStore(store, loading);
        foreach (var id in request.Remove)
        {
            if (installed.Versions(id).Count == 0)
            {
                yield return new(PluginCodes.NotAvailable, PluginSeverity.Error, PluginStage.Discover, id, $"It is not installed in '{store}'.", "See 'clientele plugins list'; what lies elsewhere can be disabled.");
            }
            else if (installed.Dependents(id).Except(request.Remove, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } dependents)
            {
                yield return new(PluginCodes.DependentsRunning, PluginSeverity.Error, PluginStage.Plan, id, $"It is needed by {string.Join(", ", dependents.Select(other => $"'{other}'"))}.", "Remove these as well, or disable them.");
            }
        }
    }

    private IEnumerable<PluginDiagnostic> NotRunning() => packages.Packages
        .Select(package => after.Plugins.First(plugin => plugin.Folder == package.Folder))
        .Where(plugin => plugin.State is not (PluginState.Running or PluginState.Disabled))
        .SelectMany(plugin => plugin.Diagnostics.Where(found => found.Severity == PluginSeverity.Error));

    private IReadOnlyList<PluginDiagnostic> Conflicts()
    {
        var asked = request.Remove.Concat(packages.Packages.Select(package => package.Manifest.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. before.Plugins.Where(plugin => plugin.State == PluginState.Running && !asked.Contains(plugin.Id))
                .SelectMany(plugin => after.Plugins.Where(other => other.Folder == plugin.Folder && other.State != PluginState.Running))
                .SelectMany(plugin => plugin.Diagnostics.Where(found => found.Severity == PluginSeverity.Error)),
        ];
    }

    private List<PluginInfo> Removed() => [.. before.Plugins.Where(plugin => plugin.State != PluginState.Superseded && plugin.Prefix.Length > 0 && request.Remove.Contains(plugin.Id, StringComparer.OrdinalIgnoreCase))];

    private static Dictionary<string, string> Versions(PluginSet plugins) => plugins.Plugins
        .Where(plugin => plugin.State != PluginState.Superseded)
        .DistinctBy(plugin => plugin.Id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(plugin => plugin.Id, plugin => plugin.Version, StringComparer.OrdinalIgnoreCase);
}
