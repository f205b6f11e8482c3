namespace Clientele.Testing;

/// <summary>Finds titles that are not really in both languages.</summary>
internal static class LanguageCheck
{
    public static void Run(Registration registration, Findings findings)
    {
        var titles = Titles(registration).ToList();
        var wrong = titles.Where(title => !IsBoth(title.Text)).ToList();
        findings.Each(ConformanceChecks.Languages, wrong, $"{titles.Count} titles are in English and in Chinese", title => $"the title of {title.Owner} is not in both languages: '{title.Text.En}' / '{title.Text.Zh}'");
    }

    /// <summary>Whether a sentence is in both languages; it may quote a Chinese value in English.</summary>
    public static bool IsSaidInBoth(LocalizedText text) => text.Zh.Any(IsHan) && text.En.Any(char.IsAsciiLetter) && text.En != text.Zh;

    private static bool IsBoth(LocalizedText text) => text.Zh.Any(IsHan) && !text.En.Any(IsHan);

    private static IEnumerable<(string Owner, LocalizedText Text)> Titles(Registration all) =>
    [
        .. all.Attributes.SelectMany(item => item.Choices.Select(choice => ($"{item.Name}.{choice.Value}", choice.Title)).Prepend((item.Name, item.Title))),
        .. all.Kinds.SelectMany(item => item.Details.Select(field => ($"{item.Name}.{field.Name}", field.Title)).Prepend((item.Name, item.Title))),
        .. all.MatterTypes.SelectMany(item => item.Stages.Select(stage => ($"{item.Name}.{stage.Name}", stage.Title)).Prepend((item.Name, item.Title))),
        .. all.Measures.Select(item => (item.Name, item.Title)),
        .. all.Schemes.SelectMany(item => item.All.Select(segment => ($"{item.Name}.{segment.Name}", segment.Title)).Prepend((item.Name, item.Title))),
        .. all.Policies.Select(item => (item.Name, item.Title)),
        .. all.Guards.SelectMany(item => new[] { (item.Name, item.Title), ($"{item.Name} refusal", item.Refusal) }),
        .. all.Windows.Select(item => (item.Name, item.Title)),
        .. all.TextGuards.SelectMany(item => new[] { (item.Name, item.Title), ($"{item.Name} refusal", item.Refusal) }),
        .. all.Letters.Select(item => (item.Name, item.Title)),
        .. all.Reports.Select(item => (item.Name, item.Title)),
        .. all.Registers.SelectMany(item => item.Fields.Select(field => ($"{item.Name}.{field.Name}", field.Title)).Prepend((item.Name, item.Title))),
    ];

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
