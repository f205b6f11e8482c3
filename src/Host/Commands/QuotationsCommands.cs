using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Quotations;

namespace Clientele.Host.Commands;

/// <summary><c>clientele quotations find|quote|supersede</c>.</summary>
internal static class QuotationsCommands
{
    private static readonly Listing<Quotation> Columns = new(
        new("reference", new("Reference", "报价编号"), quotation => quotation.Reference),
        new("id", new("Id", "编号"), quotation => quotation.Entry.Id.ToString()),
        new("item", new("Item", "产品"), quotation => quotation.Entry.Text("item")),
        new("spec", new("Specification", "规格"), quotation => quotation.Entry.Text("spec")),
        new("band", new("Quantity from", "数量档起点"), quotation => quotation.Entry.Number("band")),
        new("price", new("Unit price", "单价"), quotation => quotation.Price),
        new("from", new("From", "生效日期"), quotation => quotation.Entry.From),
        new("until", new("Until", "失效日期"), quotation => quotation.Entry.Until),
        new("author", new("Author", "经办人"), quotation => quotation.Entry.Author));

    public static Command Build(CommandRunner runner) => runner.Command(
        "quotations", "One price for one thing to one customer, whoever asks.", "统一报价：同一客户、同一产品，无论谁询价都得到同一报价。",
        Find(runner), Quote(runner), Supersede(runner));

    private static Command Find(CommandRunner runner)
    {
        var subject = new Subject(runner);
        return runner.Command(
            "find", "Show the quotation in force on the as-of day.", "显示基准日有效的报价。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                if (await crm.Quotations.FindAsync(await subject.OfAsync(run, token).ConfigureAwait(false), run.AsOf, token).ConfigureAwait(false) is not { } quotation)
                {
                    await run.NoteAsync(run.Say("No quotation is in force.", "没有有效报价。")).ConfigureAwait(false);
                    return 1;
                }

                await run.CardAsync(Columns, quotation).ConfigureAwait(false);
                return 0;
            },
            subject.Client, subject.Item, subject.Spec, subject.Quantity);
    }

    private static Command Quote(CommandRunner runner)
    {
        var subject = new Subject(runner);
        var (price, author) = (Price(runner), Author(runner));
        var until = DayOption.Named("--until", runner.Say, "The first day it is no longer in force; 90 days by default.", "自该日起失效，默认 90 天。");
        return runner.Command(
            "quote", "Quote a price from the as-of day on; another price in force is a conflict.", "自基准日起报价；已有不同的有效报价时报冲突。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var quotation = await crm.Quotations.QuoteAsync(await subject.OfAsync(run, token).ConfigureAwait(false), run.Value(price), run.AsOf, run.Value(author)!, run.Value(until), token).ConfigureAwait(false);
                await run.CardAsync(Columns, quotation).ConfigureAwait(false);
                return 0;
            },
            subject.Client, subject.Item, subject.Spec, subject.Quantity, price, author, until);
    }

    private static Command Supersede(CommandRunner runner)
    {
        var id = new Argument<string>("id") { Description = runner.Say("The id of the quotation in force.", "有效报价的编号。") };
        var (price, author) = (Price(runner), Author(runner));
        var role = new Option<string>("--role") { Description = runner.Say("The role in which, such as manager.", "经办人角色，如 manager。"), HelpName = "ROLE", Required = true };
        var reason = new Option<string>("--reason") { Description = runner.Say("Why.", "理由。"), HelpName = "TEXT", Required = true };
        return runner.Command(
            "supersede", "Put another price in the place of the one in force; who sent the old one is told.", "以新价格替代有效报价，并告知曾发出旧报价的人员。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                if (!RegisterEntryId.TryParse(run.Value(id), out var entry))
                {
                    throw new UsageException(run.Say($"'{run.Value(id)}' is not the id of a quotation.", $"“{run.Value(id)}”不是报价编号。"));
                }

                var superseded = await crm.Quotations.SupersedeAsync(entry, run.Value(price), run.AsOf, run.Value(author)!, run.Value(role)!, run.Value(reason)!, cancellationToken: token).ConfigureAwait(false);
                await run.CardAsync(Columns, superseded.Quotation).ConfigureAwait(false);
                await run.NoteAsync(run.Say($"{superseded.Void} is void; {superseded.Told.Count} who sent it are told.", $"{superseded.Void} 作废；已告知 {superseded.Told.Count} 位曾发出者。")).ConfigureAwait(false);
                return 0;
            },
            id, price, author, role, reason);
    }

    private static Option<decimal> Price(CommandRunner runner) => new("--price") { Description = runner.Say("The unit price.", "单价。"), HelpName = "AMOUNT", Required = true };

    private static Option<string> Author(CommandRunner runner) => new("--author") { Description = runner.Say("Who decides.", "经办人。"), HelpName = "NAME", Required = true };

    private sealed class Subject(CommandRunner runner)
    {
        public Argument<string> Client { get; } = new("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };

        public Argument<string> Item { get; } = new("item") { Description = runner.Say("The item.", "产品。") };

        public Option<string> Spec { get; } = new("--spec") { Description = runner.Say("Its specification.", "规格。"), HelpName = "TEXT" };

        public Option<decimal> Quantity { get; } = new("--quantity") { Description = runner.Say("How many; 1 by default.", "数量，默认 1。"), HelpName = "N", DefaultValueFactory = _ => 1m };

        public async Task<QuotationSubject> OfAsync(Run run, CancellationToken cancellationToken) =>
            new((await run.ClientAsync(run.Value(Client)!, cancellationToken).ConfigureAwait(false)).Id, run.Value(Item)!, run.Value(Spec) ?? "", run.Value(Quantity));
    }
}
