using System.Globalization;
using Clientele.Analysis.Choice;
using Clientele.Practices.Showing;

namespace Clientele.Practices.References;

/// <summary>The finished projects most like the one a client plans, so that the client sees that we have done it before (row S1-21).</summary>
internal sealed class SimilarReferences : IInsightComputation
{
    private static readonly TextSetting TargetKind = new() { Name = "kind", Title = new("Kind of the planned project; blank for those of the clients", "目标项目类型（留空则取各客户登记的拟建项目）"), Default = "" };
    private static readonly TextSetting TargetRegion = new() { Name = "region", Title = new("Region of the planned project", "目标项目地区"), Default = "" };
    private static readonly NumberSetting TargetArea = new() { Name = "floor_area", Title = new("Floor area of the planned project in m²; 0 when unknown", "目标项目建筑面积（㎡），0表示未知"), Default = 0 };
    private static readonly NumberSetting KindWeight = new() { Name = "kind_weight", Title = new("Weight of the kind", "类型权重"), Default = 0.5m, Most = 1 };
    private static readonly NumberSetting RegionWeight = new() { Name = "region_weight", Title = new("Weight of the region", "地区权重"), Default = 0.2m, Most = 1 };
    private static readonly NumberSetting AreaWeight = new() { Name = "area_weight", Title = new("Weight of the floor area", "建筑面积权重"), Default = 0.3m, Most = 1 };
    private static readonly NumberSetting AreaRange = new() { Name = "area_range", Title = new("Difference of floor area at which two projects are wholly unlike", "建筑面积差达到多少视为完全不同（㎡）"), Default = 40_000, Least = 1 };
    private static readonly WholeSetting Count = new() { Name = "count", Title = new("How many references for each project", "每个项目推荐几个业绩"), Default = 3, Least = 1, Most = 50 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.similar_references",
        Title = new("References like the planned project", "类似业绩推荐"),
        Description = new(
            "The reference projects most like the project a client plans, by kind, region and floor area; of equal ones the one completed last comes first.",
            "按类型、地区和建筑面积计算与拟建项目的相似度，推荐最接近的业绩；相似度相同者，完成日期较近的在前。"),
        Source = "Gower 1971; text 001",
        Reads = [ReferenceLibrary.FloorArea, ReferenceLibrary.Kind, ReferenceLibrary.Region],
        Registers = [ReferenceLibrary.Projects],
        Settings = [TargetKind, TargetRegion, TargetArea, KindWeight, RegionWeight, AreaWeight, AreaRange, Count],
        Computation = new SimilarReferences(),
    };

    private sealed record Target(ClientId? Client, string Kind, string Region, decimal? FloorArea);

    private sealed record Match(Target Target, RegisterEntry Project, decimal Similarity, LocalizedText Why);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var projects = new List<RegisterEntry>();
        await foreach (var project in input.RegisterAsync(ReferenceLibrary.Projects, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            projects.Add(project);
        }

        var targets = await TargetsAsync(input, cancellationToken).ConfigureAwait(false);
        if (projects.Count == 0 || targets.Count == 0)
        {
            return projects.Count == 0
                ? Shown.Nothing("The register of reference projects is empty.", "业绩项目库为空。")
                : Shown.Nothing("No client's planned project is recorded, and none is set.", "未登记任何客户的拟建项目，也未设置目标项目。");
        }

        var matches = new List<Match>();
        foreach (var target in targets)
        {
            var found = projects.Select(project => (Project: project, Alike: Alike(input, target, project))).ToList();
            if (found.Select(pair => pair.Alike.Refusal).FirstOrDefault(refusal => refusal is { Code: not "too_few" }) is { } refusal)
            {
                return InsightResult.Refused(refusal);
            }

            matches.AddRange(found.Where(pair => pair.Alike.IsKnown)
                .Select(pair => new Match(target, pair.Project, pair.Alike.Value, Why(target, pair.Project)))
                .OrderByDescending(match => match.Similarity).ThenByDescending(match => match.Project.Day("completed_on")).ThenBy(match => match.Project.Text("name"), StringComparer.Ordinal)
                .Take(input.Setting(Count)));
        }

        return new InsightResult
        {
            Figures = [new("projects", new("Reference projects", "业绩项目"), projects.Count, MeasureUnit.Count), new("targets", new("Planned projects", "拟建项目"), targets.Count, MeasureUnit.Count)],
            Tables = [Table(matches)],
        };
    }

