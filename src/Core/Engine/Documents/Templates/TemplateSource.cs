using System.Reflection;

namespace Clientele.Documents;

/// <summary>Finds templates: the workspace's for a prefix, the owner's, the workspace's for all, the framework's.</summary>
/// <remarks>
/// Immutable and thread-safe. A file is read when it is asked for; who renders many documents keeps what was compiled from it.
/// A path that could lead out of a folder is not looked for at all.
/// </remarks>
public sealed class TemplateSource
{
    private const long LargestFile = 8 * 1024 * 1024;
    private static readonly Assembly Framework = typeof(TemplateSource).Assembly;

    private readonly string? _workspace;
    private readonly IReadOnlyDictionary<string, string> _owners;
    private readonly IReadOnlyDictionary<string, string>? _texts;

    /// <summary>Creates a source.</summary>
    /// <param name="workspace">The workspace's <c>templates</c> folder; <see langword="null"/> for none. It need not exist.</param>
    /// <param name="owners">The template folder of each prefix that has one of its own, such as a plugin's.</param>
    public TemplateSource(string? workspace, IReadOnlyDictionary<string, string> owners)
    {
        ArgumentNullException.ThrowIfNull(owners);
        _workspace = workspace;
        _owners = owners;
    }

    /// <summary>A source of nothing but these texts, such as those of an archived document.</summary>
    /// <param name="texts">The texts by path.</param>
    internal TemplateSource(IReadOnlyDictionary<string, string> texts)
        : this(null, new Dictionary<string, string>(StringComparer.Ordinal)) => _texts = texts;

    /// <summary>Finds a template.</summary>
    /// <param name="prefix">The prefix of the document's owner, such as <c>contractor</c>.</param>
    /// <param name="path">The path inside the template folders, with forward slashes.</param>
    /// <returns>The first that exists, in the order of the places; <see langword="null"/> when none does.</returns>
    public TemplateFile? Find(string prefix, string path)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(path);
        if (!TemplatePath.IsConfined(path))
        {
            return null;
        }

        if (_texts is not null)
        {
            return _texts.TryGetValue(path, out var text) ? new TemplateFile(path, $"{path} of the archive", text) : null;
        }

        foreach (var folder in Folders(prefix))
        {
            if (ReadFile(folder, path) is { } file)
            {
                return file;
            }
        }

        return ReadEmbedded(path);
    }

    /// <summary>Finds a template that must be there.</summary>
    /// <param name="prefix">The prefix of the document's owner.</param>
    /// <param name="path">The path inside the template folders.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ClienteleException">There is none (<see cref="ErrorCodes.TemplateMissing"/>); the message names the places that were looked in.</exception>
    public TemplateFile Require(string prefix, string path) => Find(prefix, path) ?? throw new ClienteleException(
        ErrorCodes.TemplateMissing,
        TemplatePath.IsConfined(path)
            ? $"There is no template {path} for {prefix}; put it into one of: {string.Join(", ", Places(prefix, path))}."
            : $"'{path}' is no path of a template; write one inside the template folder, such as letters/return-visit.en.md.");

    /// <summary>Where a template of this path may be, in the order of looking.</summary>
    /// <param name="prefix">The prefix of the document's owner.</param>
    /// <param name="path">The path inside the template folders.</param>
    /// <returns>The files, and last the framework's own.</returns>
    public IReadOnlyList<string> Places(string prefix, string path) =>
        [.. Folders(prefix).Select(folder => System.IO.Path.Combine(folder, path)), $"templates/{path} of the framework"];

    private IEnumerable<string> Folders(string prefix)
    {
        if (_workspace is not null && prefix.Length > 0 && TemplatePath.IsConfined(prefix))
        {
            yield return System.IO.Path.Combine(_workspace, prefix);
        }

        if (_owners.TryGetValue(prefix, out var owner))
        {
            yield return owner;
        }

        if (_workspace is not null)
        {
            yield return _workspace;
        }
    }

    private static TemplateFile? ReadFile(string folder, string path)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder, path));
        if (!file.Exists)
        {
            return null;
        }

        if (file.Length > LargestFile)
        {
            throw new ClienteleException(ErrorCodes.TemplateInvalid, $"The template {file.FullName} is larger than 8 MB.");
        }

        try
        {
            return new TemplateFile(path, file.FullName, Normalised(File.ReadAllText(file.FullName)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClienteleException(ErrorCodes.TemplateInvalid, $"The template {file.FullName} cannot be read: {error.Message}", error);
        }
    }

    private static TemplateFile? ReadEmbedded(string path)
    {
        using var stream = Framework.GetManifestResourceStream($"templates/{path}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new TemplateFile(path, $"templates/{path} of the framework", Normalised(reader.ReadToEnd()));
    }

    private static string Normalised(string text) => text.Replace("\r\n", "\n");
}
