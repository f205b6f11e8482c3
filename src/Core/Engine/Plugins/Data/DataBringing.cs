using Clientele.Storage;
using Clientele.Storage.PluginData;
using Clientele.Storage.Writing;

namespace Clientele.Plugins;

/// <summary>Brings the stored data to what the plugins register, when a database is opened: those that others depend on first, each migration in a transaction of its own.</summary>
internal sealed class DataBringing(Store store)
{
    /// <summary>Migrates for everybody who takes part. A plugin whose data cannot be brought along is taken out with what depends on it; the others go on.</summary>
    public async Task RunAsync(PluginSet plugins, CancellationToken cancellationToken)
    {
        // An up-to-date database is only read, so that opening it never waits for somebody who is writing.
        var history = await store.PluginData.AppliedAsync(cancellationToken).ConfigureAwait(false);
        plugins.Bringing = BringTogetherAsync;
        foreach (var own in plugins.BuiltIn)
        {
            await BringAsync(own, history, cancellationToken).ConfigureAwait(false);
        }

        foreach (var id in plugins.Registrations.Select(registration => registration.Origin.Id).ToList())
        {
            if (plugins.Registrations.FirstOrDefault(registration => registration.Origin.Id == id) is { } registration)
            {
                try
                {
                    await BringAsync(registration, history, cancellationToken).ConfigureAwait(false);
                }
                catch (ClienteleException error)
                {
                    await plugins.TakeOutAsync(id, error.Code, PluginStage.Migrate, error.Message).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Applies what is still to be applied for one origin.</summary>
    /// <exception cref="ClienteleException">One of the codes <c>PLG7001</c> to <c>PLG7006</c>; what was applied before the failure stays.</exception>
    public async Task BringAsync(Registration registration, IReadOnlyList<AppliedMigration> history, CancellationToken cancellationToken)
    {
        var pending = MigrationHistory.Pending(registration, history).Count;
        while (pending > 0)
        {
            var batch = await BeginAsync(cancellationToken).ConfigureAwait(false);
            await using (batch.ConfigureAwait(false))
            {
                // Looked up again behind the lock: another host may have been faster.
                var left = MigrationHistory.Pending(registration, await batch.AppliedMigrationsAsync(cancellationToken).ConfigureAwait(false));
                if (left.Count == 0)
                {
                    return;
                }

                var (migration, record) = left[0];
                var applied = await ApplyAsync(batch, migration, record, cancellationToken).ConfigureAwait(false);
                RefuseLoss(migration, applied);
                await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
                pending = left.Count - 1;
            }
        }
    }

    /// <summary>Applies what is still to be applied for plugins that take over together, all of it or nothing: where one cannot, the versions that run go on with the data they know.</summary>
    /// <returns>Whose data could not be brought along, and why; <see langword="null"/> when all could.</returns>
    private async Task<(string Id, string Code, string Message)?> BringTogetherAsync(IReadOnlyList<Registration> registrations, CancellationToken cancellationToken)
    {
        var id = "";
        try
        {
            var history = await store.PluginData.AppliedAsync(cancellationToken).ConfigureAwait(false);
            var pending = false;
            foreach (var registration in registrations)
            {
                id = registration.Origin.Id;
                pending |= MigrationHistory.Pending(registration, history).Count > 0;
            }

            if (!pending)
            {
                return null;
            }

            var batch = await BeginAsync(cancellationToken).ConfigureAwait(false);
            await using (batch.ConfigureAwait(false))
            {
                history = await batch.AppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
                foreach (var registration in registrations)
                {
                    id = registration.Origin.Id;
                    foreach (var (migration, record) in MigrationHistory.Pending(registration, history))
                    {
                        RefuseLoss(migration, await ApplyAsync(batch, migration, record, cancellationToken).ConfigureAwait(false));
                    }
                }

                await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
                return null;
            }
        }
        catch (ClienteleException error)
        {
            return (id, error.Code, error.Message);
        }
    }

    /// <summary>Applies one migration in a batch.</summary>
    public static async Task<AppliedMigration> ApplyAsync(StoreBatch batch, DataMigration migration, AppliedMigration record, CancellationToken cancellationToken)
    {
        try
        {
            return await batch.MigrateAsync(migration, record, cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error)
        {
            throw new ClienteleException(PluginCodes.MigrationFailed, $"Its migration '{migration.Name}' failed and was taken back: {error.Message} Correct the data, or install a version of the plugin that can bring them along.", error);
        }
    }

    private static void RefuseLoss(DataMigration migration, AppliedMigration applied)
    {
        if (applied.Lost > 0)
        {
            throw new ClienteleException(
                PluginCodes.NotAccepted,
                $"Its migration '{migration.Name}' would lose something of what is stored, in {applied.Lost} records. See it with 'clientele plugins plan', and accept it with 'clientele plugins apply --accept'.");
        }
    }

    private async Task<StoreBatch> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error) when (error.Code == ErrorCodes.DatabaseBusy)
        {
            throw new ClienteleException(PluginCodes.MigrationWaited, $"Its data could not be migrated: {error.Message}", error);
        }
    }
}
