using Clientele.Measures;
using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>The values that a guard reads of a letter or an action: those that <see cref="Guard"/> lists, measures and attributes, the contact's under <c>contact.</c>.</summary>
internal sealed class GuardFacts(LetterFacts letter, IReadOnlyList<string> names, IReadOnlyList<string>? kinds = null) : IRuleFacts
{
    private const string OfContact = "contact.";

    public RuleValue Get(int nameIndex) => names[nameIndex] switch
    {
        "letter.name" => RuleValue.Of(letter.Letter.Name),
        "letter.purpose" => RuleValue.Of(letter.Letter.Purpose),
        "contact.known" => RuleValue.Of(letter.Contact is not null),
        "contact.bounced" => RuleValue.Of(letter.BouncedOn is not null),
        "contact.role" => Recorded(letter.Contact?.Role),
        "contact.consents" => Purposes(granted: true),
        "contact.refusals" => Purposes(granted: false),
        "action.kind" => Recorded(letter.Action?.Kind),
        "action.purpose" => letter.Action is { } action ? RuleValue.Of(action.Purpose) : RuleValue.Missing,
        "action.amount" => Number(letter.Action?.Amount),
        "action.year_total" => Number(letter.Action is { } acted ? acted.Amount + acted.InYear.Where(kind => kinds?.Contains(kind.Key) == true).Sum(kind => kind.Value) : null),
        "letter.holding" => RuleValue.Of(letter.Letter.Holding),
        "letter.pending_promises" => RuleValue.Of(letter.Promises.Count(promise => promise.Pending)),
        "client.open_matters" => RuleValue.Of(letter.OpenMatters),
        "client.overdue_promises" => RuleValue.Of(letter.OverduePromises),
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
