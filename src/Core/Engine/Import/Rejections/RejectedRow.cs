namespace Clientele.Import;

/// <summary>A row that did not go in, as the error file lists it.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cells">Its cells, as they were.</param>
public sealed record RejectedRow(long Number, RowReason Reason, IReadOnlyList<string> Cells);
