namespace Clientele.Templating;

/// <summary>Captured output: already in its template's format; without a format it is plain text.</summary>
internal static class CapturedText
{
    public static Value Of(string text, Escaping format) => format == Escaping.None ? Value.Of(text) : Value.Of(new SafeText(text, format));
}
