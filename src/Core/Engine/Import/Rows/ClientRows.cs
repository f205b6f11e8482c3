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
    private readonly IReadOnlyList<(string Name, ValueReader Value)> _attributes;
    private readonly ValueReader? _attributesFrom;
    private readonly IReadOnlyList<(string Name, ValueReader Value)> _owners;
    private readonly ValueReader? _ownersFrom;
    private readonly Catalogue? _catalogue;

    public ClientRows(ImportMapping mapping, ValueBinder binder, TypedCells cells, Catalogue? catalogue)
    {
        _mapping = mapping.Client;
        _source = mapping.Client.Source.Length > 0 ? mapping.Client.Source : mapping.Source;
        _cells = cells;
        _catalogue = catalogue;
        _externalId = binder.Optional(_mapping.ExternalId);
        _name = binder.Optional(_mapping.Name);
        _kind = binder.Optional(_mapping.Kind);
        _since = binder.Optional(_mapping.Since);
        _culture = binder.Optional(_mapping.Culture);
        _attributes = binder.Bind(_mapping.Attributes);
        _attributesFrom = binder.Optional(_mapping.AttributesFrom);
        _owners = binder.Bind(_mapping.Owners);
        _ownersFrom = binder.Optional(_mapping.OwnersFrom);
        foreach (var (name, value) in _mapping.Attributes.Where(pair => catalogue?.Attributes.ContainsKey(pair.Key) == false))
        {
            binder.Problem(value.Line, $"No plugin registers the attribute '{name}'; {Nearest.Hint(name, [.. catalogue!.Attributes.Keys])}");
        }
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

    public IReadOnlyList<DatedValue> Attributes(SourceRow row)
    {
        if (_attributes.Count == 0)
        {
            return [];
        }

        var from = From(_attributesFrom, row);
        return [.. _attributes.Select(pair => new DatedValue(pair.Name, Attribute(pair.Name, pair.Value, row), from)).Where(value => value.Value.Length > 0)];
    }

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

    private string Attribute(string name, ValueReader value, SourceRow row)
    {
        if (_catalogue?.Attributes.GetValueOrDefault(name) is not { } definition)
        {
            return value.Text(row);
        }

        return definition.Kind == ValueKind.Choice ? Choice(definition, value, row) : _cells.Invariant(definition.Kind, value, row);
    }

    private static string Choice(AttributeDefinition definition, ValueReader value, SourceRow row)
    {
        var text = value.Text(row);
        var key = CellText.Key(text);
        var choice = definition.Choices.FirstOrDefault(choice => CellText.Key(choice.Value) == key || CellText.Key(choice.Title.En) == key || CellText.Key(choice.Title.Zh) == key);
        return text.Length == 0 ? ""
            : choice?.Value ?? throw new RowRejectedException(Because.NotOneOf(text, definition.Title, definition.Choices.Select(choice => choice.Value), value.Place));
    }
}
