using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>The forms in which a letter is archived.</summary>
internal static class LetterForms
{
    public static IReadOnlyList<DocumentForm> Of(RenderedLetter letter) => [new("html", OutputHash.Of(letter.Html)), new("text", OutputHash.Of(letter.Text))];
}
