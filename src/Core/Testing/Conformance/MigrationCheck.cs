using Clientele.Storage.PluginData;

namespace Clientele.Testing;

/// <summary>Holds a plugin's migrations against what it registers, applies them, and opens the database again to see that nothing is applied twice.</summary>
internal static class MigrationCheck
{
    public static async Task RunAsync(PluginTestHost host, Registration registration, Findings findings, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(host.Crm, registration, cancellationToken).ConfigureAwait(false);
        var again = await host.OpenAgainAsync(crm => AppliedAsync(crm, registration, cancellationToken), cancellationToken).ConfigureAwait(false);
        var wrong = new List<string>();
        if (!applied.Select(migration => migration.Name).SequenceEqual(registration.Migrations.Select(migration => migration.Name), StringComparer.Ordinal))
        {
            wrong.Add($"of the migrations {Names(registration.Migrations.Select(migration => migration.Name))} a new database has {Names(applied.Select(migration => migration.Name))}");
        }

        if (!applied.SequenceEqual(again))
        {
            wrong.Add("opening the database again applies migrations again");
        }

        wrong.AddRange(Lost(registration));
        findings.Each(ConformanceChecks.Migrations, wrong, $"{registration.Migrations.Count} migrations are applied once each, and what they rename is registered", sentence => sentence);
    }

    private static async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(Crm crm, Registration registration, CancellationToken cancellationToken) =>
        [.. (await crm.Store.PluginData.AppliedAsync(cancellationToken).ConfigureAwait(false)).Where(migration => string.Equals(migration.Plugin, registration.Origin.Id, StringComparison.OrdinalIgnoreCase))];

    // Data that were given a name which nobody registers are read by nobody; a name that is registered still must not have lost its data.
    private static IEnumerable<string> Lost(Registration registration)
    {
        var registered = Registered(registration);
        var changes = registration.Migrations.SelectMany(migration => migration.Changes).ToList();
        foreach (var (rename, index) in changes.Select((change, index) => (Rename: change as RenameData, index)).Where(pair => pair.Rename is not null))
        {
            var later = changes.Skip(index + 1).ToList();
            if (!registered.Contains(rename!.To) && !later.Any(change => change.Names.Contains(rename.To, StringComparer.Ordinal)))
            {
                yield return $"data are renamed to {rename.To}, which nobody registers";
            }

            if (registered.Contains(rename.From) && !later.OfType<RenameData>().Any(other => other.To == rename.From))
            {
                yield return $"{rename.From} is registered, and its data are renamed to {rename.To}";
            }
        }
    }

    private static HashSet<string> Registered(Registration all) => new(
        [
            .. all.Attributes.Select(item => item.Name), .. all.Kinds.Select(item => item.Name), .. all.MatterTypes.Select(item => item.Name), .. all.Measures.Select(item => item.Name),
            .. all.Schemes.Select(item => item.Name), .. all.Policies.Select(item => item.Name), .. all.Letters.Select(item => item.Name), .. all.Reports.Select(item => item.Name),
        ],
        StringComparer.Ordinal);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
