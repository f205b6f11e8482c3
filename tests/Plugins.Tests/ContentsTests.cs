using System.Globalization;
using System.Text;
using Clientele.Tests;

namespace Clientele.Plugins.Tests;

/// <summary>What each plugin brings, written out, so that a change to an industry is a reviewed diff.</summary>
public sealed class ContentsTests
{
    public static TheoryData<string> Industries => Industry.Names;

    [Theory]
    [MemberData(nameof(Industries))]
    public void The_table_of_contents_is_as_reviewed(string name) => Golden.Verify($"Contents/{name}.txt", Describe(Industry.Of(name).Registered));

    private static string Describe(Registrations all)
    {
        var text = new StringBuilder();
        Section(text, "Attributes", all.AllAttributes, it => $"{it.Name}  {it.Kind}  {it.Title}{string.Concat(it.Choices.Select(choice => $"\n    {choice.Value}  {choice.Title}"))}");
        Section(text, "Touchpoint kinds", all.AllKinds, it => $"{it.Name}  [{it.Roles}]  {it.Title}{string.Concat(it.Details.Select(field => $"\n    {field.Name}  {field.Kind}{(field.Required ? " required" : "")}  {field.Title}"))}");
        Section(text, "Matter types", all.AllMatterTypes, it => $"{it.Name}  {it.Title}{string.Concat(it.Stages.Select(stage => $"\n    {stage.Name}{(stage.Final ? " (final)" : "")}  {stage.Title}"))}{string.Concat(it.Moves.Select(move => $"\n    {move.From} -> {move.To} on {move.On}"))}");
        Section(text, "Registers", all.AllRegisters, it => $"{it.Name}  {it.Title}\n    key {string.Join(", ", it.Key)}{string.Concat(it.Fields.Select(field => $"\n    {field.Name}  {field.Kind}{(field.Required ? " required" : "")}  {field.Title}"))}");
        Section(text, "Measures", all.AllMeasures, it => $"{it.Name}  {it.Unit}  {it.Title}");
        Section(text, "Schemes", all.AllSchemes, it => $"{it.Name}  {it.Title}\n    population: {(it.Population.Length == 0 ? "all" : it.Population)}{string.Concat(Segments(it))}");
        Section(text, "Policies", all.AllPolicies, it => $"{it.Name}  {it.Title}\n    {Clock(it)}, by {it.OwnerRole}, fulfilled by {(it.FulfilledBy.Count == 0 ? "any contact" : string.Join(", ", it.FulfilledBy))}");
        Section(text, "Guards", all.AllGuards, it => $"{it.Name}  {it.Title}\n    {it.AllowedWhen}");
        Section(text, "Letters", all.AllLetters, it => $"{it.Name}  {it.Title}\n    purpose {(it.Purpose.Length == 0 ? "-" : it.Purpose)}, policy {(it.Policy.Length == 0 ? "-" : it.Policy)}, {(it.MatterType.Length == 0 ? "client" : $"{it.MatterType} in {string.Join(", ", it.Stages)}")}");
        Section(text, "Reports", all.AllReports, it => $"{it.Name}  {it.Title}\n    {it.Scheme} by {it.Measure}; {it.MatterType}");
        Section(text, "Insights", all.AllInsights, it => $"{it.Name}  {it.Title}{string.Concat(it.Settings.Select(setting => $"\n    {setting.Name} = {setting.DefaultText}  {setting.Title}"))}");
        return text.ToString();
    }

    private static void Section<T>(StringBuilder text, string title, IReadOnlyList<T> entries, Func<T, string> line)
    {
        if (entries.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{title} ({entries.Count})\n");
        foreach (var entry in entries)
        {
            text.Append("  ").Append(line(entry).Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }

        text.Append('\n');
    }

    private static IEnumerable<string> Segments(Scheme scheme) => scheme switch
    {
        RuleScheme rules => rules.Rules.Select(rule => $"\n    {rule.Name}  {rule.Title}  when {(rule.When.Length == 0 ? "otherwise" : rule.When)}"),
        RankScheme rank => rank.Cuts.Select(cut => $"\n    {cut.Name}  {cut.Title}  up to {cut.UpTo.ToString(CultureInfo.InvariantCulture)} of {rank.Measure}"),
        _ => [],
    };

    private static string Clock(Policy policy) => policy switch
    {
        CadencePolicy cadence => $"{cadence.Scheme}: {string.Join(", ", cadence.EveryDays.Select(pair => $"{pair.Key} every {pair.Value} d"))}",
        StagePolicy stage => $"{stage.MatterType} {stage.Stage} + {stage.AfterDays} d",
        InsightPolicy listed => $"{listed.Insight} {listed.Table} + {listed.AfterDays} d",
        _ => "",
    };
}
