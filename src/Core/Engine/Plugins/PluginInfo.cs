namespace Clientele.Plugins;

/// <summary>How far a plugin came.</summary>
public enum PluginState
{
    /// <summary>It takes part.</summary>
    Running,

    /// <summary>It was turned down before any of its code ran.</summary>
    Rejected,

    /// <summary>It is in order itself, but a plugin it depends on does not run.</summary>
    Skipped,

    /// <summary>It failed while it was loaded or while it registered.</summary>
    Faulted,

    /// <summary>The host was asked to leave it out.</summary>
    Disabled,

    /// <summary>A newer version of it runs from beside it.</summary>
    Superseded,

    /// <summary>It was unloaded, and is gone from memory.</summary>
    Unloaded,

    /// <summary>It was unloaded, and something still holds on to it.</summary>
    Leaked,
}

/// <summary>What is known of a plugin: strings only, so that a list of plugins keeps none of them loaded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PluginInfo
{
    /// <summary>Its id; the name of its folder where the manifest gives none.</summary>
    public required string Id { get; init; }

    /// <summary>Its version; empty where the manifest gives none.</summary>
    public string Version { get; init; } = "";

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Who publishes it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The prefix of the names it registers.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The versions of the contract that it accepts, such as <c>[0.1.0,0.2.0)</c>.</summary>
    public string Contract { get; init; } = "";

    /// <summary>The folder it was found in.</summary>
    public required string Folder { get; init; }

    /// <summary>How far it came.</summary>
    public required PluginState State { get; init; }

    /// <summary>A hash over all its files, where they were copied; empty otherwise.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Whether it carries the hashes of all its files, and every file is as it was sealed.</summary>
    public bool Sealed { get; init; }

    /// <summary>Who signed it, where that was proved; empty otherwise.</summary>
    public string SignedBy { get; init; } = "";

    /// <summary>The ids of the plugins it depends on.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>What it asks to be allowed.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What it asked to be allowed and is.</summary>
    public IReadOnlyList<string> Granted { get; init; } = [];

    /// <summary>Its settings with their values, secrets hidden; empty until it has registered, because it declares them then.</summary>
    public IReadOnlyList<ShownSetting> Settings { get; init; } = [];

    /// <summary>Everything found about it, in the order it was found.</summary>
    public IReadOnlyList<PluginDiagnostic> Diagnostics { get; init; } = [];
}
