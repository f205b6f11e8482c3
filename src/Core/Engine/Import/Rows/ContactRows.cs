namespace Clientele.Import;

/// <summary>Reads the contact of a row.</summary>
internal sealed class ContactRows(ImportMapping mapping, ContactMapping contact, ValueBinder binder, TypedCells cells, Catalogue? catalogue)
{
    private readonly string _source = contact.Source.Length > 0 ? contact.Source : mapping.Source;
    private readonly ValueReader? _externalId = binder.Optional(contact.ExternalId);
    private readonly ValueReader? _name = binder.Optional(contact.Name);
    private readonly ValueReader? _familyName = binder.Optional(contact.FamilyName);
    private readonly ValueReader? _salutation = binder.Optional(contact.Salutation);
    private readonly ValueReader? _position = binder.Optional(contact.Position);
    private readonly ValueReader? _role = binder.Optional(contact.Role);
    private readonly ValueReader? _email = binder.Optional(contact.Email);
    private readonly ValueReader? _phone = binder.Optional(contact.Phone);
    private readonly ValueReader? _culture = binder.Optional(contact.Culture);
    private readonly ValueReader? _primary = binder.Optional(contact.Primary);
    private readonly AttributeCells _attributes = new(contact.Attributes, contact.AttributesFrom, binder, cells, catalogue?.ContactAttributes, " of contacts");
    private readonly IReadOnlyList<(string Purpose, ValueReader Answer)> _consents = binder.Bind(contact.Consents);
    private readonly ValueReader? _consentsOn = binder.Optional(contact.ConsentsOn);
    private readonly ValueReader? _consentsBy = binder.Optional(contact.ConsentsBy);

    /// <summary>Whom the row names; <see langword="null"/> when it names nobody.</summary>
    public Reference? Refer(Reference client, SourceRow row)
    {
        var name = _name?.Line(row) ?? "";
        var externalId = _externalId?.Text(row) ?? "";
        if (externalId.Length == 0 && name.Length == 0)
        {
            return null;
        }

        if (_name is not null && name.Length == 0)
        {
            throw new RowRejectedException(Because.Blank(Terms.ContactName, _name.Place));
        }

        if (externalId.Length == 0)
        {
            externalId = $"{client.ExternalId}/{name}";
        }

        return new Reference(ContactId.From(_source, externalId).Value, _source, externalId, (_externalId ?? _name)!.Place);
    }

    /// <summary>The contact, where the mapping makes contacts.</summary>
    public Contact? Read(Reference reference, Reference client, SourceRow row) => _name is null ? null : new Contact
    {
        Id = new ContactId(reference.Id),
        Client = new ClientId(client.Id),
        Name = _name.Line(row),
        FamilyName = _familyName?.Line(row) ?? "",
        Salutation = Salutation(row),
        Position = _position?.Line(row) ?? "",
        Role = _role?.Text(row) ?? "",
        Email = _email?.Text(row) ?? "",
        Phone = _phone?.Text(row) ?? "",
        Culture = _culture?.Text(row) is { Length: > 0 } culture ? culture : null,
        Primary = TypedCells.YesNo(_primary, row) == true,
        Source = _source,
        ExternalId = reference.ExternalId,
    };

    public IReadOnlyList<DatedValue> Attributes(SourceRow row, bool clientIsMade) => _attributes.Read(row, clientIsMade);

    public IReadOnlyList<Consent> Consents(Reference reference, SourceRow row)
    {
        List<Consent>? consents = null;
        foreach (var (purpose, answer) in _consents)
        {
            if (TypedCells.YesNo(answer, row) is { } granted)
            {
                (consents ??= []).Add(new Consent(new ContactId(reference.Id), purpose, granted, cells.RequiredDay(_consentsOn, row), _consentsBy?.Line(row) ?? ""));
            }
        }

        return consents ?? [];
    }

    private Salutation Salutation(SourceRow row)
    {
        var text = _salutation?.Text(row) ?? "";
        return SalutationCell.TryRead(text, out var salutation)
            ? salutation
            : throw new RowRejectedException(Because.NotOneOf(text, Terms.Salutation, ["Mr", "Ms", "Dr", "Professor"], _salutation!.Place));
    }
}
