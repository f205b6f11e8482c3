using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A matrix whose cuts lie at absolute values, so that each client is decided by itself.</summary>
internal sealed class AbsoluteMatrixPlan(MatrixScheme scheme, MeasurePlan plan) : MatrixPlan(scheme, plan), IClientPlan
{
    public SortedDictionary<string, string> Reasons(ClientValues values, string segment, string? current) =>
        Reasons(Rows.Value(values).NumberOrNull(), Columns.Value(values).NumberOrNull(), current);
}
