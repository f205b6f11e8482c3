using Clientele.Analysis.Indicators;
using static Clientele.Analysis.Indicators.CrmProcess;
using static Clientele.Analysis.Indicators.CrmType;

namespace Clientele.Practices.Indicators;

/// <summary>Which parts of the frameworks the features of the core cover.</summary>
internal sealed class CrmCoverageInsight : IInsightComputation
{
    private static readonly (TaggedFeature Feature, LocalizedText Title)[] Features =
    [
        (new("import", [Operational], [Information]), new("Import", "导入")),
        (new("touchpoints", [Operational, Collaborative], [Information, Channels]), new("Touchpoints", "触点")),
        (new("matters", [Operational], [ValueCreation]), new("Matters", "事项")),
        (new("measures", [Analytical], [Information, Performance]), new("Measures", "度量")),
        (new("segments", [Analytical], [Strategy]), new("Segments", "客户分类")),
        (new("insights", [Analytical], [Strategy, Performance]), new("Insights", "洞察")),
        (new("care", [Operational, Collaborative], [ValueCreation, Channels]), new("Care", "关怀")),
        (new("letters", [Collaborative], [Channels, ValueCreation]), new("Letters", "函件")),
        (new("reports", [Analytical], [Performance]), new("Reports", "报告")),
        (new("guards", [Operational], [Strategy]), new("Guards", "守则")),
    ];

    private static readonly Dictionary<CrmType, LocalizedText> Types = new() { [Operational] = new("Operational", "运营型"), [Analytical] = new("Analytical", "分析型"), [Collaborative] = new("Collaborative", "协作型") };

    private static readonly Dictionary<CrmProcess, LocalizedText> Processes = new()
    {
        [Strategy] = new("Strategy", "战略开发"), [ValueCreation] = new("Value creation", "价值产生"), [Channels] = new("Channels", "多渠道整合"), [Information] = new("Information", "信息管理"), [Performance] = new("Performance", "业绩评价"),
    };

    public static Insight Insight { get; } = new()
    {
        Name = "core.crm_coverage",
        Title = new("Coverage by type and process", "按CRM类型与流程的覆盖"),
        Description = new("The features of the core and the running plugins by type of CRM (operational, analytical, collaborative) and cross-functional process, as their manifests tag them.", "核心功能与运行中的插件按CRM类型（运营、分析、协作）与五个跨功能过程的覆盖情况；插件以其清单中的标签为准。"),
        Source = "META Group; Payne and Frow 2005",
        Computation = new CrmCoverageInsight(),
    };

    public ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        IReadOnlyList<(TaggedFeature Feature, LocalizedText Title)> features = [.. Features, .. input.Parts.Select(part => (Tagged(part), part.Title))];
        var found = FrameworkCoverage.Of([.. features.Select(feature => feature.Feature)]);
        return ValueTask.FromResult(new InsightResult
        {
            Figures =
            [
                new("features", new("Features", "功能"), features.Count, MeasureUnit.Count),
                new("empty", new("Types and processes without a feature", "未覆盖的类型与流程"), found.EmptyTypes.Count + found.EmptyProcesses.Count, MeasureUnit.Count) { Alert = found.EmptyTypes.Count + found.EmptyProcesses.Count > 0 },
                new("untagged", new("Without a type or a process", "未标注类型或流程"), found.Untagged.Count, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "matrix", new("Features in each cell", "各格功能数"),
                    [new("type", new("Type", "类型")), .. Processes.Select(process => new InsightColumn(Column(process.Key), process.Value, MeasureUnit.Count))],
                    [.. Types.Select(type => new InsightRow([type.Value, .. Processes.Keys.Select(process => (InsightCell)(long)found.Cells[(type.Key, process)].Count)]))]),
                new(
                    "features", new("Features", "功能"),
                    [new("feature", new("Feature", "功能")), new("types", new("Types", "类型")), new("processes", new("Processes", "流程"))],
                    [.. features.Select(feature => new InsightRow(feature.Title, Join(feature.Feature.Types.Select(type => Types[type])), Join(feature.Feature.Processes.Select(process => Processes[process]))))]),
            ],
            Charts = [new(ChartKind.HeatMap, "matrix", new("Features by type and process", "按类型与流程的功能数")) { Label = "type", Values = [.. Processes.Keys.Select(Column)] }],
        });
    }

    private static TaggedFeature Tagged(TaggedPart part) => new(part.Name, [.. Types.Keys.Where(type => part.Tags.Contains(Column(type)))], [.. Processes.Keys.Where(process => part.Tags.Contains(Tag(process)))]);

    private static string Tag(CrmProcess process) => process == ValueCreation ? "value_creation" : Column(process);

    private static string Column(CrmType type) => type.ToString().ToLowerInvariant();

    private static string Column(CrmProcess process) => process.ToString().ToLowerInvariant();

    private static InsightCell Join(IEnumerable<LocalizedText> texts) => texts.Any() ? new LocalizedText(string.Join(", ", texts.Select(text => text.En)), string.Join("、", texts.Select(text => text.Zh))) : default(InsightCell);
}
