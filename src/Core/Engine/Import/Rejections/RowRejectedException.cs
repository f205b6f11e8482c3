namespace Clientele.Import;

/// <summary>Leaves the reading of one row as soon as something in it is wrong; caught where the row is taken in.</summary>
internal sealed class RowRejectedException(RowReason reason) : Exception(reason.Text.En)
{
    public RowReason Reason { get; } = reason;
}
