namespace Clientele.Plugins;

/// <summary>A setting of a plugin as an operator sees it: texts only, so that a list of settings keeps no plugin loaded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PluginSetting
{
    /// <summary>What stands for a secret value.</summary>
    public const string Hidden = "•••";

    /// <summary>The name inside the plugin's section.</summary>
    public required string Name { get; init; }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it does; <see langword="null"/> where the title says it all.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>What may be written for it.</summary>
    public required LocalizedText Allowed { get; init; }

    /// <summary>The value where nothing is set; <see cref="Hidden"/> for a secret.</summary>
    public required string Default { get; init; }

    /// <summary>The value in use; <see cref="Hidden"/> for a secret.</summary>
    public required string Value { get; init; }

    /// <summary>Whether the operator set it.</summary>
    public required bool IsSet { get; init; }
}
