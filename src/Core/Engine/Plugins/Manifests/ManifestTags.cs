namespace Clientele.Plugins;

/// <summary>The tags a manifest may state: kinds of client relationship management (META Group) and cross-functional processes (Payne and Frow 2005).</summary>
internal static class ManifestTags
{
    public static IReadOnlyList<string> Types { get; } = ["operational", "analytical", "collaborative"];

    public static IReadOnlyList<string> Processes { get; } = ["strategy", "value_creation", "channels", "information", "performance"];
}
