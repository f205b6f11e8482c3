using Clientele.Storage.PluginData;

namespace Clientele.Testing;

/// <summary>Whether the data come along: every migration is applied once and not again, and leads to names that are registered.</summary>
internal static class MigrationCheck
{
    private const string Check = ConformanceChecks.Migrations;

    public static async Task RunAsync(string pluginFolder, Registration registration, Findings findings, CancellationToken cancellationToken)
    {
        findings.Each(
            Check,
            [.. Lost(registration)],
            registration.Migrations.Count == 0 ? "it has no migrations" : "its migrations lead to names that it registers",
            change => $"'{change.Sentence.En}' leads to a name that it does not register, so what is stored would not be read");
        if (registration.Migrations.Count > 0)
        {
            await TwiceAsync(pluginFolder, registration, findings, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task TwiceAsync(string pluginFolder, Registration registration, Findings findings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-test-").FullName;
        try
        {
            var options = new ClienteleOptions { Database = Path.Combine(folder, "test.db"), Durable = false, PluginLoading = new() { Collectible = true } };
            options.PluginDirectories.Add(pluginFolder);
            var first = await HistoryAsync(options, cancellationToken).ConfigureAwait(false);
            var second = await HistoryAsync(options, cancellationToken).ConfigureAwait(false);
            var once = first.Count == registration.Migrations.Count && first.SequenceEqual(second);
            findings.Expect(Check, once, "its migrations are applied once, and not again", "its migrations are not applied once and only once");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<AppliedMigration>> HistoryAsync(ClienteleOptions options, CancellationToken cancellationToken)
    {
        var crm = await Crm.OpenAsync(options, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        await using (crm.ConfigureAwait(false))
        {
            return await crm.Store.PluginData.AppliedAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The last of a chain of renamings is what counts.
    private static IEnumerable<RenameData> Lost(Registration registration)
    {
        var changes = registration.Migrations.SelectMany(migration => migration.Changes).ToList();
        var registered = Names(registration).ToHashSet();
        return changes.OfType<RenameData>().Where(rename =>
            !registered.Contains((rename.What, rename.To))
            && !changes.Skip(changes.IndexOf(rename) + 1).Any(later => (later is RenameData other && other.What == rename.What && other.From == rename.To) || (later is RemoveValues remove && remove.Name == rename.To)));
    }

    private static IEnumerable<(StoredName What, string Name)> Names(Registration registration) =>
    [
        .. registration.Attributes.Select(attribute => (StoredName.Attribute, attribute.Name)),
        .. registration.Kinds.Select(kind => (StoredName.TouchpointKind, kind.Name)),
        .. registration.MatterTypes.Select(type => (StoredName.MatterType, type.Name)),
        .. registration.Measures.Select(measure => (StoredName.Measure, measure.Name)),
        .. registration.Schemes.Select(scheme => (StoredName.Scheme, scheme.Name)),
        .. registration.Policies.Select(policy => (StoredName.Policy, policy.Name)),
        .. registration.Letters.Select(letter => (StoredName.Letter, letter.Name)),
        .. registration.Reports.Select(report => (StoredName.Report, report.Name)),
    ];
}
