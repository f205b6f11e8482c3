using System.Text.Json;
using System.Text.Unicode;

namespace Clientele.Plugins;

/// <summary>Reads <c>plugin.json</c> and finds everything wrong with it in one pass.</summary>
internal static class ManifestReader
{
    // A manifest is a page of text; a file of megabytes is a mistake or an attack, and is not parsed.
    private const int MostBytes = 256 * 1024;

    public static PluginManifest? Read(string folder, List<PluginDiagnostic> problems)
    {
        var fallbackId = Path.GetFileName(folder);
        byte[] bytes;
        try
        {
            var file = new FileInfo(Path.Combine(folder, PluginManifest.FileName));
            if (file.Length > MostBytes)
            {
                problems.Add(Unreadable(fallbackId, $"is {file.Length} bytes long, more than {MostBytes}, at line 1, column 1"));
                return null;
            }

            bytes = File.ReadAllBytes(file.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(Unreadable(fallbackId, $"cannot be read: {error.Message}"));
            return null;
        }

        return Read(bytes, fallbackId, problems);
    }

    public static PluginManifest? Read(ReadOnlyMemory<byte> json, string fallbackId, List<PluginDiagnostic> problems)
    {
        if (Syntax(json.Span) is { } sentence)
        {
            problems.Add(Unreadable(fallbackId, sentence));
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return new ManifestFields(document.RootElement, fallbackId, problems).Read();
    }

    private static string? Syntax(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            return "begins with a byte order mark, at line 1, column 1";
        }

        if (!Utf8.IsValid(json))
        {
            return "is not UTF-8";
        }

        var objects = new Stack<HashSet<string>>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    objects.Push(new(StringComparer.Ordinal));
                }
                else if (reader.TokenType == JsonTokenType.EndObject)
                {
                    objects.Pop();
                }
                else if (reader.TokenType == JsonTokenType.PropertyName && !objects.Peek().Add(reader.GetString()!))
                {
                    return $"gives '{reader.GetString()}' twice, at {Position(json[..(int)reader.TokenStartIndex])}";
                }
            }

            return null;
        }
        catch (JsonException error)
        {
            return $"is not JSON, at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}";
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair passes the UTF-8 check and is still no text.
            return $"holds an escape that is no character, at {Position(json[..(int)reader.TokenStartIndex])}";
        }
    }

    private static string Position(ReadOnlySpan<byte> before)
    {
        var line = before.Count((byte)'\n') + 1;
        return $"line {line}, column {before.Length - before.LastIndexOf((byte)'\n')}";
    }

    private static PluginDiagnostic Unreadable(string id, string sentence) => new(
        PluginCodes.ManifestUnreadable,
        PluginSeverity.Error,
        PluginStage.Validate,
        id,
        $"{PluginManifest.FileName} {sentence}.",
        "Save it as JSON in UTF-8 without a byte order mark, each property once.");
}
