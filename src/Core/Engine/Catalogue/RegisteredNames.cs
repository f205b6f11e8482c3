using Clientele.Care;
using Clientele.Matters;
using Clientele.Templating;

namespace Clientele;

/// <summary>The names of some registrations, by what they name. Measures and attributes share one space, because rules read both by name.</summary>
internal sealed class RegisteredNames
{
    private readonly IReadOnlyList<Registration> _registrations;
    private readonly ILookup<Claim, Registration> _claims;

    public RegisteredNames(IReadOnlyList<Registration> registrations)
    {
        _registrations = registrations;
        _claims = registrations
            .SelectMany(registration => Of(registration).Select(claim => KeyValuePair.Create(claim, registration)))
            .ToLookup(pair => pair.Key, pair => pair.Value);
    }

    public static IEnumerable<Claim> Of(Registration registration) =>
    [
        .. registration.Attributes.Select(item => new Claim("value", item.Name)),
        .. registration.Measures.Select(item => new Claim("value", item.Name)),
        .. registration.Kinds.Select(item => new Claim("touchpoint kind", item.Name)),
        .. registration.MatterTypes.Select(item => new Claim("matter type", item.Name)),
        .. registration.Schemes.Select(item => new Claim("scheme", item.Name)),
        .. registration.Insights.Select(item => new Claim("insight", item.Name)),
        .. registration.Policies.Select(item => new Claim("policy", item.Name)),
        .. registration.Guards.Select(item => new Claim("guard", item.Name)),
        .. registration.Windows.Select(item => new Claim("guard", item.Name)),
        .. registration.TextGuards.Select(item => new Claim("guard", item.Name)),
        .. registration.Letters.Select(item => new Claim("letter", item.Name)),
        .. registration.Reports.Select(item => new Claim("report", item.Name)),
        .. registration.Registers.Select(item => new Claim("register", item.Name)),
    ];

    public IEnumerable<IGrouping<Claim, Registration>> ClaimedTwice() => _claims.Where(claim => claim.Skip(1).Any());

    /// <summary>The names that a registration may refer to: its own, the core's, and those of the origins it requires.</summary>
    public RegisteredNames SeenBy(Registration reader) => reader.Requires is not { } requires
        ? this
        : new([.. _registrations.Where(other => other == reader || other.Origin.Prefix == Origin.CorePrefix || requires.Contains(other.Origin.Id, StringComparer.OrdinalIgnoreCase))]);

    /// <summary>Whether a name is registered. The space <c>measure</c> is the part of <c>value</c> that is no attribute, and <c>contact attribute</c> the part that a client has none of.</summary>
    public bool Has(string space, string name) => space switch
    {
        "measure" => _claims[new("value", name)].Any(registration => registration.Measures.Any(measure => measure.Name == name)),
        "contact attribute" => IsOfContact(name),
        "value" => _claims.Contains(new(space, name)) && !IsOfContact(name),
        _ => _claims.Contains(new(space, name)),
    };

    /// <summary>What people call a space.</summary>
    public static string Title(string space) => space == "value" ? "measure or attribute" : space;

    /// <summary>What rules may read of a client: measures and attributes with the kind of their values, and the kind of the client.</summary>
    public Dictionary<string, RuleName> Values()
    {
        var values = new Dictionary<string, RuleName>(StringComparer.Ordinal) { ["client.kind"] = new(RuleValueKind.Text) { Choices = ["organisation", "person"] } };
        foreach (var registration in _registrations)
        {
            foreach (var measure in registration.Measures)
            {
                values[measure.Name] = new(RuleValueKind.Number);
            }

            foreach (var attribute in registration.Attributes.Where(attribute => attribute.About == AttributeSubject.Client))
            {
                values[attribute.Name] = Of(attribute);
            }
        }

        return values;
    }

    /// <summary>What the rules of policies may read of a client: the values, and the segment in every scheme as <c>segment.</c> and its name.</summary>
    public Dictionary<string, RuleName> ValuesAndSegments()
    {
        var values = Values();
        foreach (var scheme in _registrations.SelectMany(registration => registration.Schemes))
        {
            values[SegmentSlot.Prefix + scheme.Name] = new(RuleValueKind.Text) { Choices = [.. scheme.All.Select(segment => segment.Name)] };
        }

        return values;
    }

    public AttributeDefinition? Attribute(string name) => _claims[new("value", name)].SelectMany(registration => registration.Attributes).FirstOrDefault(attribute => attribute.Name == name);

    public TouchpointKind? Kind(string name) => _claims[new("touchpoint kind", name)].SelectMany(registration => registration.Kinds).FirstOrDefault(kind => kind.Name == name);

    /// <summary>What rules may read of a person where one is at hand: the attributes under <c>contact.</c>.</summary>
    public IEnumerable<KeyValuePair<string, RuleName>> ContactValues() => _registrations
        .SelectMany(registration => registration.Attributes.Where(attribute => attribute.About == AttributeSubject.Contact))
        .Select(attribute => KeyValuePair.Create($"contact.{attribute.Name}", Of(attribute)));

    /// <summary>What the requirements of a matter type may read.</summary>
    public Dictionary<string, RuleName> Values(MatterType type) =>
        MatterNames.Of(type, _registrations.SelectMany(registration => registration.Kinds), _registrations.SelectMany(registration => registration.MatterTypes)).ToDictionary(name => name.Key, name => name.Value.Kind, StringComparer.Ordinal);

    public static RuleName Of(AttributeDefinition attribute) => attribute.Kind switch
    {
        ValueKind.Number => new(RuleValueKind.Number),
        ValueKind.Date => new(RuleValueKind.Date),
        ValueKind.Boolean => new(RuleValueKind.Flag),
        _ => new(RuleValueKind.Text) { Choices = [.. attribute.Choices.Select(choice => choice.Value)] },
    };

    private bool IsOfContact(string name) =>
        _claims[new("value", name)].Any(registration => registration.Attributes.Any(attribute => attribute.Name == name && attribute.About == AttributeSubject.Contact));

    public Scheme? Scheme(string name) => _claims[new("scheme", name)].SelectMany(registration => registration.Schemes).FirstOrDefault(scheme => scheme.Name == name);

    public MatterType? MatterType(string name) => _claims[new("matter type", name)].SelectMany(registration => registration.MatterTypes).FirstOrDefault(type => type.Name == name);
}

/// <summary>A name, and what it names.</summary>
internal sealed record Claim(string Space, string Name);
