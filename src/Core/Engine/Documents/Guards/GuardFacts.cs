using Clientele.Measures;
using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>The values that a guard reads of a letter: those that <see cref="Guard"/> lists, measures and attributes, the contact's under <c>contact.</c>.</summary>
internal sealed class GuardFacts(LetterFacts letter, IReadOnlyList<string> names) : IRuleFacts
{
    private const string OfContact = "contact.";

    public RuleValue Get(int nameIndex) => names[nameIndex] switch
    {
        "letter.name" => RuleValue.Of(letter.Letter.Name),
        "letter.purpose" => RuleValue.Of(letter.Letter.Purpose),
        "contact.known" => RuleValue.Of(letter.Contact is not null),
        "contact.role" => Recorded(letter.Contact?.Role),
        "contact.consents" => Purposes(granted: true),
        "contact.refusals" => Purposes(granted: false),
        "client.kind" => RuleValue.Of(GuardNames.Kind(letter.Client.Kind)),
        var name when name.StartsWith(OfContact, StringComparison.Ordinal) => Attribute(letter.ContactAttributes, name[OfContact.Length..]),
        var name => letter.Measures.TryGetValue(name, out var measure) ? Number(measure) : Attribute(letter.Attributes, name),
    };

    private static RuleValue Recorded(string? text) => string.IsNullOrEmpty(text) ? RuleValue.Missing : RuleValue.Of(text);

    private static RuleValue Number(decimal? value) => value is { } number ? RuleValue.Of(number) : RuleValue.Missing;

    // A letter to nobody in particular has nobody's consent; that is known, not missing.
    private RuleValue Purposes(bool granted) =>
        RuleValue.Of((IReadOnlyList<string>)[.. letter.Consents.Where(consent => consent.Granted == granted).Select(consent => consent.Purpose)]);

    private static RuleValue Attribute(IReadOnlyList<AttributeFact> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Definition.Name == name) is { } fact ? AttributeValues.Of(fact.Definition.Kind, fact.Value) : RuleValue.Missing;
}
