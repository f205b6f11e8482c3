namespace Clientele.Import;

/// <summary>Reads the matter of a row.</summary>
internal sealed class MatterRows
{
    private readonly string _source;
    private readonly TypedCells _cells;
    private readonly ValueReader _externalId;
    private readonly ValueReader? _type;
    private readonly ValueReader? _title;
    private readonly ValueReader? _openedOn;
    private readonly Catalogue? _catalogue;

    public MatterRows(ImportMapping mapping, MatterMapping matter, ValueBinder binder, TypedCells cells, Catalogue? catalogue)
    {
        _source = matter.Source.Length > 0 ? matter.Source : mapping.Source;
        _cells = cells;
        _catalogue = catalogue;
        _externalId = binder.Bind(matter.ExternalId);
        _type = binder.Optional(matter.Type);
        _title = binder.Optional(matter.Title);
        _openedOn = binder.Optional(matter.OpenedOn);
        if (matter.Type is { Kind: MappedValueKind.Constant } type && catalogue?.MatterTypes.ContainsKey(type.Text) == false)
        {
            binder.Problem(type.Line, $"No plugin registers the matter type '{type.Text}'; {Nearest.Hint(type.Text, [.. catalogue.MatterTypes.Keys])}");
        }
    }

    /// <summary>What the row is about; <see langword="null"/> when it is about no matter.</summary>
    public Reference? Refer(SourceRow row)
    {
        var externalId = _externalId.Text(row);
        return externalId.Length == 0 ? null : new Reference(MatterId.From(_source, externalId).Value, _source, externalId, _externalId.Place);
    }

    /// <summary>The matter, where the mapping opens matters.</summary>
    public Matter? Read(Reference reference, Reference client, SourceRow row)
    {
        if (_title is null || _type is null)
        {
            return null;
        }

        var type = _type.Text(row);
        if (_catalogue?.MatterTypes.ContainsKey(type) == false)
        {
            throw new RowRejectedException(Because.NotOneOf(type, Terms.MatterType, _catalogue.MatterTypes.Keys, _type.Place));
        }

        var title = _title.Line(row);
        return new Matter
        {
            Id = new MatterId(reference.Id),
            Client = new ClientId(client.Id),
            Type = type,
            Title = title.Length > 0 ? title : throw new RowRejectedException(Because.Blank(Terms.MatterTitle, _title.Place)),
            OpenedOn = _cells.RequiredDay(_openedOn, row),
            ExternalId = reference.ExternalId,
            Source = _source,
        };
    }
}
