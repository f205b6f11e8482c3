using Clientele.Plugins;

namespace Clientele;

/// <summary>Checks what the migrations of one registration mention: only names of its own, and no migration twice.</summary>
internal sealed class MigrationNames(Registration registration, List<RegistrationProblem> problems)
{
    public void Check()
    {
        var (id, prefix) = (registration.Origin.Id, registration.Origin.Prefix);
        foreach (var migration in registration.Migrations)
        {
            var outside = migration.Changes.SelectMany(change => change.Names).Where(name => !name.StartsWith(prefix + ".", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
            problems.AddRange(outside.Select(name => new RegistrationProblem(
                PluginCodes.MigrationOutsidePrefix, id, $"The migration '{migration.Name}' changes '{name}', which is outside the prefix '{prefix}' of '{id}'.", "Change only what the plugin itself registers.")));
        }

        foreach (var twice in registration.Migrations.GroupBy(migration => migration.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.Add(new(ErrorCodes.RegistrationDuplicate, id, $"'{id}' has the migration '{twice.Key}' twice.", "Rename the later one."));
        }
    }
}
