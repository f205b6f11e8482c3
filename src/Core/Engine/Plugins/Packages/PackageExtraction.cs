using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Clientele.Plugins;

/// <summary>Takes a package apart into a folder, and writes nothing outside it whatever the package says.</summary>
internal sealed class PackageExtraction(string package, string target)
{
    private const long MostBytes = 512L * 1024 * 1024;
    private const int MostFiles = 10_000;
    private const int UnixLink = 0xA000;
    private const int UnixKind = 0xF000;

    private long _written;

    /// <summary>Extracts the plugin's files, laid out as they run.</summary>
    /// <returns>The id and version that the package gives itself.</returns>
    /// <exception cref="ClienteleException">It is no plugin package (<c>PLG0001</c>), unsafe (<c>PLG0003</c>) or too large (<c>PLG0004</c>).</exception>
    public async Task<(string Id, string Version)> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var zip = await ZipFile.OpenReadAsync(package, cancellationToken).ConfigureAwait(false);
            await using (zip.ConfigureAwait(false))
            {
                // All names are judged before the first byte is written.
                Judge(zip);
                var identity = await NuspecAsync(zip, cancellationToken).ConfigureAwait(false);
                foreach (var entry in zip.Entries.Where(entry => Destination(entry.FullName) is not null && !entry.FullName.EndsWith('/')))
                {
                    await ExtractAsync(entry, Path.Combine(target, Destination(entry.FullName)!), cancellationToken).ConfigureAwait(false);
                }

                return identity;
            }
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ClienteleException(PluginCodes.NotAPackage, $"'{Path.GetFileName(package)}' is not a plugin package: {error.Message.TrimEnd('.')}. Download it again, or pack it again.", error);
        }
    }

    private void Judge(ZipArchive zip)
    {
        if (zip.GetEntry(PluginManifest.FileName) is null)
        {
            throw new ClienteleException(PluginCodes.NotAPackage, $"'{Path.GetFileName(package)}' has no {PluginManifest.FileName} at its root and is no plugin package. Pack the plugin's folder with 'clientele plugins pack'.");
        }

        if (zip.Entries.Count > MostFiles || zip.Entries.Sum(entry => entry.Length) > MostBytes)
        {
            throw TooLarge();
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = zip.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            if (Refusal(entry, seen, files) is { } refusal)
            {
                throw new ClienteleException(PluginCodes.UnsafeEntry, $"The entry '{entry.FullName.Replace("\0", "\\0", StringComparison.Ordinal)}' of '{Path.GetFileName(package)}' {refusal}; nothing was installed. Do not use this package.");
            }
        }
    }

    private static string? Refusal(ZipArchiveEntry entry, HashSet<string> seen, HashSet<string> files)
    {
        var name = entry.FullName;
        var parts = name.TrimEnd('/').Split('/');
        return name.Length == 0 || parts.Any(part => part is "" or "." or "..") ? "has no proper name or leads out of the folder"
            : name.AsSpan().IndexOfAny("\\:*?\"<>|") >= 0 || name.Any(char.IsControl) || parts.Any(part => part.EndsWith('.') || part.EndsWith(' ')) ? "has characters that mean different things on different systems"
            : (entry.ExternalAttributes >> 16 & UnixKind) == UnixLink ? "is a link"
            : !seen.Add(name.TrimEnd('/')) ? "is there twice"
            : Enumerable.Range(1, parts.Length - 1).Any(depth => files.Contains(string.Join('/', parts[..depth]))) ? "lies inside another entry, which is a file"
            : null;
    }

    private static async Task<(string Id, string Version)> NuspecAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var entry = zip.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && !entry.FullName.Contains('/', StringComparison.Ordinal))
            ?? throw new InvalidDataException("it has no .nuspec");
        var stream = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 });
            var metadata = (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken).ConfigureAwait(false)).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
            string Text(string name) => metadata?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
            return metadata?.Descendants().Any(element => element.Name.LocalName == "packageType" && (string?)element.Attribute("name") == PluginPackage.PackageType) == true
                ? (Text("id"), Text("version"))
                : throw new InvalidDataException($"its package type is not {PluginPackage.PackageType}");
        }
    }

    private static string? Destination(string entry) =>
        entry == PluginManifest.FileName ? entry
        : entry.StartsWith(PluginPackage.FilesFolder, StringComparison.Ordinal) ? entry[PluginPackage.FilesFolder.Length..]
        : null;

    private async Task ExtractAsync(ZipArchiveEntry entry, string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var source = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var file = File.Create(path);
            await using (file.ConfigureAwait(false))
            {
                // What an entry says of its own length is not believed.
                var buffer = new byte[81920];
                for (int read; (read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
                {
                    _written += read;
                    if (_written > MostBytes)
                    {
                        throw TooLarge();
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private ClienteleException TooLarge() =>
        new(PluginCodes.TooLarge, $"'{Path.GetFileName(package)}' unpacks to more than {MostBytes / 1024 / 1024} MB or {MostFiles} files; nothing was installed. Do not use this package; a plugin needs neither.");
}
