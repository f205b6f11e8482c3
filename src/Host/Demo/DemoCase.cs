using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Host.Workspaces;

namespace Clientele.Host.Demo;

/// <summary>One firm of the demo: its files, its day and its documents. The host itself knows no industry; everything about one stands in <c>samples/data/demo.json</c>.</summary>
internal sealed record DemoCase
{
    /// <summary>The name of the workspace's folder.</summary>
    public required string Name { get; set; }

    public required BothLanguages Title { get; set; }

    /// <summary>The plugin it shows; empty for the core alone.</summary>
    public string Plugin { get; set; } = "";

    public required DateOnly AsOf { get; set; }

    public required string Currency { get; set; }

    public required string Culture { get; set; }

    public required FirmSettings Firm { get; set; }

    public required IReadOnlyList<DemoImport> Imports { get; set; }

    public IReadOnlyList<DemoLetter> Letters { get; set; } = [];

    public IReadOnlyList<string> Reports { get; set; } = [];

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
