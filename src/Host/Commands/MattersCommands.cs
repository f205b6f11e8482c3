using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Matters;
using Clientele.Storage.Reading;

namespace Clientele.Host.Commands;

/// <summary><c>clientele matters list|show|open|move|record</c>.</summary>
internal static class MattersCommands
{
    public static Command Build(CommandRunner runner)
    {
        var client = new Option<string>("--client") { Description = runner.Say("Only of this client: id, external id, or part of the name.", "只列该客户的事项：编号、外部编号或名称的一部分。"), HelpName = "CLIENT" };
        var type = new Option<string>("--type") { Description = runner.Say("Only of this type, such as core.complaint_case.", "只列该类型，如 core.complaint_case。"), HelpName = "TYPE" };
        var all = new Option<bool>("--all") { Description = runner.Say("Those that are over as well.", "包括已结束的事项。") };
        var matter = new Argument<string>("matter") { Description = runner.Say("The matter's id or the beginning of it, its external id, or its title.", "事项编号或其开头、外部编号或标题。") };
        var kind = new Argument<string>("kind") { Description = runner.Say("What happened: a kind of touchpoint, such as core.complaint_resolved.", "发生的事：触点类型，如 core.complaint_resolved。") };
        var facts = new FactOptions(runner);
        return runner.Command(
            "matters", "Projects, complaints, promises and other matters: where they stand and what they still need.", "项目、投诉、承诺等事项：所处阶段与尚缺条件。",
            runner.Command("list", "List the matters that are not over.", "列出未结束的事项。", (run, token) => ListAsync(run, run.Value(client), run.Value(type) ?? "", run.Value(all), token), client, type, all),
            runner.Command("show", "Show a matter: its stages, its facts, what it came of, and what each next move still requires.", "显示事项：阶段经过、事实、来源，以及下一步各需的条件。", (run, token) => ShowAsync(run, run.Value(matter)!, token), matter),
            MatterOpening.Build(runner),
            runner.Command("move", "Record what moves a matter; refused with every reason when something is missing.", "登记推进事项的事实；条件不足时列出全部原因并拒绝。", (run, token) => MoveAsync(run, run.Value(matter)!, run.Value(kind)!, facts, token), [matter, kind, .. facts.All]),
            runner.Command("record", "Record what happened with a matter, whether it moves it or not.", "登记事项中发生的事实，无论是否推进。", (run, token) => RecordAsync(run, run.Value(matter)!, run.Value(kind)!, facts, token), [matter, kind, .. facts.All]));
    }

    /// <summary>Prints what came of a move; 1 when it is refused.</summary>
    public static async Task<int> AnswerAsync(Run run, Crm crm, MoveAnswer answer)
    {
        if (run.Json)
        {
            await run.CardAsync(
                new Listing<MoveAnswer>(
                    new("matter", new("Matter", "事项"), one => one.Before.Matter.Id.ToString()),
                    new("made", new("Made", "已推进"), one => one.Made),
                    new("from", new("From", "原阶段"), one => one.Before.Stage.Stage),
                    new("to", new("To", "现阶段"), one => one.Stage?.Stage),
                    new("reasons", new("Reasons", "原因"), one => one.Refusals.Select(run.Say).ToList())), answer).ConfigureAwait(false);
            return answer.Made ? 0 : 1;
        }

        if (answer.Made)
        {
            await run.LineAsync(run.Say(
                $"{answer.Before.Matter.Title}: {Stage(run, crm, answer.Before.Matter, answer.Before.Stage.Stage)} → {Stage(run, crm, answer.Before.Matter, answer.Stage!.Stage)}.",
                $"{answer.Before.Matter.Title}：{Stage(run, crm, answer.Before.Matter, answer.Before.Stage.Stage)} → {Stage(run, crm, answer.Before.Matter, answer.Stage.Stage)}。")).ConfigureAwait(false);
            return 0;
        }

        await run.Error.WriteLineAsync($"{ErrorCodes.MoveRefused}: {run.Say($"'{answer.Before.Matter.Title}' stays in '{Stage(run, crm, answer.Before.Matter, answer.Before.Stage.Stage)}':", $"“{answer.Before.Matter.Title}”仍处于“{Stage(run, crm, answer.Before.Matter, answer.Before.Stage.Stage)}”：")}").ConfigureAwait(false);
        foreach (var reason in answer.Refusals)
        {
            await run.Error.WriteLineAsync($"  {run.Say(reason)}").ConfigureAwait(false);
        }

        return 1;
    }

