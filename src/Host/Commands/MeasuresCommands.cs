using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Measures;

namespace Clientele.Host.Commands;

/// <summary><c>clientele measures list|show|explain</c>.</summary>
internal static class MeasuresCommands
{
    public static Command Build(CommandRunner runner)
    {
        var client = new Argument<string>("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };
        var measure = new Argument<string>("measure") { Description = runner.Say("The measure, such as core.sales_12m.", "指标名称，如 core.sales_12m。") };
        return runner.Command(
            "measures", "Measures: a number per client, as of a day, with its reasons.", "指标：每家客户按基准日得出的数值及其依据。",
            runner.Command("list", "List the registered measures with unit, source and description.", "列出已注册的指标及其单位、出处与说明。", ListAsync),
            runner.Command("show", "Show all measures of a client; a missing one says why.", "显示客户的全部指标，缺失的注明原因。", (run, token) => ShowAsync(run, run.Value(client)!, null, token), client),
            runner.Command("explain", "Show one measure of a client: how it is defined, its value and its reasons.", "说明客户的某项指标：定义、数值与依据。", (run, token) => ExplainAsync(run, run.Value(client)!, run.Value(measure)!, token), client, measure));
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<Measure>(
                new("name", new("Measure", "指标"), measure => measure.Name),
                new("title", new("Title", "标题"), measure => run.Say(measure.Title)),
                new("unit", new("Unit", "单位"), measure => Unit(run, measure.Unit)),
                new("source", new("Source", "出处"), measure => measure.Source),
                new("description", new("Description", "说明"), measure => measure.Description is { } text ? run.Say(text) : "")),
            [.. crm.Catalogue.Measures.Values]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string text, string? only, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        var values = await crm.Measures.OfClientAsync(client.Id, run.AsOf, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<MeasureValue>(
                new("measure", new("Measure", "指标"), value => value.Measure.Name),
                new("title", new("Title", "标题"), value => run.Say(value.Measure.Title)),
                new("value", new("Value", "数值"), value => run.Json || value.Value is not { } number ? value.Value : InsightCells.Number(number, value.Measure.Unit)),
                new("unit", new("Unit", "单位"), value => run.Json ? value.Measure.Unit.ToString().ToLowerInvariant() : Unit(run, value.Measure.Unit)),
                new("why", new("Why", "依据"), value => string.Join(" ", value.Reasons.Select(run.Say)))),
            [.. values.Where(value => only is null || value.Measure.Name == only)]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ExplainAsync(Run run, string text, string name, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var measure = crm.Catalogue.Measures.GetValueOrDefault(name)
            ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, run.Say($"Nobody registered the measure '{name}'; list them with 'clientele measures list'.", $"没有名为“{name}”的指标；可用 clientele measures list 查看。"));
        if (!run.Json)
        {
            await run.LineAsync($"{run.Say(measure.Title)} ({measure.Name}) · {run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").ConfigureAwait(false);
            foreach (var line in MeasureDefinition.Lines(measure, crm.Catalogue, run.Say))
            {
                await run.LineAsync($"  {line}").ConfigureAwait(false);
            }
        }

        return await ShowAsync(run, text, name, cancellationToken).ConfigureAwait(false);
    }

    private static string Unit(Run run, MeasureUnit unit) => unit switch
    {
        MeasureUnit.Count => run.Say("count", "次数"),
        MeasureUnit.Days => run.Say("days", "天"),
        MeasureUnit.Money => run.Say("money", "金额"),
        MeasureUnit.Ratio => run.Say("ratio", "比率"),
        _ => run.Say("number", "数值"),
    };
}
