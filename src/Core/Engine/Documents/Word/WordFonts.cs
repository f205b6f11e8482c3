using DocumentFormat.OpenXml.Wordprocessing;

namespace Clientele.Documents;

/// <summary>The fonts that a letter in Word names, with what may take their place where they are not installed.</summary>
/// <remarks>No font is embedded. SimSun comes with Windows; elsewhere Noto Serif CJK SC or another Song face stands in for it.</remarks>
internal static class WordFonts
{
    /// <summary>The part with the fonts.</summary>
    public static Fonts Part() => new(
        new Font(
            new AltName { Val = "Liberation Serif" }, new Panose1Number { Val = "02020603050405020304" }, new FontCharSet { Val = "00" }, new FontFamily { Val = FontFamilyValues.Roman }, new Pitch { Val = FontPitchValues.Variable })
        {
            Name = WordStyles.Latin,
        },
        new Font(
            new AltName { Val = "Noto Serif CJK SC" }, new Panose1Number { Val = "02010600030101010101" }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }, new Pitch { Val = FontPitchValues.Variable })
        {
            Name = WordStyles.Chinese,
        });
}