    public static string Stage(Run run, Crm crm, Matter matter, string stage) =>
        crm.Catalogue.MatterTypes.GetValueOrDefault(matter.Type)?.Stages.FirstOrDefault(known => known.Name == stage)?.Title is { } title ? run.Say(title) : stage;

    /// <summary>Finds a matter by id or its beginning, external id, or title.</summary>
    public static async Task<Matter> FindAsync(Run run, string text, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var found = await crm.Matters.ListAsync(DateOnly.MaxValue, cancellationToken: cancellationToken).Select(matter => matter.Matter)
            .Where(matter => matter.Title == text || matter.ExternalId == text || (text.Length >= 6 && matter.Id.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))).Take(6).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found switch
        {
            [var one] => one,
            [] => throw new ClienteleException(ErrorCodes.NotFound, run.Say($"No matter is called '{text}'; list them with 'clientele matters list'.", $"没有名为“{text}”的事项；可用 clientele matters list 查看。")),
            var several => throw new ClienteleException(ErrorCodes.NotFound, run.Say($"'{text}' may be {string.Join(", ", several.Select(matter => $"{matter.Title} ({matter.Id})"))}; give the id.", $"“{text}”可能是 {string.Join("、", several.Select(matter => $"{matter.Title}（{matter.Id}）"))}；请给出编号。")),
        };
    }

    private static async Task<int> ListAsync(Run run, string? client, string type, bool all, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var of = client is null ? null : await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var matters = await crm.Matters.ListAsync(run.AsOf, type, of?.Id, cancellationToken).Where(matter => all || !crm.Matters.IsOver(matter)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var names = new Dictionary<ClientId, string>();
        foreach (var id in matters.Select(matter => matter.Matter.Client).Distinct())
        {
            names[id] = (await crm.Store.Clients.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Name ?? id.ToString();
        }

        await run.ListAsync(
            new Listing<MatterInStage>(
                new("id", new("Id", "编号"), matter => matter.Matter.Id.ToString()),
                new("client", new("Client", "客户"), matter => names[matter.Matter.Client]),
                new("type", new("Type", "类型"), matter => run.Json ? matter.Matter.Type : crm.Catalogue.MatterTypes.GetValueOrDefault(matter.Matter.Type)?.Title is { } title ? run.Say(title) : matter.Matter.Type),
                new("title", new("Title", "标题"), matter => matter.Matter.Title),
                new("stage", new("Stage", "阶段"), matter => run.Json ? matter.Stage.Stage : Stage(run, crm, matter.Matter, matter.Stage.Stage)),
                new("since", new("Since", "进入日期"), matter => matter.Stage.From),
                new("origin", new("Came of", "来源"), matter => matter.Matter.Origin?.ToString() ?? "")), matters).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string text, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var matter = await FindAsync(run, text, cancellationToken).ConfigureAwait(false);
        var card = await crm.Matters.ShowAsync(matter.Id, run.AsOf, cancellationToken).ConfigureAwait(false);
        await MatterPrinting.WriteAsync(run, crm, card).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> MoveAsync(Run run, string text, string kind, FactOptions facts, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var matter = await FindAsync(run, text, cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(run, crm, await crm.Matters.MoveAsync(facts.Read(run, matter.Id, kind, crm.Store.Currency), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task<int> RecordAsync(Run run, string text, string kind, FactOptions facts, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var matter = await FindAsync(run, text, cancellationToken).ConfigureAwait(false);
        var touchpoint = await crm.Matters.RecordAsync(facts.Read(run, matter.Id, kind, crm.Store.Currency), cancellationToken).ConfigureAwait(false);
        await run.LineAsync(run.Json ? $"{{ \"touchpoint\": \"{touchpoint.Id}\" }}" : run.Say($"Recorded: {touchpoint.Kind} on {touchpoint.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.", $"已登记：{touchpoint.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {touchpoint.Kind}。")).ConfigureAwait(false);
        return 0;
    }
}
