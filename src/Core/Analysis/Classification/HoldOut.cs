namespace Clientele.Analysis.Classification;

/// <summary>Sets rows apart that a model does not see, the same share of every class, the same ones whatever order the rows come in.</summary>
internal static class HoldOut
{
    public static (List<LabelledRow> Train, List<LabelledRow> Test) Split(IReadOnlyList<LabelledRow> rows, double share, ulong seed)
    {
        var (train, test) = (new List<LabelledRow>(), new List<LabelledRow>());
        var chance = new Seeded(seed);
        foreach (var group in rows.GroupBy(row => row.Label, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var members = group.OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
            chance.Shuffle(members);
            var apart = (int)Math.Floor(members.Count * share);
            test.AddRange(members.Take(apart));
            train.AddRange(members.Skip(apart));
        }

        return (train, test);
    }

    /// <summary>Why rows cannot be learned from; <see langword="null"/> when they can.</summary>
    public static Reason? Refusal(IReadOnlyList<LabelledRow> rows, IReadOnlyList<string> features, int least) =>
        rows.Count < least ? TooFew.Of(new("clients of known class", "已知类别的客户"), rows.Count, least)
        : rows.Any(row => row.Features.Count != features.Count) ? Unusable.Unequal(new("values of a client", "客户的取值"), new("features", "特征"))
        : rows.Any(row => row.Features.Any(value => !double.IsFinite(value))) ? Unusable.NotFinite(new("features", "特征"))
        : rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Count() < 2 ? TooFew.Of(new("classes", "类别"), 1, 2)
        : null;
}
