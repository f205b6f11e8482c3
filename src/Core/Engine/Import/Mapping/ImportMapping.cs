namespace Clientele.Import;

/// <summary>Which columns of a file are what: the content of a mapping file, which an operator can read and edit.</summary>
/// <remarks>Immutable and thread-safe. <c>docs/import.md</c> describes the file with examples.</remarks>
public sealed partial record ImportMapping
{
    /// <summary>The name of the source, to which the file's own ids belong: the same id from the same source is the same client, matter or fact, whatever file brings it.</summary>
    public required string Source { get; init; }

    /// <summary>What the file is, for people; empty when nobody said.</summary>
    public string Title { get; init; } = "";

    /// <summary>How the file is to be read; detected where nothing is said.</summary>
    public TableFormat File { get; init; } = new();

    /// <summary>A rule over the columns that a row must meet to be taken in; empty to take every row.</summary>
    public string Select { get; init; } = "";

    /// <summary>How days are written.</summary>
    public DateRules Dates { get; init; } = new();

    /// <summary>How amounts are written.</summary>
    public AmountRules Amounts { get; init; } = new();

    /// <summary>How one row becomes several; <see langword="null"/> to leave rows whole.</summary>
    public RowSplit? Split { get; init; }

    /// <summary>Whom a row is about.</summary>
    public required ClientMapping Client { get; init; }

    /// <summary>The person at the client; <see langword="null"/> when rows name none.</summary>
    public ContactMapping? Contact { get; init; }

    /// <summary>The matter a row is about; <see langword="null"/> when rows are about none.</summary>
    public MatterMapping? Matter { get; init; }

    /// <summary>The facts a row tells, in order.</summary>
    public IReadOnlyList<TouchpointMapping> Touchpoints { get; init; } = [];

    /// <summary>The line of the mapping file that each rule stands on.</summary>
    internal int SelectLine { get; init; }
}
