using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Storage;

/// <summary>Small dictionaries as JSON text, Chinese left readable for people with a database tool.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DetailsJson : JsonSerializerContext
{
    public static string? Write(IReadOnlyDictionary<string, string> details)
    {
        if (details.Count == 0)
        {
            return null;
        }

        // Sorted, so that equal details are equal text.
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in details.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
