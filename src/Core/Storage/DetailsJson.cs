using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clientele.Storage;

/// <summary>Small dictionaries as JSON text, Chinese left readable for people with a database tool. Sorted, so that equal details are equal text.</summary>
internal static class DetailsJson
{
    /// <summary>No details.</summary>
    public static readonly IReadOnlyDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    public static string? Write(IReadOnlyDictionary<string, string> details)
    {
        if (details.Count == 0)
        {
            return null;
        }

        using var writer = new Writer();
        return Encoding.UTF8.GetString(writer.Write(details));
    }

    /// <summary>Reads a flat object of texts.</summary>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> utf8)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(utf8);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            details[name] = json.GetString() ?? "";
        }

        return details;
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
