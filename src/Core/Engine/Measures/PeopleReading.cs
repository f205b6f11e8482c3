using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Shows a computation the people at a client with the attributes it declared, and no others.</summary>
/// <param name="catalogue">What is registered.</param>
/// <param name="declared">The declared attributes.</param>
/// <param name="reader">The measure or insight, for the error of one that reads more.</param>
internal sealed class PeopleReading(Catalogue catalogue, IReadOnlyList<string> declared, string reader)
{
    private readonly Dictionary<string, AttributeDefinition> _attributes = declared.ToDictionary(name => name, name => catalogue.ContactAttributes[name], StringComparer.Ordinal);

    public bool Any => _attributes.Count > 0;

    public IReadOnlyList<ContactFacts> Of(ClientFacts facts) => Any ? [.. facts.People.Select(person => Of(facts.Id, person))] : [];

    public ContactFacts Of(ClientId client, ClientPerson person) =>
        new(person.Id, client, person.Role, person.Position, name => Value(person, name).NumberOrNull(), name => Value(person, name).TextOrNull());

    private RuleValue Value(ClientPerson person, string name)
    {
        if (!_attributes.TryGetValue(name, out var attribute))
        {
            throw new InvalidOperationException($"The computation reads '{name}' of people, which {reader} does not declare in ContactReads.");
        }

        foreach (var (known, value) in person.Attributes)
        {
            if (known == name)
            {
                return AttributeValues.Of(attribute.Kind, value);
            }
        }

        return RuleValue.Missing;
    }
}
