using System.Globalization;

namespace Clientele.Documents;

/// <summary>Finds words that a letter may not contain, and where they stand.</summary>
internal static class ForbiddenWords
{
    /// <summary>What a guard refuses of a letter; <see langword="null"/> when it contains none of the words of its language.</summary>
    public static GuardRefusal? Refusal(TextGuard guard, RenderedLetter letter)
    {
        var found = Text(letter).SelectMany(part => guard.Words.GetValueOrDefault(letter.Culture, []).SelectMany(word => Places(part.Text, word).Select(index => Reason(word, part, index)))).ToList();
        return found.Count == 0
            ? null
            : new GuardRefusal(new Guard { Name = guard.Name, Title = guard.Title, AllowedWhen = "false", Refusal = guard.Refusal, OverridableBy = guard.OverridableBy }, found);
    }

    /// <summary>Where something was found: line and column of the body, both from 1; line 0 is the subject.</summary>
    public static Reason At(string code, string what, LocalizedText found, (string Text, int FirstLine) part, int index)
    {
        var before = part.Text.AsSpan(0, index);
        var line = part.FirstLine + before.Count('\n');
        var column = index - before.LastIndexOf('\n');
        var (where, wo) = line == 0 ? ("in the subject", "主题") : ($"in line {line}", $"第 {line} 行");
        return new Reason(code, new($"{found.En} {where}, column {column}.", $"{found.Zh}（{wo}第 {column} 列）。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["text"] = what, ["line"] = line.ToString(CultureInfo.InvariantCulture), ["column"] = column.ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    /// <summary>The subject and the body, with the number of their first line.</summary>
    public static IReadOnlyList<(string Text, int FirstLine)> Text(RenderedLetter letter) => [(letter.Subject, 0), (letter.Body.Length > 0 ? letter.Body : letter.Text, 1)];

    private static Reason Reason(string word, (string Text, int FirstLine) part, int index) => At("forbidden_word", word, new($"'{word}'", $"“{word}”"), part, index);

    private static IEnumerable<int> Places(string text, string word)
    {
        var whole = word.All(char.IsAscii);
        for (var index = Next(text, word, 0, whole); index >= 0; index = Next(text, word, index + word.Length, whole))
        {
            if (!whole || (IsEdge(text, index - 1) && IsEdge(text, index + word.Length)))
            {
                yield return index;
            }
        }
    }

    private static int Next(string text, string word, int from, bool anyCase) => text.IndexOf(word, from, anyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IsEdge(string text, int index) => index < 0 || index >= text.Length || !char.IsAsciiLetterOrDigit(text[index]);
}
