using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>What an operator decided about the plugins of a directory: the file <c>plugins.state.json</c> in it.</summary>
internal sealed record StoreState
{
    public const string FileName = "plugins.state.json";

    /// <summary>The ids of plugins that are not to run.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>The version to run, by id, where it is not the newest one installed.</summary>
    public IReadOnlyDictionary<string, string> Pinned { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Folders that could not be deleted yet, as <c>id/version</c>.</summary>
    public IReadOnlyList<string> Deleting { get; init; } = [];

    public static StoreState Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return new();
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var pinned = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var pin in root.GetProperty("pinned").EnumerateObject())
            {
                pinned.Add(pin.Name, pin.Value.GetString()!);
            }

            return new() { Disabled = Texts(root, "disabled"), Pinned = pinned, Deleting = Texts(root, "deleting") };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not replaced by defaults: that would start plugins that an operator had stopped.
            throw new ClienteleException(PluginCodes.StateUnreadable, $"'{path}' cannot be read: {error.Message.TrimEnd('.')}. Correct it, or delete it to run every plugin in its newest version.", error);
        }
    }

    /// <summary>Runs a version from now on; <see langword="null"/> for the newest.</summary>
    public StoreState Pin(string id, string? version)
    {
        var pinned = new SortedDictionary<string, string>(Pinned.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        pinned.Remove(id);
        if (version is not null)
        {
            pinned.Add(id, version);
        }

        return this with { Pinned = pinned };
    }

    public StoreState Enable(string id) => this with { Disabled = [.. Disabled.Where(other => !string.Equals(other, id, StringComparison.OrdinalIgnoreCase))] };

    public StoreState Delete(IEnumerable<string> folders) => this with { Deleting = [.. Deleting.Union(folders, StringComparer.Ordinal)] };

    /// <summary>A version is there to stay, and the newest one runs.</summary>
    public StoreState Keep(string id, string version) => Pin(id, version: null) with { Deleting = [.. Deleting.Where(entry => entry != $"{id}/{version}")] };

    public void Write(string directory)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            Texts(writer, "disabled", Disabled);
            writer.WriteStartObject("pinned");
            foreach (var (id, version) in Pinned.OrderBy(pin => pin.Key, StringComparer.Ordinal))
            {
                writer.WriteString(id, version);
            }

            writer.WriteEndObject();
            Texts(writer, "deleting", Deleting);
            writer.WriteEndObject();
        }

        // Written beside and renamed over, so that a crash leaves the old state or the new one.
        var path = Path.Combine(directory, FileName);
        File.WriteAllBytes(path + ".new", stream.ToArray());
        File.Move(path + ".new", path, overwrite: true);
    }

    private static List<string> Texts(JsonElement root, string name)
    {
        var texts = new List<string>();
        foreach (var text in root.GetProperty(name).EnumerateArray())
        {
            texts.Add(text.GetString()!);
        }

        return texts;
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts.Order(StringComparer.Ordinal))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
