using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Host.Workspaces;

namespace Clientele.Host.Demo;

/// <summary>One firm of the demo: its files, its day and its documents. The host itself knows no industry; everything about one stands in <c>samples/data/demo.json</c>.</summary>
internal sealed record DemoCase
{
    /// <summary>The name of the workspace's folder.</summary>
    public required string Name { get; init; }

    public required BothLanguages Title { get; init; }

    /// <summary>The plugin it shows; empty for the core alone.</summary>
    public string Plugin { get; init; } = "";

    public required DateOnly AsOf { get; init; }

    public required string Currency { get; init; }

    public required string Culture { get; init; }

    public required FirmSettings Firm { get; init; }

    public required IReadOnlyList<DemoImport> Imports { get; init; }

    public IReadOnlyList<DemoLetter> Letters { get; init; } = [];

    public IReadOnlyList<string> Reports { get; init; } = [];

    public static IReadOnlyList<DemoCase> Read(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, "demo.json"));
        return JsonSerializer.Deserialize(stream, DemoJson.Default.ListDemoCase)!;
    }
}

/// <summary>A file and the mapping that reads it.</summary>
internal sealed record DemoImport(string File, string Mapping, bool Invented = false);

/// <summary>A letter and for how many clients it is written.</summary>
internal sealed record DemoLetter(string Letter, int Count);

[JsonSerializable(typeof(List<DemoCase>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
internal sealed partial class DemoJson : JsonSerializerContext;
