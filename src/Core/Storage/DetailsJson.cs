using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Storage;

/// <summary>Small dictionaries as JSON text, Chinese left readable for people with a database tool. Sorted, so that equal details are equal text.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DetailsJson : JsonSerializerContext
{
    public static string? Write(IReadOnlyDictionary<string, string> details)
    {
        if (details.Count == 0)
        {
            return null;
        }

        using var writer = new Writer();
        return Encoding.UTF8.GetString(writer.Write(details));
    }

    /// <summary>Writes one dictionary after another into the same buffer.</summary>
    internal sealed class Writer : IDisposable
    {
        private readonly ArrayBufferWriter<byte> _buffer = new();
        private readonly Utf8JsonWriter _json;

        public Writer() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        /// <summary>The text, until the next call.</summary>
        public ReadOnlySpan<byte> Write(IReadOnlyDictionary<string, string> details)
        {
            _buffer.ResetWrittenCount();
            _json.Reset();
            _json.WriteStartObject();
            IEnumerable<KeyValuePair<string, string>> sorted = details.Count == 1 ? details : details.OrderBy(pair => pair.Key, StringComparer.Ordinal);
            foreach (var (name, value) in sorted)
            {
                _json.WriteString(name, value);
            }

            _json.WriteEndObject();
            _json.Flush();
            return _buffer.WrittenSpan;
        }

        public void Dispose() => _json.Dispose();
    }
}
