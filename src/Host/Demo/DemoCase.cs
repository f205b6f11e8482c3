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

    /// <summary>Whether its facts are made from what the plugin registers, and all its letters and reports are written.</summary>
    [JsonIgnore]
    public bool Sample { get; set; }

    public IReadOnlyList<DemoLetter> Letters { get; set; } = [];

    public IReadOnlyList<string> Reports { get; set; } = [];

    /// <summary>The case of a plugin that the demo has no files for.</summary>
    public static DemoCase OfSample(string plugin, string prefix, LocalizedText name, DateOnly asOf) => new()
    {
        Name = prefix,
        Title = new($"{name.En}: facts made from what the plugin registers", $"{name.Zh}：依插件注册内容生成的样例数据"),
        Plugin = plugin,
        AsOf = asOf,
        Currency = "CNY",
        Culture = "zh-CN",
        Firm = new() { Name = new("Sample Firm (demonstration)", "样例公司（演示）") },
        Imports = [],
        Sample = true,
    };

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
