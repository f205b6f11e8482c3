namespace Clientele.Plugins;

/// <summary>What somebody wants to do to the plugins of a store.</summary>
/// <remarks>Empty, it asks what the plugins that are there already would do to the data when they are loaded next.</remarks>
public sealed record PluginRequest
{
    /// <summary>The packages to install, or to update to.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The ids of the plugins to remove.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Whether the data of the removed plugins go as well: attributes, segments, follow-ups. Touchpoints, matters and documents stay in any case, because what happened stays.</summary>
    /// <value>The default is <see langword="false"/>: everything stays stored, unread, and is found again when the plugin is installed again.</value>
    public bool DropData { get; init; }
}
