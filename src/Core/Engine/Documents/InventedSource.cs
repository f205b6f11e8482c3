namespace Clientele.Documents;

/// <summary>Marks facts made up for a demonstration: their source is named <c>invented…</c>, so that no document passes them off as real.</summary>
public static class InventedSource
{
    /// <summary>How the name of such a source begins.</summary>
    public const string Prefix = "invented";

    /// <summary>Whether a source holds invented facts.</summary>
    /// <param name="source">The source's name.</param>
    /// <returns>Whether it does.</returns>
    public static bool Is(string source) => source is not null && source.StartsWith(Prefix, StringComparison.Ordinal);
}
