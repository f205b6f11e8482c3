namespace Clientele.Import;

/// <summary>What became of each row of a file.</summary>
internal sealed class RowLedger
{
    private const int Kept = 100;

    private readonly List<RejectedRow> _rejected = [];
    private readonly List<RejectedRow> _noticed = [];
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);

    public long Rows { get; set; }

    public long NotSelected { get; set; }

    public long Duplicates { get; set; }

    public long Rejected { get; private set; }

    public long Noticed { get; private set; }

    public IReadOnlyList<RejectedRow> FirstRejected => _rejected;

    public IReadOnlyList<RejectedRow> FirstNoticed => _noticed;

    public IReadOnlyDictionary<string, long> Reasons => _reasons;

    public void Reject(RejectedRow row)
    {
        Rejected++;
        _reasons[row.Reason.Code] = _reasons.GetValueOrDefault(row.Reason.Code) + 1;
        Keep(_rejected, row);
    }

    public void Notice(RejectedRow row)
    {
        Noticed++;
        Keep(_noticed, row);
    }

    private static void Keep(List<RejectedRow> rows, RejectedRow row)
    {
        if (rows.Count < Kept)
        {
            rows.Add(row);
        }
    }
}
