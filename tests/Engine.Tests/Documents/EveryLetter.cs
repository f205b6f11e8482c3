using Clientele.Documents;

namespace Clientele.Tests.Documents;

/// <summary>Every letter that the repository ships, in both languages, from facts that leave nothing out.</summary>
internal static class EveryLetter
{
    public static IEnumerable<(string Name, LetterFacts Facts, RenderedLetter Letter)> Rendered()
    {
        var renderer = new LetterRenderer(SomeLetter.Templates());
        foreach (var (prefix, folder) in SomeLetter.Folders.Append(new("core", Path.Combine(SomeLetter.Repository, "templates"))).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "letters"), "*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal))
            {
                var parts = file!.Split('.', 2);
                var facts = SomeLetter.Warranty(DocumentLanguage.Of(parts[1][..^3]));
                facts = facts with { Letter = facts.Letter with { Name = $"{prefix}.letter", Template = parts[0], Purpose = Purpose(parts[0]) } };
                yield return ($"{prefix}.{file[..^3]}", facts, renderer.Render(SomeLetter.Passed(facts)));
            }
        }
    }

    private static string Purpose(string template) => template switch
    {
        "birthday" or "festival-greeting" or "thank-you" or "referral-thanks" or "year-end" => "greeting",
        "capability-briefing" or "purchase-plan" => "marketing",
        _ => "service",
    };
}
