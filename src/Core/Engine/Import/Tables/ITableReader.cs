namespace Clientele.Import;

/// <summary>Reads the rows of one kind of file in order, the header included, blank rows excluded.</summary>
internal interface ITableReader : IDisposable
{
    /// <summary>What was detected, to tell the operator: the encoding and the delimiter, or the sheet.</summary>
    string Description { get; }

    /// <summary>Reads the next row; <see langword="null"/> at the end. Costs memory for one row.</summary>
    TableRow? Read();
}
