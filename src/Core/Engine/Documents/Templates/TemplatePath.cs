namespace Clientele.Documents;

/// <summary>A template's path inside a template folder: <c>letters/return-visit.en.md</c>. Whatever could lead out of the folder is no path.</summary>
internal static class TemplatePath
{
    private const int Longest = 260;

    /// <summary>Whether a path stays inside the folder it is looked for in, on every operating system.</summary>
    /// <param name="path">The path as written in a template or a registration.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsConfined(string path) =>
        path.Length is > 0 and <= Longest && path.Split('/').All(IsPlainName);

    // No empty part (absolute and doubled slashes), no part of dots or spaces alone or ending in them (Windows drops those), no drive, no stream, no control character.
    private static bool IsPlainName(string part) =>
        part.Length > 0 && part[^1] is not ('.' or ' ') && part[0] != ' ' && !part.Any(character => char.IsControl(character) || character is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|');
}
