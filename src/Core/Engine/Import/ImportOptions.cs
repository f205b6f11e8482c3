namespace Clientele.Import;

/// <summary>How an import runs.</summary>
public sealed record ImportOptions
{
    /// <summary>Does everything but keep it: the database stays as it was, the error file is written.</summary>
    public bool DryRun { get; init; }

    /// <summary>The CSV file that lists the rejected rows; empty for none. Replaced by each run; gone when nothing was rejected.</summary>
    public string ErrorFile { get; init; } = "";

    /// <summary>How many rows land in one transaction.</summary>
    /// <value>From 1. The default is 10,000: small transactions are several times slower.</value>
    public int BatchRows
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10_000;
}
