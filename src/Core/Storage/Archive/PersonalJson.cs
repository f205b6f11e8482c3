using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Storage.Archive;

/// <summary>Personal data by field as one JSON object; an erased field keeps its name and has no value.</summary>
[JsonSerializable(typeof(SortedDictionary<string, string?>))]
internal sealed partial class PersonalJson : JsonSerializerContext
{
    private static readonly PersonalJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(IReadOnlyDictionary<string, string?> personal) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string?>(personal.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), Readable.SortedDictionaryStringString);

    public static IReadOnlyDictionary<string, string?> Read(string json) => JsonSerializer.Deserialize(json, Readable.SortedDictionaryStringString)!;
}
