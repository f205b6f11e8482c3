using Clientele.Storage.PluginData;
using Clientele.Storage.Writing;

namespace Clientele.Plugins;

/// <summary>Does to the data what a request asks for, in the batch it is given, and says what becomes of what is stored.</summary>
internal sealed class DataForecast(StoreBatch batch, PluginSet before, PluginSet after)
{
    private readonly List<PlannedMigration> _migrations = [];
    private readonly List<DataEffect> _effects = [];

    public IReadOnlyList<PlannedMigration> Migrations => _migrations;

    public IReadOnlyList<DataEffect> Effects => [.. _effects.OrderBy(effect => effect.Kind).ThenBy(effect => effect.What).ThenBy(effect => effect.Name, StringComparer.Ordinal)];

    /// <summary>Why the data do not permit it, where they do not.</summary>
    public List<PluginDiagnostic> Refusals { get; } = [];

    public async Task RunAsync(IEnumerable<Registration> migrating, IReadOnlyList<PluginInfo> dropped, CancellationToken cancellationToken)
    {
        var stored = await batch.StoredAsync(cancellationToken).ConfigureAwait(false);
        var history = await batch.AppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var registration in migrating)
        {
            if (!await MigrateAsync(registration, history, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        await MisfitsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var plugin in dropped)
        {
            await batch.RemoveDataAsync(plugin.Id.ToLowerInvariant(), plugin.Prefix, cancellationToken).ConfigureAwait(false);
        }

        Compare(stored, await batch.StoredAsync(cancellationToken).ConfigureAwait(false), [.. dropped.Select(plugin => plugin.Prefix + ".")]);
    }

    private async Task<bool> MigrateAsync(Registration registration, IReadOnlyList<AppliedMigration> history, CancellationToken cancellationToken)
    {
        var id = registration.Origin.Id;
        try
        {
            foreach (var (migration, record) in MigrationHistory.Pending(registration, history))
            {
                var applied = await DataBringing.ApplyAsync(batch, migration, record, cancellationToken).ConfigureAwait(false);
                _migrations.Add(new(id, migration.Name, migration.Title, [.. migration.Changes.Select(change => change.Sentence)], applied.Changed, applied.Lost));
            }

            return true;
        }
        catch (ClienteleException error)
        {
            Refusals.Add(new(error.Code, PluginSeverity.Error, PluginStage.Migrate, id, error.Message, ""));
            return false;
        }
    }

    private async Task MisfitsAsync(CancellationToken cancellationToken)
    {
        foreach (var attribute in after.Catalogue.Attributes.Values.Concat(after.Catalogue.ContactAttributes.Values).Where(attribute => attribute.TakesOtherThan(before.Catalogue.Attribute(attribute.Name))))
        {
            var misfits = (await batch.ValuesOfAttributeAsync(attribute.Name, cancellationToken).ConfigureAwait(false)).Where(value => !attribute.Fits(value.Key)).Sum(value => value.Value);
            Add(DataEffectKind.Misfit, StoredName.Attribute, attribute.Name, misfits);
        }
    }

    private void Compare(IReadOnlyList<StoredCount> stored, IReadOnlyList<StoredCount> left, string[] dropped)
    {
        var counts = left.ToDictionary(count => (count.What, count.Name), count => count.Count);
        foreach (var count in stored.Where(count => dropped.Any(prefix => count.Name.StartsWith(prefix, StringComparison.Ordinal))))
        {
            Add(DataEffectKind.Removed, count.What, count.Name, count.Count - counts.GetValueOrDefault((count.What, count.Name)));
        }

        var unreadBefore = stored.Where(count => !IsRead(before.Catalogue, count)).Select(count => (count.What, count.Name)).ToHashSet();
        foreach (var count in left)
        {
            switch (IsRead(after.Catalogue, count), unreadBefore.Contains((count.What, count.Name)))
            {
                case (false, false): Add(DataEffectKind.Unread, count.What, count.Name, count.Count); break;
                case (true, true): Add(DataEffectKind.ReadAgain, count.What, count.Name, count.Count); break;
            }
        }
    }

    private void Add(DataEffectKind kind, StoredName what, string name, long count)
    {
        if (count > 0)
        {
            _effects.Add(new(kind, what, name, count));
        }
    }

    private static bool IsRead(Catalogue catalogue, StoredCount count) => count.What switch
    {
        StoredName.Attribute => catalogue.Attribute(count.Name) is not null,
        StoredName.TouchpointKind => catalogue.Kinds.ContainsKey(count.Name),
        StoredName.MatterType => catalogue.MatterTypes.ContainsKey(count.Name),
        StoredName.Measure => catalogue.Measures.ContainsKey(count.Name),
        StoredName.Scheme => catalogue.Schemes.ContainsKey(count.Name),
        StoredName.Policy => catalogue.Policies.ContainsKey(count.Name),
        StoredName.Letter => catalogue.Letters.ContainsKey(count.Name),
        _ => catalogue.Reports.ContainsKey(count.Name),
    };
}
