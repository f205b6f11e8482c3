using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>The texts that a plugin keeps in files, one for each language: <c>texts/en.json</c> and <c>texts/zh-CN.json</c>, each an object of keys and texts.</summary>
/// <remarks>A text that is missing in one language shows that of the other, and one missing in both its key: a translator's omission must not stop a plugin. What was missing is counted.</remarks>
internal sealed class PluginTexts(string? folder)
{
    private readonly Lazy<Dictionary<string, string>> _english = new(() => Read(folder, "en.json"));
    private readonly Lazy<Dictionary<string, string>> _chinese = new(() => Read(folder, "zh-CN.json"));
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>The texts that were asked for and missing, as key and language.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    public LocalizedText Text(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        var en = Find(_english.Value, key, "en");
        var zh = Find(_chinese.Value, key, "zh-CN");
        return new(en ?? zh ?? key, zh ?? en ?? key);
    }

    private string? Find(Dictionary<string, string> texts, string key, string language)
    {
        if (texts.TryGetValue(key, out var text) && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        _missing.Add($"{key} ({language})");
        return null;
    }

    private static Dictionary<string, string> Read(string? folder, string file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = folder is null ? "" : Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return found;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var text in document.RootElement.EnumerateObject())
            {
                found[text.Name] = text.Value.GetString() ?? "";
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"texts/{file} is not an object of keys and texts: {error.Message}", error);
        }

        return found;
    }
}
