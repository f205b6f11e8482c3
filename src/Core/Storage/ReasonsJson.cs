using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Storage;

/// <summary>Reasons as JSON text: code, both sentences, and the facts they rest on.</summary>
[JsonSerializable(typeof(List<StoredReason>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class ReasonsJson : JsonSerializerContext
{
    private static readonly ReasonsJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });

    public static string Write(IReadOnlyList<Reason> reasons) =>
        JsonSerializer.Serialize(reasons.Select(reason => new StoredReason(reason.Code, reason.Text.En, reason.Text.Zh, new SortedDictionary<string, string>(reason.Facts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal))).ToList(), Readable.ListStoredReason);

    public static IReadOnlyList<Reason> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, Readable.ListStoredReason)!.Select(reason => new Reason(reason.Code, new LocalizedText(reason.En, reason.Zh)) { Facts = reason.Facts })];
}

/// <summary>A reason as stored.</summary>
internal sealed record StoredReason(string Code, string En, string Zh, SortedDictionary<string, string> Facts);
