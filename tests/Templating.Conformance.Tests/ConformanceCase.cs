using System.Text.Json;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>One case: a template, how it is set up, and what Scriban printed.</summary>
internal sealed class ConformanceCase(JsonElement json, string file)
{
    public string File { get; } = Path.GetFileNameWithoutExtension(file);

    /// <summary>The day on which the cases were observed: a few print the day they ran.</summary>
    public static DateTimeOffset Observed { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public string Id => Text("id") ?? "?";

    public string Kind => Text("kind") ?? "scriban";

    public string Category => Text("category") ?? "?";

    public string Template => Text("template")!;

    public string Expected => Text("expected") ?? "";

    public JsonElement Setup => Get(json, "setup") ?? default;

    public JsonElement? Error => Get(json, "error") is { ValueKind: JsonValueKind.Object } error ? error : null;

    /// <summary>Whether the case may differ, because upstream leaks a .NET message or has lost the position.</summary>
    public bool MayDiffer => Get(json, "quirks") is { } quirks
        && quirks.EnumerateArray().Any(quirk => quirk.GetString() is "dotnet-message" or "eof-position-0-0");

    public static IEnumerable<ConformanceCase> ReadAll() => CaseFolders.Files.SelectMany(file =>
        System.IO.File.ReadLines(file).Where(line => line.Length > 0)
            .Select(line => new ConformanceCase(JsonDocument.Parse(line).RootElement, file)));

    public static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public string? Text(string name) => Get(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
