namespace Clientele.Import;

/// <summary>A mapping fitted to the columns of one file: turns its rows into facts.</summary>
internal sealed class RowPlan
{
    private readonly ImportMapping _mapping;
    private readonly Columns _columns;
    private readonly RowRule? _select;
    private readonly int _splitColumn;
    private readonly ClientRows _clients;
    private readonly ContactRows? _contacts;
    private readonly MatterRows? _matters;
    private readonly IReadOnlyList<TouchpointRows> _touchpoints;

    private RowPlan(ImportMapping mapping, Columns columns, Catalogue? catalogue, string currency, List<MappingProblem> problems)
    {
        var cells = new TypedCells(mapping, currency);
        var binder = new ValueBinder(columns, new RowLanguage(cells), problems);
        _mapping = mapping;
        _columns = columns;
        _select = binder.Rule(mapping.Select, mapping.SelectLine);
        _splitColumn = mapping.Split is { } split ? binder.Column(split.Column, 0) : -1;
        _clients = new ClientRows(mapping, binder, cells, catalogue);
        _contacts = mapping.Contact is { } contact ? new ContactRows(mapping, contact, binder, cells, catalogue) : null;
        _matters = mapping.Matter is { } matter ? new MatterRows(mapping, matter, binder, cells, catalogue) : null;
        _touchpoints = [.. mapping.Touchpoints.Select(touchpoint => new TouchpointRows(mapping, touchpoint, binder, cells, catalogue))];
    }

    /// <exception cref="ClienteleException">The mapping does not fit the file or the registered vocabulary; every problem is listed with its line (<see cref="ErrorCodes.MappingInvalid"/>).</exception>
    public static RowPlan Fit(ImportMapping mapping, IReadOnlyList<string> headers, Catalogue? catalogue, string currency, string file)
    {
        var problems = new List<MappingProblem>(MappingCheck.Itself(mapping));
        if (mapping.Amounts.Currency.Length > 0 && mapping.Amounts.Currency != currency)
        {
            problems.Add(new(0, $"The amounts are in {mapping.Amounts.Currency}, but the workspace keeps {currency}; convert them, or use a workspace of that currency."));
        }

        var plan = new RowPlan(mapping, new Columns(headers), catalogue, currency, problems);
        return problems.Count == 0 ? plan : throw MappingProblem.Refusal($"The mapping does not fit '{file}':", problems);
    }

    /// <summary>What a row tells: nothing when it is not selected, one entry or one for each part otherwise.</summary>
    /// <exception cref="RowRejectedException">Something in the row is wrong.</exception>
    public IReadOnlyList<RowFacts> Read(TableRow row)
    {
        if (row.QuoteNeverEnds)
        {
            throw new RowRejectedException(Because.QuoteNeverEnds());
        }

        for (var index = _columns.Headers.Count; index < row.Cells.Count; index++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[index]))
            {
                throw new RowRejectedException(Because.CellsTooMany(row.Cells.Count, _columns.Headers.Count));
            }
        }

        var whole = new SourceRow(row, _columns);
        var parts = _splitColumn < 0 ? [whole] : whole.Split(_splitColumn, _mapping.Split!);
        return [.. parts.Where(part => _select?.Invoke(part) != false).Select(Read)];
    }

    private RowFacts Read(SourceRow row)
    {
        try
        {
            return Facts(row);
        }
        catch (ClienteleException error)
        {
            // A record that its own definition refuses, such as a kind that is no name.
            throw new RowRejectedException(Because.Refused(error.Message));
        }
    }

    private RowFacts Facts(SourceRow row)
    {
        var client = _clients.Refer(row);
        var contact = _contacts?.Refer(client, row);
        var matter = _matters?.Refer(row);
        var touchpoints = _touchpoints.Select(touchpoint => touchpoint.Read(client, contact, matter, row)).OfType<RowTouchpoint>().ToList();
        var opened = matter is null ? null : _matters!.Read(matter, client, row);
        DateOnly? firstFact = touchpoints.Count > 0 ? touchpoints.Min(touchpoint => touchpoint.Fact.OccurredOn) : opened?.OpenedOn;
        return new RowFacts
        {
            ClientReference = client,
            Client = _clients.Read(client, row, firstFact),
            Attributes = _clients.Attributes(row),
            Owners = _clients.Owners(row),
            ContactReference = contact,
            Contact = contact is null ? null : _contacts!.Read(contact, client, row),
            ContactAttributes = contact is null ? [] : _contacts!.Attributes(row, _clients.Makes),
            Consents = contact is null ? [] : _contacts!.Consents(contact, row),
            MatterReference = matter,
            Matter = opened,
            Touchpoints = touchpoints,
        };
    }
}
