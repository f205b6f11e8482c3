using System.Globalization;

namespace Clientele.DesignInstitute;

/// <summary>What each change of a design means, requirement by requirement that hangs on it, and what fee and finish are agreed by now.</summary>
internal sealed class ChangeImpact : IInsightComputation
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "accepted", "insisted", "接受", "同意", "坚持" };

    public static Insight Insight { get; } = new()
    {
        Name = "design_institute.changes",
        Title = new("Effect of design changes", "设计变更影响分析"),
        Description = new(
            "For each change the requirements that hang on the one it touches, directly or through others, with extra fee and days; each accepted change is a new version of fee and finish.",
            "列出每项变更直接或间接影响的要求、增加的设计费和天数；客户接受或坚持的变更形成新的费用与工期基线。"),
        Source = "Change control, ISO 10007; text 004",
        Kinds = ["design_institute.contract_signed", DesignChanges.Agreed, DesignChanges.Requested, DesignChanges.Assessed, DesignChanges.Decided],
        Computation = new ChangeImpact(),
    };

    private sealed record Change(string Name, string Requirement, IReadOnlyList<string> Affected, decimal Fee, int Days, string Alternative, DateOnly On, string Decision, DateOnly? DecidedOn)
    {
        public bool Accepted => Yes.Contains(Decision);
    }

    private sealed record Baseline(ClientId Client, int Version, DateOnly On, decimal? Fee, DateOnly? Finish, LocalizedText Why);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var designs = (await input.ReadAsync(cancellationToken).ConfigureAwait(false)).Where(fact => fact.Matter is not null).GroupBy(fact => (fact.Client, fact.Matter))
            .Select(design => (design.Key.Client, Facts: (IReadOnlyList<Touchpoint>)[.. design], Changes: Changes([.. design]))).Where(design => design.Changes.Count > 0).ToList();
        if (designs.Count == 0)
        {
            return Nothing("No change of a design was asked for.", "尚无设计变更。");
        }

        var baselines = designs.SelectMany(design => Baselines(design.Client, design.Facts, design.Changes)).ToList();
        return new InsightResult
        {
            Figures = designs.Count == 1 ? Agreed(baselines) : [new("designs", new("Designs with changes", "有变更的项目"), designs.Count, MeasureUnit.Count)],
            Tables =
            [
                new(
                    "impact",
                    new("What each change means", "各项变更的影响"),
                    [
                        Column("client", "Client", "客户"), Column("change", "Change", "变更内容"), Column("requirement", "Concerns", "涉及要求"), Column("affected", "Also affects", "连带影响"), Column("fee", "Extra fee", "增加设计费", MeasureUnit.Money),
                        Column("days", "Extra days", "增加天数", MeasureUnit.Days), Column("alternative", "Alternative", "替代方案"), Column("decision", "Decision", "客户决定"),
                    ],
                    [.. designs.SelectMany(design => design.Changes.Select(change => new InsightRow(
                        design.Client, InsightCell.Same(change.Name), InsightCell.Same(change.Requirement), InsightCell.Same(string.Join(", ", change.Affected)), change.Fee, (long)change.Days, InsightCell.Same(change.Alternative),
                        change.Decision.Length > 0 ? InsightCell.Same(change.Decision) : new LocalizedText("open", "待定")) { Clients = [design.Client] }))]),
                new(
                    "baselines",
                    new("Fee and finish as agreed", "费用与工期基线"),
                    [Column("client", "Client", "客户"), Column("version", "Version", "版本"), Column("agreed_on", "Agreed on", "确认日期"), Column("fee", "Fee", "设计费", MeasureUnit.Money), Column("finish", "Finish", "完成日期"), Column("why", "Why", "依据")],
                    [.. baselines.Select(version => new InsightRow(version.Client, (long)version.Version, (DateOnly?)version.On, version.Fee, version.Finish, version.Why) { Clients = [version.Client] })]),
            ],
        };
    }

    private static IReadOnlyList<Figure> Agreed(List<Baseline> baselines)
    {
        if (baselines.Count == 0)
        {
            return [];
        }

        var finish = baselines[^1].Finish?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            new("fee", new("Fee as agreed now", "现行设计费"), baselines[^1].Fee, MeasureUnit.Money),
            .. finish is null ? (Figure[])[] : [new Figure("finish", new("Finish as agreed now", "现行完成日期"), null) { Verdict = LocalizedText.Same(finish) }],
        ];
    }

    private static List<Change> Changes(IReadOnlyList<Touchpoint> facts)
    {
        var assessed = facts.Where(fact => fact.Kind is DesignChanges.Requested or DesignChanges.Assessed).GroupBy(fact => Plain(fact.Details.Text("change")), StringComparer.Ordinal).ToList();
        return [.. assessed.Select(said => Of(said.Last(), said, facts, assessed.Count == 1))];
    }

    private static Change Of(Touchpoint last, IGrouping<string, Touchpoint> said, IReadOnlyList<Touchpoint> facts, bool isOnly)
    {
        string Latest(string detail) => said.Select(fact => fact.Details.Text(detail)).LastOrDefault(text => text.Length > 0) ?? "";
        var decided = facts.LastOrDefault(fact => fact.Kind == DesignChanges.Decided && Plain(fact.Details.Text("change")) is var which && (which == said.Key || (which.Length == 0 && isOnly)));
        var requirement = Latest("requirement");
        return new(
            last.Details.Text("change"), requirement, DependentsOf(requirement, facts),
            said.Select(fact => fact.Details.Number("extra_fee")).LastOrDefault(fee => fee is not null) ?? 0, (int)(said.Select(fact => fact.Details.Number("extra_days")).LastOrDefault(days => days is not null) ?? 0),
            Latest("alternative"), last.OccurredOn, decided?.Details.Text("decision") ?? "", decided?.OccurredOn);
    }

    // Breadth first, each requirement once, so that a circle of dependencies ends.
    private static List<string> DependentsOf(string requirement, IReadOnlyList<Touchpoint> facts)
    {
        var agreed = facts.Where(fact => fact.Kind == DesignChanges.Agreed).GroupBy(fact => fact.Details.Text("requirement"), StringComparer.Ordinal)
            .Select(said => (Name: said.Key, On: said.Last().Details.Text("depends_on").Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))).ToList();
        var found = new List<string>();
        var next = new Queue<string>([requirement]);
        while (next.TryDequeue(out var changed))
        {
            foreach (var (name, _) in agreed.Where(one => one.Name != requirement && !found.Contains(one.Name) && one.On.Contains(changed, StringComparer.Ordinal)))
            {
                found.Add(name);
                next.Enqueue(name);
            }
        }

        return found;
    }

    private static IEnumerable<Baseline> Baselines(ClientId client, IReadOnlyList<Touchpoint> facts, List<Change> changes)
    {
        if (facts.LastOrDefault(fact => fact.Kind == "design_institute.contract_signed") is not { } contract)
        {
            yield break;
        }

        var (version, fee, finish) = (1, contract.Amount?.Amount, contract.Details.Day("due_on"));
        yield return new(client, version, contract.OccurredOn, fee, finish, new("contract", "合同"));
        foreach (var change in changes.Where(change => change.Accepted).OrderBy(change => change.DecidedOn))
        {
            (fee, finish) = (fee + change.Fee, finish?.AddDays(change.Days));
            yield return new(client, ++version, change.DecidedOn!.Value, fee, finish, new($"supplementary agreement: {change.Name}", $"补充协议：{change.Name}"));
        }
    }
}
