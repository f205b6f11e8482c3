using System.Globalization;
using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>The values that a guard reads of a letter: those that <see cref="Guard"/> lists, measures and attributes.</summary>
internal sealed class GuardFacts(LetterFacts letter, IReadOnlyList<string> names) : IRuleFacts
{
    public RuleValue Get(int nameIndex) => names[nameIndex] switch
    {
        "letter.name" => RuleValue.Of(letter.Letter.Name),
        "letter.purpose" => RuleValue.Of(letter.Letter.Purpose),
        "contact.known" => RuleValue.Of(letter.Contact is not null),
        "contact.bounced" => RuleValue.Of(letter.BouncedOn is not null),
        "contact.role" => Recorded(letter.Contact?.Role),
        "contact.consents" => Purposes(granted: true),
        "contact.refusals" => Purposes(granted: false),
        "client.kind" => RuleValue.Of(GuardNames.Kind(letter.Client.Kind)),
        var name => letter.Measures.TryGetValue(name, out var measure) ? Number(measure) : Attribute(name),
    };

    private static RuleValue Recorded(string? text) => string.IsNullOrEmpty(text) ? RuleValue.Missing : RuleValue.Of(text);

    private static RuleValue Number(decimal? value) => value is { } number ? RuleValue.Of(number) : RuleValue.Missing;

    // A letter to nobody in particular has nobody's consent; that is known, not missing.
    private RuleValue Purposes(bool granted) =>
        RuleValue.Of((IReadOnlyList<string>)[.. letter.Consents.Where(consent => consent.Granted == granted).Select(consent => consent.Purpose)]);

    private RuleValue Attribute(string name)
    {
        var fact = letter.Attributes.FirstOrDefault(attribute => attribute.Definition.Name == name);
        return fact?.Definition.Kind switch
        {
            null => RuleValue.Missing,
            ValueKind.Number => decimal.TryParse(fact.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? RuleValue.Of(number) : RuleValue.Missing,
            ValueKind.Date => DateOnly.TryParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? RuleValue.Of(day) : RuleValue.Missing,
            ValueKind.Boolean => RuleValue.Of(fact.Value == "true"),
            _ => RuleValue.Of(fact.Value),
        };
    }
}
