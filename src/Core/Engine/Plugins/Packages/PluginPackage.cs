using System.IO.Compression;
using System.Security;
using System.Text;

namespace Clientele.Plugins;

/// <summary>Packs a plugin's folder into one file: a <c>.nupkg</c> with <c>plugin.json</c> at its root, the rest under <c>plugin/</c>, and the hashes of all of it.</summary>
/// <remarks>The same folder gives the same bytes. The package type keeps NuGet tools from installing it into a project, where it would do nothing.</remarks>
public static class PluginPackage
{
    internal const string PackageType = "ClientelePlugin";
    internal const string FilesFolder = "plugin/";

    // The earliest day a zip entry can carry; the day of packing would make every pack differ.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs a folder that is in order.</summary>
    /// <param name="folder">The plugin's folder, as the build or publish left it.</param>
    /// <param name="outputDirectory">Where the package goes.</param>
    /// <param name="keyId">The name of the key to sign with; empty to sign nothing.</param>
    /// <param name="privateKeyPem">The private ECDSA key on curve P-256, in PEM; empty to sign nothing.</param>
    /// <returns>The path of the package.</returns>
    /// <exception cref="ClienteleException">The manifest is not in order; the message lists what is wrong. Or the key cannot be read (<c>PLG4009</c>).</exception>
    public static string Pack(string folder, string outputDirectory, string keyId = "", string privateKeyPem = "")
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(outputDirectory);
        var problems = new List<PluginDiagnostic>();
        var manifest = ManifestReader.Read(folder, problems);
        if (manifest is null)
        {
            throw new ClienteleException(problems[0].Code, string.Join(' ', problems.Select(problem => $"{problem.Message} {problem.Hint}")));
        }

        var hashes = FolderHashes.Of(folder);
        var seal = PluginSeal.Of(manifest, hashes, keyId, privateKeyPem);
        Directory.CreateDirectory(outputDirectory);
        var path = Path.Combine(outputDirectory, $"{manifest.Id}.{manifest.Version}.nupkg");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", ContentTypes(seal.Files.Keys));
        Add(zip, "_rels/.rels", $"""<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/{manifest.Id}.nuspec" Id="R1" /></Relationships>""");
        Add(zip, $"{manifest.Id}.nuspec", Nuspec(manifest));
        Add(zip, PluginManifest.FileName, File.ReadAllBytes(Path.Combine(folder, PluginManifest.FileName)));
        foreach (var file in seal.Files.Keys.Where(file => file != PluginManifest.FileName))
        {
            Add(zip, FilesFolder + file, File.ReadAllBytes(Path.Combine(folder, file)));
        }

        Add(zip, FilesFolder + PluginSeal.FileName, seal.ToJson());
        return path;
    }

    /// <summary>Looks into a package without installing it and without running any of its code: takes it apart beside, judges it, and removes what was written.</summary>
    /// <param name="package">The path of the <c>.nupkg</c>.</param>
    /// <param name="options">The contract version and whom to trust.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>What is known of the plugin; its state is <see cref="PluginState.Running"/> when nothing speaks against running it, and its folder is the package.</returns>
    /// <exception cref="ClienteleException">It is no plugin package (<c>PLG0001</c>), unsafe (<c>PLG0003</c>) or too large (<c>PLG0004</c>).</exception>
    public static async Task<PluginInfo> InspectAsync(string package, PluginOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        var folder = Directory.CreateTempSubdirectory("clientele-inspect-").FullName;
        try
        {
            var candidate = await new PackageInstallation(folder, options ?? new()).UnpackAsync(package, sha256: null, folder, cancellationToken).ConfigureAwait(false);
            return candidate.ToInfo() with { Folder = package };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Nuspec(PluginManifest manifest) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{manifest.Id}</id>
            <version>{manifest.Version}</version>
            <authors>{SecurityElement.Escape(manifest.Publisher.Length > 0 ? manifest.Publisher : manifest.Id)}</authors>
            <description>{SecurityElement.Escape(manifest.Name.ToString())}</description>
            <packageTypes><packageType name="{PackageType}" /></packageTypes>
          </metadata>
        </package>

        """;

    private static string ContentTypes(IEnumerable<string> files)
    {
        var extensions = files.Select(file => Path.GetExtension(file).TrimStart('.').ToLowerInvariant()).Append("nuspec").Append("rels").Append("json").Where(extension => extension.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var defaults = string.Concat(extensions.Select(extension => $"""<Default Extension="{SecurityElement.Escape(extension)}" ContentType="{(extension == "rels" ? "application/vnd.openxmlformats-package.relationships+xml" : "application/octet")}" />"""));
        var overrides = string.Concat(files.Where(file => Path.GetExtension(file).Length == 0).Select(file => $"""<Override PartName="/{FilesFolder}{SecurityElement.Escape(file)}" ContentType="application/octet" />"""));
        return $"""<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>""";
    }

    private static void Add(ZipArchive zip, string name, string text) => Add(zip, name, Encoding.UTF8.GetBytes(text));

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
