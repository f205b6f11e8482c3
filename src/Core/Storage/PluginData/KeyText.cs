namespace Clientele.Storage.PluginData;

/// <summary>Renames one key of a small dictionary that is kept as JSON text.</summary>
internal static class KeyText
{
    /// <summary>How a key appears in the text. A value cannot contain it: its quotation marks are escaped.</summary>
    public static string Pattern(string key) => $"\"{key}\":";

    public static string Renamed(IReadOnlyDictionary<string, string> details, string from, string to) =>
        DetailsJson.Write(details.ToDictionary(pair => pair.Key == from ? to : pair.Key, pair => pair.Value, StringComparer.Ordinal))!;
}
