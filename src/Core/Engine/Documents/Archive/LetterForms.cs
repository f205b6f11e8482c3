using System.Security.Cryptography;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>The forms in which a letter is archived: by hash what comes out the same again, as produced what does not.</summary>
internal static class LetterForms
{
    /// <summary>Every form that comes out the same again.</summary>
    public static async Task<IReadOnlyList<DocumentForm>> OfAsync(LetterFiles files, LetterFacts facts, RenderedLetter letter, Guid id, CancellationToken cancellationToken)
    {
        var forms = new List<DocumentForm>();
        foreach (var format in LetterFormat.All.Where(format => format.IsReproducible))
        {
            forms.Add(new DocumentForm(format.Name, Hash(await files.WriteAsync(facts, letter, id, format, [], cancellationToken).ConfigureAwait(false))));
        }

        return forms;
    }

    /// <summary>A form that is kept as it was produced.</summary>
    public static DocumentForm AsProduced(LetterDocument document) =>
        new(LetterFormat.All.First(format => document.FileName.EndsWith(format.Extension, StringComparison.Ordinal)).Name, Hash(document), document.Content.ToArray());

    private static string Hash(LetterDocument document) => Convert.ToHexStringLower(SHA256.HashData(document.Content.Span));
}
