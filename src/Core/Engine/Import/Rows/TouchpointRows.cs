using System.Globalization;

namespace Clientele.Import;

/// <summary>Reads one fact of a row.</summary>
internal sealed class TouchpointRows
{
    private readonly string _source;
    private readonly TypedCells _cells;
    private readonly RowRule? _when;
    private readonly ValueReader _kind;
    private readonly ValueReader _externalId;
    private readonly ValueReader? _occurredOn;
    private readonly ValueReader? _amount;
    private readonly ValueReader? _channel;
    private readonly ValueReader? _by;
    private readonly ValueReader? _note;
    private readonly IReadOnlyList<(string Field, ValueReader Value)> _details;
    private readonly Catalogue? _catalogue;

    public TouchpointRows(ImportMapping mapping, TouchpointMapping touchpoint, ValueBinder binder, TypedCells cells, Catalogue? catalogue)
    {
        _source = mapping.Source;
        _cells = cells;
        _catalogue = catalogue;
        _when = binder.Rule(touchpoint.When, touchpoint.WhenLine);
        _kind = binder.Bind(touchpoint.Kind);
        _externalId = binder.Bind(touchpoint.ExternalId);
        _occurredOn = binder.Optional(touchpoint.OccurredOn);
        _amount = binder.Optional(touchpoint.Amount);
        _channel = binder.Optional(touchpoint.Channel);
        _by = binder.Optional(touchpoint.By);
        _note = binder.Optional(touchpoint.Note);
        _details = binder.Bind(touchpoint.Details);
        if (catalogue is not null && touchpoint.Kind.Kind == MappedValueKind.Constant)
        {
            CheckKind(touchpoint, binder, catalogue);
        }
    }

    /// <summary>The fact; <see langword="null"/> when the row does not tell it.</summary>
    public RowTouchpoint? Read(Reference client, Reference? contact, Reference? matter, SourceRow row)
    {
        if (_when?.Invoke(row) == false)
        {
            return null;
        }

        var externalId = _externalId.Text(row);
        if (externalId.Length == 0)
        {
            throw new RowRejectedException(Because.Blank(Terms.TouchpointId, _externalId.Place));
        }

        // The parts of a split row are facts of their own.
        externalId = row.Part == 1 ? externalId : string.Create(CultureInfo.InvariantCulture, $"{externalId}#{row.Part}");
        return new RowTouchpoint(Fact(externalId, client, contact, matter, row), externalId, _externalId.Place);
    }

    private Touchpoint Fact(string externalId, Reference client, Reference? contact, Reference? matter, SourceRow row)
    {
        var kind = Kind(row);
        return new Touchpoint
        {
            Id = TouchpointId.From(_source, externalId),
            Client = new ClientId(client.Id),
            Kind = kind,
            OccurredOn = _cells.RequiredDay(_occurredOn, row),
            Channel = _channel?.Text(row) ?? "",
            By = _by?.Line(row) ?? "",
            Contact = contact is null ? null : new ContactId(contact.Id),
            Matter = matter is null ? null : new MatterId(matter.Id),
            Amount = _cells.Amount(_amount, row),
            Note = _note?.Text(row) ?? "",
            Details = Details(kind, row),
            Source = _source,
        };
    }

    private string Kind(SourceRow row)
    {
        var kind = _kind.Text(row);
        if (kind.Length == 0)
        {
            throw new RowRejectedException(Because.Blank(Terms.TouchpointKind, _kind.Place));
        }

        return _catalogue?.Kinds.ContainsKey(kind) == false
            ? throw new RowRejectedException(Because.NotOneOf(kind, Terms.TouchpointKind, Nearest.To(kind, _catalogue.Kinds.Keys), _kind.Place))
            : kind;
    }

    private Dictionary<string, string> Details(string kind, SourceRow row)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        var fields = _catalogue?.Kinds[kind].Details;
        foreach (var (name, value) in _details)
        {
            var field = fields?.FirstOrDefault(field => field.Name == name);
            var text = field is null ? value.Text(row) : _cells.Invariant(field.Kind, value, row);
            if (text.Length == 0)
            {
                continue;
            }

            details[name] = fields is null || field is not null ? text : throw new RowRejectedException(Because.UnknownDetail(kind, name));
        }

        if (fields?.FirstOrDefault(field => field.Required && !details.ContainsKey(field.Name)) is { } missing)
        {
            throw new RowRejectedException(Because.DetailMissing(kind, missing.Name, _details.FirstOrDefault(detail => detail.Field == missing.Name).Value?.Place ?? ""));
        }

        return details;
    }

    private static void CheckKind(TouchpointMapping touchpoint, ValueBinder binder, Catalogue catalogue)
    {
        if (!catalogue.Kinds.TryGetValue(touchpoint.Kind.Text, out var kind))
        {
            binder.Problem(touchpoint.Kind.Line, $"No plugin registers the kind of touchpoint '{touchpoint.Kind.Text}'; {Nearest.Hint(touchpoint.Kind.Text, [.. catalogue.Kinds.Keys])}");
            return;
        }

        foreach (var (name, value) in touchpoint.Details.Where(pair => kind.Details.All(field => field.Name != pair.Key)))
        {
            binder.Problem(value.Line, $"{kind.Name} has no detail '{name}'; {Nearest.Hint(name, [.. kind.Details.Select(field => field.Name)])}");
        }
    }
}
