namespace Clientele.Plugins;

/// <summary>What a request would do, found by doing it to a scratch copy of the catalogue and inside a transaction that is taken back.</summary>
/// <remarks>Strings and numbers only, so that keeping it keeps no plugin loaded. Immutable and thread-safe.</remarks>
public sealed record PluginPlan
{
    /// <summary>Twelve hexadecimal characters that change with whatever the plan says and with the packages and plugins it was made from. Handed back when it is applied, they tell whether something changed since.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The plugins that come, go or change their version.</summary>
    public IReadOnlyList<PlannedPlugin> Plugins { get; init; } = [];

    /// <summary>What would be registered, or registered otherwise, or no longer: attributes, kinds, matter types, measures, schemes, policies, guards, letters, reports and template files.</summary>
    public IReadOnlyList<CatalogueChange> Changes { get; init; } = [];

    /// <summary>The migrations that would run, in order.</summary>
    public IReadOnlyList<PlannedMigration> Migrations { get; init; } = [];

    /// <summary>What would become of what is stored.</summary>
    public IReadOnlyList<DataEffect> Data { get; init; } = [];

    /// <summary>What would become of plugins that nobody asked about: those that would no longer run, and why.</summary>
    public IReadOnlyList<PluginDiagnostic> Conflicts { get; init; } = [];

    /// <summary>Why it cannot be applied at all; empty when it can.</summary>
    public IReadOnlyList<PluginDiagnostic> Refusals { get; init; } = [];

    /// <summary>Whether it can be applied.</summary>
    public bool IsApplicable => Refusals.Count == 0;

    /// <summary>Whether something would be lost or stop running, which somebody must accept.</summary>
    public bool NeedsAcceptance => Conflicts.Count > 0 || Migrations.Any(migration => migration.Lost > 0) || Data.Any(effect => effect.Kind is DataEffectKind.Unread or DataEffectKind.Misfit or DataEffectKind.Removed);

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Plugins.Count == 0 && Changes.Count == 0 && Migrations.Count == 0 && Data.Count == 0 && Conflicts.Count == 0;
}

/// <summary>A plugin that comes, goes or changes its version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">The version that is there; empty when there is none.</param>
/// <param name="To">The version that would be there; empty when there would be none.</param>
public sealed record PlannedPlugin(string Id, string From, string To);

/// <summary>A migration that would run.</summary>
/// <param name="PluginId">Whose.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Changes">Its changes, a line each.</param>
/// <param name="Rows">How many rows of the real database it would change.</param>
/// <param name="Lost">How many of them would lose something.</param>
public sealed record PlannedMigration(string PluginId, string Name, LocalizedText Title, IReadOnlyList<LocalizedText> Changes, long Rows, long Lost);

/// <summary>What becomes of data.</summary>
public enum DataEffectKind
{
    /// <summary>It stays stored, and nothing reads it any more.</summary>
    Unread,

    /// <summary>It stays stored, but does not fit what its attribute now takes, and is read as missing.</summary>
    Misfit,

    /// <summary>It was kept from before, and is read again.</summary>
    ReadAgain,

    /// <summary>It is removed.</summary>
    Removed,
}

/// <summary>What would become of what is stored under a name.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="What">What the name names.</param>
/// <param name="Name">The name.</param>
/// <param name="Count">How many values, touchpoints, matters, memberships, follow-ups or documents, counted in the database.</param>
public sealed record DataEffect(DataEffectKind Kind, StoredName What, string Name, long Count);
