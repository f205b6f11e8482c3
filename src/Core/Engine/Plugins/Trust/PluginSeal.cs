using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>The hashes of all files of a plugin, and who vouches for them: the file <c>plugin.seal.json</c>.</summary>
internal sealed record PluginSeal(string Id, string Version, IReadOnlyDictionary<string, string> Files, string KeyId = "", string Signature = "")
{
    public const string FileName = "plugin.seal.json";

    /// <summary>Seals the files of a folder, and signs the seal where a private key is given.</summary>
    public static PluginSeal Of(PluginManifest manifest, IReadOnlyDictionary<string, string> hashes, string keyId = "", string privateKeyPem = "")
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, hash) in hashes.Where(file => file.Key != FileName))
        {
            files.Add(path, hash);
        }

        var seal = new PluginSeal(manifest.Id, manifest.Version, files);
        if (privateKeyPem.Length == 0)
        {
            return seal;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(privateKeyPem);
            return key.KeySize == 256
                ? seal with { KeyId = keyId, Signature = Convert.ToBase64String(key.SignData(seal.Signed(), HashAlgorithmName.SHA256)) }
                : throw new CryptographicException($"it is of {key.KeySize} bits");
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw new ClienteleException(PluginCodes.KeyUnreadable, $"The key to sign with is no private ECDSA key on the curve P-256 in PEM: {error.Message.TrimEnd('.')}. Make one with 'clientele plugins key'.", error);
        }
    }

    /// <exception cref="JsonException">It is not a seal.</exception>
    public static PluginSeal Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in root.GetProperty("files").EnumerateObject())
            {
                // Sealed on Windows, read on Linux.
                files[file.Name.Replace('\\', '/')] = file.Value.GetString()!;
            }

            return new(root.GetProperty("id").GetString()!, root.GetProperty("version").GetString()!, files, Text(root, "keyId"), Text(root, "signature"));
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("id", Id);
            writer.WriteString("version", Version);
            writer.WriteStartObject("files");
            foreach (var (path, hash) in Files)
            {
                writer.WriteString(path, hash);
            }

            writer.WriteEndObject();
            if (Signature.Length > 0)
            {
                writer.WriteString("keyId", KeyId);
                writer.WriteString("signature", Signature);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    public bool IsSignedBy(PublisherKey publisher)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(publisher.PublicKeyPem);
            return key.VerifyData(Signed(), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception error) when (error is FormatException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    // A canonical text rather than the file's own bytes, so that formatting and the separator of paths do not matter.
    private byte[] Signed() => Encoding.UTF8.GetBytes($"{Id}\n{Version}\n{string.Join('\n', Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}"))}\n");

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