    private static async Task<List<Target>> TargetsAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        if (input.Setting(TargetKind).Length > 0 || input.Setting(TargetRegion).Length > 0 || input.Setting(TargetArea) > 0)
        {
            return [new(null, input.Setting(TargetKind), input.Setting(TargetRegion), input.Setting(TargetArea) is > 0 and var area ? area : null)];
        }

        var targets = new List<Target>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var target = new Target(client.Id, client.Text(ReferenceLibrary.Kind) ?? "", client.Text(ReferenceLibrary.Region) ?? "", client.Number(ReferenceLibrary.FloorArea));
            if (target.Kind.Length > 0 || target.Region.Length > 0 || target.FloorArea is not null)
            {
                targets.Add(target);
            }
        }

        return targets;
    }

    private static Finding<decimal> Alike(IInsightInput input, Target target, RegisterEntry project) => Gower.Of(
    [
        Comparison.OfCategories(input.Setting(KindWeight), target.Kind, project.Text("kind")),
        Comparison.OfCategories(input.Setting(RegionWeight), target.Region, project.Text("region")),
        Comparison.OfNumbers(input.Setting(AreaWeight), target.FloorArea, project.Number("floor_area"), input.Setting(AreaRange)),
    ]);

    private static LocalizedText Why(Target target, RegisterEntry project)
    {
        var (en, zh) = (new List<string>(), new List<string>());
        foreach (var (field, wanted, english, chinese) in new[] { ("kind", target.Kind, "kind", "类型"), ("region", target.Region, "region", "地区") })
        {
            if (wanted.Length > 0 && project.Text(field).Length > 0)
            {
                var same = string.Equals(wanted, project.Text(field), StringComparison.OrdinalIgnoreCase);
                en.Add($"{(same ? "same" : "other")} {english}");
                zh.Add($"{chinese}{(same ? "相同" : "不同")}");
            }
        }

        if (project.Number("floor_area") - target.FloorArea is { } difference)
        {
            var text = Math.Abs(difference).ToString("#,0.##", CultureInfo.InvariantCulture);
            en.Add(difference == 0 ? "same floor area" : $"{text} m² {(difference > 0 ? "more" : "less")}");
            zh.Add(difference == 0 ? "面积相同" : $"面积{(difference > 0 ? "多" : "少")}{text}㎡");
        }

        return new(string.Join(", ", en), string.Join("，", zh));
    }

    private static InsightTable Table(List<Match> matches) => new(
        "references",
        new("References, the most alike first", "类似业绩（由近及远）"),
        [
            .. matches.Any(match => match.Target.Client is not null) ? (InsightColumn[])[Shown.Column("client", "Client", "客户")] : [],
            Shown.Column("project", "Project", "项目"), Shown.Column("kind", "Kind", "类型"), Shown.Column("region", "Region", "地区"), Shown.Column("floor_area", "Floor area, m²", "建筑面积（㎡）"),
            Shown.Column("completed_on", "Completed on", "完成日期"), Shown.Column("similarity", "Likeness", "相似度", MeasureUnit.Ratio), Shown.Column("why", "Why", "依据"), Shown.Column("benefits", "What it brought", "成效"),
        ],
        [.. matches.Select(match => new InsightRow(
        [
            .. match.Target.Client is { } client ? (InsightCell[])[client] : [],
            InsightCell.Same(match.Project.Text("name")), InsightCell.Same(match.Project.Text("kind")), InsightCell.Same(match.Project.Text("region")), match.Project.Number("floor_area"),
            match.Project.Day("completed_on"), match.Similarity, match.Why, InsightCell.Same(match.Project.Text("benefits")),
        ]) { Clients = match.Target.Client is { } whose ? [whose] : [] })]);
}
