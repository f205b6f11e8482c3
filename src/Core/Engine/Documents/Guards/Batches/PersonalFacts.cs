using System.Globalization;

namespace Clientele.Documents;

/// <summary>Counts what a letter says about this client and nobody else in particular: the project, the last talk, a preference.</summary>
internal static class PersonalFacts
{
    /// <summary>The facts that the body mentions, by name.</summary>
    public static IReadOnlyList<string> In(LetterFacts facts, RenderedLetter letter)
    {
        var body = letter.Body.Length > 0 ? letter.Body : letter.Text;
        return [.. Of(facts).Where(fact => fact.Values.Any(value => value.Trim().Length > 1 && body.Contains(value.Trim(), StringComparison.Ordinal))).Select(fact => fact.Name).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, string[] Values)> Of(LetterFacts facts)
    {
        var language = facts.Language;
        if (facts.Matter is { } matter)
        {
            yield return ("matter", [SingleLine.Of(matter.Matter.Title)]);
            foreach (var detail in matter.Details)
            {
                yield return ($"matter.{detail.Name}", Shown(detail.Kind, detail.Value));
            }
        }

        if (facts.LastTouch is { } touch)
        {
            yield return ("last_touch.day", Days(touch.OccurredOn));
            yield return ("last_touch.by", [touch.By == facts.Owner ? "" : touch.By]);
        }

        foreach (var attribute in facts.Attributes.Where(attribute => attribute.Definition.Kind != ValueKind.Boolean))
        {
            yield return (attribute.Definition.Name, attribute.Definition.Choices.FirstOrDefault(choice => choice.Value == attribute.Value) is { } choice ? [language.Choose(choice.Title)] : Shown(attribute.Definition.Kind, attribute.Value));
        }
    }

    private static string[] Shown(ValueKind kind, string value) =>
        kind == ValueKind.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Days(day) : [SingleLine.Of(value)];

    private static string[] Days(DateOnly day) =>
    [
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture), day.ToString("M'月'd'日'", CultureInfo.InvariantCulture),
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), day.ToString("d MMMM", CultureInfo.InvariantCulture),
    ];
}
