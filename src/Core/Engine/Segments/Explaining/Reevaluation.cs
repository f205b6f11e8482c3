using Clientele.Measures;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>Decides a stored membership once more, from nothing but what was stored with it.</summary>
internal static class Reevaluation
{
    public static Finding<string> Of(StoredMembership membership, SchemePlan scheme, MeasurePlan plan, Catalogue catalogue)
    {
        if (membership.Version == SegmentWriting.Overridden)
        {
            return Finding.Of(membership.Segment);
        }

        if (membership.Version != scheme.Version)
        {
            return Finding.Refused<string>("older_version", new(
                $"The membership was decided by version {membership.Version} of the scheme, and version {scheme.Version} is registered now.",
                $"该归属由分类法的版本 {membership.Version} 判定，而当前注册的是版本 {scheme.Version}。"));
        }

        var previous = membership.Reasons.GetValueOrDefault(ScorePlan.PreviousFact);
        var segment = scheme switch
        {
            RankPlan rank => Rank(membership, rank),
            MatrixPlan matrix => Matrix(membership, matrix, previous),
            _ => scheme.Segment(StoredValues.Of(membership, plan, catalogue), previous),
        };
        return segment is null
            ? Finding.Refused<string>("no_segment", new("By the stored values the client is in no segment.", "按所存数值，该客户不属于任何细分。"))
            : Finding.Of(segment);
    }

    // The first of a ranking has a share of its own, unless nobody brings anything: then all are in the last segment.
    private static string Rank(StoredMembership membership, RankPlan rank)
    {
        var (before, own) = (StoredValues.Number(membership, "share_before"), StoredValues.Number(membership, "share"));
        var cut = before == 0 && own == 0 ? null : rank.Ranks.Cuts.FirstOrDefault(cut => before < cut.UpTo);
        return (cut ?? rank.Ranks.Cuts[^1]).Name;
    }

    private static string Matrix(StoredMembership membership, MatrixPlan matrix, string? previous)
    {
        matrix.Place(StoredValues.Numbers(membership, "row_cuts"), StoredValues.Numbers(membership, "column_cuts"));
        return matrix.Cell(StoredValues.Number(membership, matrix.Matrix.Rows.Value), StoredValues.Number(membership, matrix.Matrix.Columns.Value), previous);
    }
}
