namespace Clientele.Import;

/// <summary>Reads the client of a row.</summary>
internal sealed class ClientRows
{
    private readonly string _source;
    private readonly ClientMapping _mapping;
    private readonly TypedCells _cells;
    private readonly ValueReader? _externalId;
    private readonly ValueReader? _name;
    private readonly ValueReader? _kind;
    private readonly ValueReader? _since;
    private readonly ValueReader? _culture;
    private readonly AttributeCells _attributes;
    private readonly IReadOnlyList<(string Name, ValueReader Value)> _owners;
    private readonly ValueReader? _ownersFrom;

    public ClientRows(ImportMapping mapping, ValueBinder binder, TypedCells cells, Catalogue? catalogue)
    {
        _mapping = mapping.Client;
        _source = mapping.Client.Source.Length > 0 ? mapping.Client.Source : mapping.Source;
        _cells = cells;
        _externalId = binder.Optional(_mapping.ExternalId);
        _name = binder.Optional(_mapping.Name);
        _kind = binder.Optional(_mapping.Kind);
        _since = binder.Optional(_mapping.Since);
        _culture = binder.Optional(_mapping.Culture);
        _attributes = new AttributeCells(_mapping.Attributes, _mapping.AttributesFrom, binder, cells, catalogue?.Attributes, "");
        _owners = binder.Bind(_mapping.Owners);
        _ownersFrom = binder.Optional(_mapping.OwnersFrom);
    }

    public Reference Refer(SourceRow row)
    {
        var name = _name?.Line(row);
        if (name is "")
        {
            throw new RowRejectedException(Because.Blank(Terms.ClientName, _name!.Place));
        }

        var externalId = _externalId?.Text(row) ?? name!;
        return externalId.Length == 0
            ? throw new RowRejectedException(Because.Blank(Terms.ClientId, _externalId!.Place))
            : new Reference(ClientId.From(_source, externalId).Value, _source, externalId, (_externalId ?? _name)!.Place);
    }

    /// <summary>The client, where the mapping makes clients.</summary>
    /// <param name="reference">Its id.</param>
    /// <param name="row">The row.</param>
    /// <param name="firstFact">The day of the row's first fact, for clients whose first day is not mapped.</param>
    public Client? Read(Reference reference, SourceRow row, DateOnly? firstFact) => _name is null ? null : new Client
    {
        Id = new ClientId(reference.Id),
        Name = _name.Line(row),
        Kind = Kind(row),
        Source = _source,
        ExternalId = reference.ExternalId,
        Since = _since is null ? firstFact ?? _cells.RequiredDay(null, row) : _cells.RequiredDay(_since, row),
        Culture = _culture?.Text(row) is { Length: > 0 } culture ? culture : null,
    };

    /// <summary>Whether rows make their clients rather than refer to them.</summary>
    public bool Makes => _name is not null;

    public IReadOnlyList<DatedValue> Attributes(SourceRow row) => _attributes.Read(row, Makes);

    public IReadOnlyList<DatedValue> Owners(SourceRow row)
    {
        if (_owners.Count == 0)
        {
            return [];
        }

        var from = From(_ownersFrom, row);
        return [.. _owners.Select(pair => new DatedValue(pair.Name, pair.Value.Line(row), from)).Where(value => value.Value.Length > 0)];
    }

    // A client that is made here lends its first day; one that is only referred to does not know it.
    private DateOnly? From(ValueReader? value, SourceRow row) =>
        value is null && _name is not null ? null : _cells.RequiredDay(value, row);

    private ClientKind Kind(SourceRow row)
    {
        var text = _kind?.Text(row) ?? "";
        return CellText.Plain(text).ToLowerInvariant() switch
        {
            "" or "organisation" or "organization" or "company" or "企业" or "单位" or "公司" or "机构" => ClientKind.Organisation,
            "person" or "individual" or "个人" => ClientKind.Person,
            _ => throw new RowRejectedException(Because.NotOneOf(text, Terms.ClientKind, ["organisation", "person"], _kind!.Place)),
        };
    }
}
