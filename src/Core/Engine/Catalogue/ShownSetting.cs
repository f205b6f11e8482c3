namespace Clientele;

/// <summary>A setting of a plugin or an insight as an operator sees it: texts only, so that a list of settings keeps no plugin loaded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ShownSetting
{
    /// <summary>What stands for a secret value.</summary>
    public const string Hidden = "•••";

    /// <summary>The name inside the section of the plugin or the insight.</summary>
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

    internal static ShownSetting Of(Setting setting, string text, bool isSet) => new()
    {
        Name = setting.Name,
        Title = setting.Title,
        Description = setting.Description,
        Allowed = setting.Allowed,
        Default = setting.Secret ? Hidden : setting.DefaultText,
        Value = setting.Secret ? Hidden : text,
        IsSet = isSet,
    };
}
