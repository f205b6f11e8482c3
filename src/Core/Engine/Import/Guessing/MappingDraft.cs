namespace Clientele.Import;

/// <summary>Makes a mapping of the columns a guess has found.</summary>
internal sealed class MappingDraft(string source, GuessedColumns columns, ColumnSample sample, DateOnly asOf, TableFormat format)
{
    private static readonly (ColumnMeaning Meaning, string Attribute)[] PersonColumns =
    [
        (ColumnMeaning.Birthday, "core.birthday"), (ColumnMeaning.BirthdayCalendar, "core.birthday_calendar"), (ColumnMeaning.DecisionRole, "core.decision_role"),
        (ColumnMeaning.ManagementLevel, "core.management_level"), (ColumnMeaning.Occupation, "core.occupation"),
    ];

    public ImportMapping Build()
    {
        var hasAmount = columns.Has(ColumnMeaning.Amount);
        return new ImportMapping
        {
            Source = source,
            File = format,
            Dates = new DateRules { Formats = Formats(), Undated = columns.Has(hasAmount ? ColumnMeaning.Date : ColumnMeaning.Since) ? null : asOf },
            Amounts = hasAmount ? Amounts(columns.Index(ColumnMeaning.Amount)) : new AmountRules(),
            Client = Client(hasAmount),
            Contact = Contact(),
            Touchpoints = hasAmount ? [Sale()] : [],
        };
    }

    private List<string> Formats() =>
    [
        .. new[] { ColumnMeaning.Date, ColumnMeaning.Since, ColumnMeaning.Birthday }
            .Where(columns.Has)
            .SelectMany(meaning => sample.DateFormats(columns.Index(meaning)))
            .Distinct(StringComparer.Ordinal),
    ];

    private AmountRules Amounts(int column)
    {
        var mark = sample.Mark(column);

        // Chinese files separate thousands by commas and fractions by points; the mapping says so, where the operator sees it.
        var isChinese = columns.All[column].Header.Any(character => character > '\u2E80');
        return new AmountRules
        {
            Currency = columns.Units[column].Currency,
            Factor = columns.Units[column].Factor,
            Mark = mark == DecimalMark.Unknown && isChinese ? DecimalMark.Point : mark,
        };
    }

    private ClientMapping Client(bool hasAmount)
    {
        var owner = columns.Value(ColumnMeaning.Owner);
        var region = columns.Value(ColumnMeaning.Region);
        return new ClientMapping
        {
            ExternalId = columns.Value(ColumnMeaning.ClientId),
            Name = columns.Value(ColumnMeaning.ClientName) ?? columns.Value(ColumnMeaning.ClientId),
            Since = columns.Value(ColumnMeaning.Since) ?? (hasAmount ? null : columns.Value(ColumnMeaning.Date)),
            Attributes = region is null ? new Dictionary<string, MappedValue>(StringComparer.Ordinal) : new(StringComparer.Ordinal) { ["core.region"] = region },
            Owners = owner is null ? new Dictionary<string, MappedValue>(StringComparer.Ordinal) : new(StringComparer.Ordinal) { ["service"] = owner },
        };
    }

    private ContactMapping? Contact() => columns.Value(ColumnMeaning.ContactName) is not { } name ? null : new ContactMapping
    {
        Name = name,
        Salutation = columns.Value(ColumnMeaning.Salutation),
        Position = columns.Value(ColumnMeaning.Position),
        Phone = columns.Value(ColumnMeaning.Phone),
        Email = columns.Value(ColumnMeaning.Email),
        Attributes = PersonAttributes(),
    };

    private Dictionary<string, MappedValue> PersonAttributes()
    {
        var attributes = new Dictionary<string, MappedValue>(StringComparer.Ordinal);
        foreach (var (meaning, name) in PersonColumns)
        {
            if (columns.Value(meaning) is { } column)
            {
                attributes.Add(name, column);
            }
        }

        return attributes;
    }

    private TouchpointMapping Sale()
    {
        var subject = columns.Value(ColumnMeaning.Subject);
        return new TouchpointMapping
        {
            Kind = MappedValue.Constant("core.sale"),
            ExternalId = columns.Value(ColumnMeaning.FactId) ?? SaleId(),
            OccurredOn = columns.Value(ColumnMeaning.Date),
            Amount = columns.Value(ColumnMeaning.Amount),
            Note = columns.Value(ColumnMeaning.Note),
            Details = subject is null ? new Dictionary<string, MappedValue>(StringComparer.Ordinal) : new(StringComparer.Ordinal) { ["title"] = subject },
        };
    }

    /// <summary>Without a number of its own, a sale is told from others by whose it is and when it was, and by its amount where that is not enough.</summary>
    private MappedValue SaleId()
    {
        var client = columns.Has(ColumnMeaning.ClientId) ? ColumnMeaning.ClientId : ColumnMeaning.ClientName;
        List<ColumnMeaning> parts = columns.Has(ColumnMeaning.Date) ? [client, ColumnMeaning.Date] : [client];
        if (!sample.IsUnique([.. parts.Select(columns.Index)]))
        {
            parts.Add(ColumnMeaning.Amount);
        }

        return MappedValue.Parse(string.Join('/', parts.Select(part => $"{{{{ {Columns.Name(columns.All[columns.Index(part)].Header)} }}}}")) + (columns.Has(ColumnMeaning.Date) ? "" : $"/{asOf.Year}"));
    }
}
