using System.Collections.Concurrent;
using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>The templates of one run, each read and compiled once: what a hash covers is what was rendered.</summary>
/// <remarks>Thread-safe. A file changed later is not seen; a new run takes a new set.</remarks>
internal sealed class TemplateSet(TemplateSource source, TemplateBudget budget)
{
    private readonly ConcurrentDictionary<(string Prefix, string Path), TemplateFile?> _files = new();
    private readonly ConcurrentDictionary<(string Prefix, DocumentLanguage Language, string Currency, bool PlainText), TemplateEngine> _engines = new();
    private readonly ConcurrentDictionary<(string Prefix, string Paths), string> _hashes = new();

    /// <summary>Finds a template, or remembers that there is none.</summary>
    public TemplateFile? Find(string prefix, string path) => _files.GetOrAdd((prefix, path), key => source.Find(key.Prefix, key.Path));

    /// <summary>The hash over templates and what they include.</summary>
    public string Hash(string prefix, params IReadOnlyList<string> paths) =>
        _hashes.GetOrAdd((prefix, string.Join('\n', paths)), _ => TemplateHash.Of(path => Find(prefix, path)?.Text, paths));

    /// <summary>The texts that such a hash stands for, by path.</summary>
    public IReadOnlyDictionary<string, string> Texts(string prefix, params IReadOnlyList<string> paths) =>
        TemplateHash.Closure(path => Find(prefix, path)?.Text, paths).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    /// <summary>Renders a template of a document's owner.</summary>
    /// <exception cref="ClienteleException">There is no such template (<see cref="ErrorCodes.TemplateMissing"/>), or it cannot be rendered (<see cref="ErrorCodes.TemplateInvalid"/>): the message names the file, the line and the column.</exception>
    public string Render(DocumentTemplate template, IReadOnlyDictionary<string, object?> model, CancellationToken cancellationToken)
    {
        if (Find(template.Prefix, template.Path) is null)
        {
            source.Require(template.Prefix, template.Path);
        }

        try
        {
            return Engine(template).Load(template.Path).Render(model, cancellationToken: cancellationToken);
        }
        catch (TemplateException error)
        {
            var first = error.Diagnostics[0];
            var place = Find(template.Prefix, first.File)?.Place ?? first.File;
            throw new ClienteleException(ErrorCodes.TemplateInvalid, $"{place}, line {first.Line}, column {first.Column}: {first.Message} ({first.Code})", error);
        }
    }

    private TemplateEngine Engine(DocumentTemplate template) => _engines.GetOrAdd(
        (template.Prefix, template.Language, template.Currency, template.Path.EndsWith(".txt", StringComparison.Ordinal)),
        key => new TemplateEngine(new TemplateOptions
        {
            Escaping = key.PlainText ? Escaping.PlainText : null,
            Loader = new Loader(this, key.Prefix),
            Modules = FormatFunctions.For(key.Language, key.Currency),
            Budget = budget,
        }));

    private sealed class Loader(TemplateSet templates, string prefix) : ITemplateLoader
    {
        public string? Load(string path) => templates.Find(prefix, path)?.Text;
    }
}

/// <summary>A template of a document, in one language.</summary>
/// <param name="Prefix">The prefix of the document's owner.</param>
/// <param name="Path">The path inside the template folders.</param>
/// <param name="Language">The language of the document.</param>
/// <param name="Currency">The ISO 4217 code of its amounts.</param>
internal sealed record DocumentTemplate(string Prefix, string Path, DocumentLanguage Language, string Currency)
{
    /// <summary>The prefix of a registered name.</summary>
    public static string PrefixOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];
}
