namespace Clientele;

/// <summary>Who registered something: the core, a plugin, or the application itself.</summary>
/// <param name="Id">The id, such as <c>clientele.contractor</c>; unique ignoring case.</param>
/// <param name="Prefix">The first part of every name it may register.</param>
/// <param name="TemplateFolder">The folder its templates are read from; <see langword="null"/> when they travel inside the framework.</param>
/// <remarks>Immutable and thread-safe; holds nothing of a plugin's assembly.</remarks>
public sealed record Origin(string Id, string Prefix, string? TemplateFolder = null)
{
    /// <summary>The prefix of the framework's own names, which everybody may refer to and no plugin may claim.</summary>
    public const string CorePrefix = "core";

    /// <summary>The version of whoever registers; empty where it has none of its own.</summary>
    public string Version { get; init; } = "";

    /// <summary>What people call it; <see langword="null"/> where nobody said.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>What kind of client relationship management it is and which process it serves, as its manifest tags it; see <see cref="TaggedPart.Tags"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
