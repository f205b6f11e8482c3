using System.CommandLine;
using Clientele.Actions;
using Clientele.Documents;
using Clientele.Host.Printing;
using Clientele.Storage.Guarding;

namespace Clientele.Host.Commands;

/// <summary><c>clientele guards list|log|timing|ask</c>.</summary>
internal static class GuardsCommands
{
    private sealed record Row(string Name, LocalizedText Title, string About, string Rule, string OverridableBy);

    public static Command Build(CommandRunner runner) => runner.Command(
        "guards", "What letters and actions must pass, who may override it, and who did.", "函件与行动的把关规则：内容、可例外批准的角色及批准记录。",
        runner.Command("list", "List the guards.", "列出把关规则。", ListAsync),
        Log(runner),
        Timing(runner),
        Ask(runner));

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var catalogue = (await run.CrmAsync(cancellationToken).ConfigureAwait(false)).Catalogue;
        List<Row> rows =
        [
            .. catalogue.Guards.Values.Select(guard => new Row(guard.Name, guard.Title, guard.Kinds.Count == 0 ? "letters" : string.Join(", ", guard.Kinds), guard.AllowedWhen, guard.OverridableBy)),
            .. catalogue.Windows.Values.Select(window => new Row(window.Name, window.Title, window.Effect == WindowEffect.Blocks ? $"timing of {string.Join(", ", window.Purposes)}" : "good time", "", window.OverridableBy)),
            .. catalogue.TextGuards.Values.Select(guard => new Row(guard.Name, guard.Title, "what letters say", string.Join(", ", guard.Words.OrderBy(words => words.Key, StringComparer.Ordinal).SelectMany(words => words.Value)), guard.OverridableBy)),
        ];
        await run.ListAsync(
            new Listing<Row>(
                new("guard", new("Guard", "规则"), row => row.Name),
                new("title", new("Title", "标题"), row => run.Say(row.Title)),
                new("about", new("About", "对象"), row => row.About),
                new("rule", new("Rule", "条件"), row => row.Rule),
                new("overridable_by", new("Overridable by", "可例外批准"), row => row.OverridableBy)),
            rows).ConfigureAwait(false);
        return 0;
    }

    private static Command Log(CommandRunner runner)
    {
        var client = new Option<string>("--client") { Description = runner.Say("Only for this client: id, external id, or part of the name.", "只列出该客户：编号、外部编号或名称的一部分。"), HelpName = "CLIENT" };
        return runner.Command(
            "log", "List which guards were overridden, by whom and why, and which actions were refused.", "列出例外批准（何人、何故）及被拒绝的行动。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var about = run.Value(client) is { } text ? await run.ClientAsync(text, token).ConfigureAwait(false) : null;
                await run.ListAsync(
                    new Listing<GuardDecision>(
                        new("on", new("Day", "日期"), decision => decision.On),
                        new("guard", new("Guard", "规则"), decision => decision.Guard),
                        new("outcome", new("Outcome", "结果"), decision => Outcome(run, decision.Outcome)),
                        new("subject", new("Letter or action", "函件或行动"), decision => decision.Name),
                        new("client", new("Client", "客户"), decision => decision.Client.ToString()),
                        new("person", new("Person", "人员"), decision => decision.Person),
                        new("role", new("Role", "角色"), decision => decision.Role),
                        new("because", new("Because", "理由"), decision => decision.Because)),
                    await crm.Store.GuardDecisions.AllAsync(about?.Id, token).ToListAsync(token).ConfigureAwait(false)).ConfigureAwait(false);
                return 0;
            },
            client);
    }

    private static Command Timing(CommandRunner runner)
    {
        var client = ClientArgument(runner);
        var purpose = new Option<string>("--purpose") { Description = runner.Say("What for; sales by default.", "目的，默认 sales。"), HelpName = "PURPOSE", DefaultValueFactory = _ => "sales" };
        return runner.Command(
            "timing", "Say whether it is the right day to propose something to a client, and which is the next.", "判断是否适宜与客户洽谈，并给出最早适宜日期。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var answer = await crm.Timing.AskAsync((await run.ClientAsync(run.Value(client)!, token).ConfigureAwait(false)).Id, run.Value(purpose)!, run.AsOf, token).ConfigureAwait(false);
                await run.CardAsync(
                    new Listing<Clientele.Timing.TimingAnswer>(
                        new("allowed", new("Allowed", "是否适宜"), it => it.Allowed),
                        new("next_good_day", new("Next good day", "最早适宜日期"), it => it.NextGoodDay),
                        new("blocked_by", new("Blocked by", "不宜原因"), it => it.Blocking.Select(window => run.Say(window.Reason))),
                        new("favoured_by", new("Favoured by", "有利时机"), it => it.Favouring.Select(window => run.Say(window.Reason)))),
                    answer).ConfigureAwait(false);
                return answer.Allowed ? 0 : 1;
            },
            client, purpose);
    }

    private static Command Ask(CommandRunner runner)
    {
        var client = ClientArgument(runner);
        var kind = new Argument<string>("kind") { Description = runner.Say("The kind of touchpoint it would be, such as core.gift.", "拟进行的触点类型，如 core.gift。") };
        var amount = new Option<decimal?>("--amount") { Description = runner.Say("Its amount.", "金额。"), HelpName = "AMOUNT" };
        var purpose = new Option<string>("--purpose") { Description = runner.Say("What for, such as sales.", "目的，如 sales。"), HelpName = "PURPOSE" };
        var contact = new Option<string>("--contact") { Description = runner.Say("With whom: the person's name.", "对象：联系人姓名。"), HelpName = "NAME" };
        var by = new Option<string>("--by") { Description = runner.Say("Who would do it.", "经办人。"), HelpName = "NAME", Required = true };
        var record = new Option<bool>("--record") { Description = runner.Say("Record it when it is allowed.", "获准时即予登记。") };
        var overrides = new OverrideOptions(runner);
        return runner.Command(
            "ask", "Ask the guards before something is done with a client; every refusal is logged.", "行动之前先问把关规则；每次拒绝均留下记录。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var about = await run.ClientAsync(run.Value(client)!, token).ConfigureAwait(false);
                var with = run.Value(contact) is { } name
                    ? (await crm.Store.Clients.ContactsAsync(about.Id, token).ConfigureAwait(false)).FirstOrDefault(person => person.Name == name)?.Id ?? throw new ClienteleException(ErrorCodes.NotFound, run.Say($"{about.Name} has no contact '{name}'.", $"{about.Name} 没有联系人“{name}”。"))
                    : (ContactId?)null;
                var action = new Touchpoint
                {
                    Id = TouchpointId.New(run.Time), Client = about.Id, Contact = with, Kind = run.Value(kind)!, OccurredOn = run.AsOf, By = run.Value(by)!, Amount = run.Value(amount) is { } value ? new Money(value, crm.Store.Currency) : null,
                };
                var answer = await crm.Actions.AskAsync(action, run.Value(purpose) ?? "", overrides.Of(run), token).ConfigureAwait(false);
                await run.ListAsync(Refusals(run), answer.Refusals).ConfigureAwait(false);
                await run.NoteAsync(Sentence(run, answer.Outcome)).ConfigureAwait(false);
                if (answer.Outcome == ActionOutcome.Allowed && run.Value(record))
                {
                    await crm.Actions.RecordAsync(action, run.Value(purpose) ?? "", overrides.Of(run), token).ConfigureAwait(false);
                    await run.NoteAsync(run.Say("Recorded.", "已登记。")).ConfigureAwait(false);
                }

                return answer.Outcome == ActionOutcome.Allowed ? 0 : 1;
            },
            client, kind, amount, purpose, contact, by, record, overrides.Guards, overrides.By, overrides.Role, overrides.Because);
    }

    private static Listing<GuardRefusal> Refusals(Run run) => new(
        new("guard", new("Guard", "规则"), refusal => refusal.Guard.Name),
        new("refusal", new("Refusal", "说明"), refusal => run.Say(refusal.Guard.Refusal)),
        new("reasons", new("Reasons", "原因"), refusal => refusal.Reasons.Select(run.Say)),
        new("overridable_by", new("Overridable by", "可例外批准"), refusal => refusal.Guard.OverridableBy));

    private static Argument<string> ClientArgument(CommandRunner runner) => new("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };

    private static string Outcome(Run run, GuardOutcome outcome) => outcome switch
    {
        GuardOutcome.Overridden => run.Say("overridden", "例外批准"),
        GuardOutcome.Refused => run.Say("refused", "拒绝"),
        _ => run.Say("approval needed", "待批准"),
    };

    private static string Sentence(Run run, ActionOutcome outcome) => outcome switch
    {
        ActionOutcome.Allowed => run.Say("Allowed.", "允许。"),
        ActionOutcome.Blocked => run.Say("Blocked; nobody may override it.", "禁止；任何人不得例外批准。"),
        _ => run.Say("It needs an approval.", "须经批准。"),
    };
}
