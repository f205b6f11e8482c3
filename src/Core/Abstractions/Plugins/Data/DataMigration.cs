namespace Clientele;

/// <summary>One step by which a plugin brings stored data to what its new version registers: a name, what people read of it, and the changes.</summary>
/// <remarks>
/// It is data and no code: so it can be planned, counted and checked before anything changes, runs the same on every database, and nothing of the plugin runs inside a transaction.
/// The host applies the migrations of a plugin once each, in the order registered, after those of the plugins it depends on, each in a transaction of its own, and remembers a checksum of the changes.
/// So a migration that was released is never edited, moved or removed; the next one is added behind it. Immutable and thread-safe.
/// </remarks>
/// <example>
/// <code>
/// builder.Migrations(new DataMigration
/// {
///     Name = "owner_type", Title = new("The kind of owner is called owner type", "业主性质改称业主类型"),
///     Changes = [new RenameData(StoredName.Attribute, "contractor.owner_kind", "contractor.owner_type")],
/// });
/// </code>
/// </example>
public sealed record DataMigration
{
    /// <summary>Its name, unique within the plugin for all time: lower-case letters, digits and underscores.</summary>
    public required string Name { get => field; init => field = Require.LocalName(value); }

    /// <summary>What an operator reads in a plan. It may be reworded: it is not part of the checksum.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The changes, in order; at least one.</summary>
    public required IReadOnlyList<DataChange> Changes { get => field; init => field = Require.NotEmpty(value); }
}
