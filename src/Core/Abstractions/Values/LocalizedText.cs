using System.Globalization;

namespace Clientele;

/// <summary>A text that exists in both languages of the framework: English and simplified Chinese.</summary>
/// <remarks>Immutable and thread-safe. Everything an operator or a client reads is one of these, or is made from them.</remarks>
public sealed record LocalizedText
{
    /// <summary>Creates a text from its two versions.</summary>
    /// <param name="en">The English version; not blank.</param>
    /// <param name="zh">The simplified Chinese version; not blank.</param>
    /// <exception cref="ArgumentException">A version is blank.</exception>
    public LocalizedText(string en, string zh)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(en);
        ArgumentException.ThrowIfNullOrWhiteSpace(zh);
        En = en;
        Zh = zh;
    }

    /// <summary>The English version.</summary>
    public string En { get; }

    /// <summary>The simplified Chinese version.</summary>
    public string Zh { get; }

    /// <summary>Chooses the version for a culture: Chinese for any <c>zh</c> culture, English for every other.</summary>
    /// <param name="culture">The reader's culture.</param>
    /// <returns>The text to show.</returns>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Zh : En;
    }

    /// <summary>A text that is the same in both languages, such as a proper name or an identifier.</summary>
    /// <param name="text">The text; not blank.</param>
    /// <returns>The text in both versions.</returns>
    public static LocalizedText Same(string text) => new(text, text);

    /// <summary>Both versions, English first, for logs and diagnostics.</summary>
    /// <returns>The versions separated by a slash, or the one text they share.</returns>
    public override string ToString() => En == Zh ? En : $"{En} / {Zh}";
}
