namespace Clientele.Documents;

/// <summary>One of the two languages that letters and reports are written in.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DocumentLanguage
{
    private DocumentLanguage(string culture) => Culture = culture;

    /// <summary>Simplified Chinese, <c>zh-CN</c>.</summary>
    public static DocumentLanguage Chinese { get; } = new("zh-CN");

    /// <summary>English, <c>en</c>.</summary>
    public static DocumentLanguage English { get; } = new("en");

    /// <summary>The name of the culture, as templates read it and as letter templates carry it in their file name.</summary>
    public string Culture { get; }

    /// <summary>Whether this is Chinese.</summary>
    public bool IsChinese => ReferenceEquals(this, Chinese);

    /// <summary>The language for a reader's culture: Chinese for any <c>zh</c> culture, English for every other.</summary>
    /// <param name="culture">A culture name such as <c>zh-Hans-CN</c>; <see langword="null"/> or empty for English.</param>
    /// <returns>The language.</returns>
    public static DocumentLanguage Of(string? culture) =>
        culture is not null && (culture.Equals("zh", StringComparison.OrdinalIgnoreCase) || culture.StartsWith("zh-", StringComparison.OrdinalIgnoreCase) || culture.StartsWith("zh_", StringComparison.OrdinalIgnoreCase)) ? Chinese : English;

    /// <summary>Chooses a version of a text.</summary>
    /// <param name="text">The text in both languages; <see langword="null"/> for none.</param>
    /// <returns>The version in this language; empty for none.</returns>
    public string Choose(LocalizedText? text) => text is null ? "" : Choose(text.En, text.Zh);

    /// <summary>Chooses a version of a text.</summary>
    /// <param name="english">The English version.</param>
    /// <param name="chinese">The Chinese version.</param>
    /// <returns>The version in this language.</returns>
    public string Choose(string english, string chinese) => IsChinese ? chinese : english;

    /// <summary>The culture's name.</summary>
    /// <returns><c>zh-CN</c> or <c>en</c>.</returns>
    public override string ToString() => Culture;
}
