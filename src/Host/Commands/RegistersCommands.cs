using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Registers;

namespace Clientele.Host.Commands;

/// <summary><c>clientele registers list|show|add|supersede|end|import</c>.</summary>
internal static class RegistersCommands
{
    public static Command Build(CommandRunner runner) => runner.Command(
        "registers", "The firm's own dated lists: quotations, reference projects, knowledge articles.", "公司台账：报价、业绩项目、知识条目等带有效期的记录。",
        runner.Command("list", "List the registers and how many entries each has in force.", "列出各台账及其有效条目数。", ListAsync),
        Show(runner),
        RegisterWriteCommands.Add(runner),
        RegisterWriteCommands.Supersede(runner),
        RegisterWriteCommands.End(runner),
        RegisterWriteCommands.Import(runner));

    private static Command Show(CommandRunner runner)
    {
        var register = new Argument<string>("register") { Description = runner.Say("The register, such as core.quotation.", "台账名称，如 core.quotation。") };
        var all = new Option<bool>("--all") { Description = runner.Say("Every version ever written, not only those in force.", "列出全部版本，而不仅是有效条目。") };
        return runner.Command("show", "Show the entries in force on the as-of day.", "显示基准日有效的条目。", (run, token) => ShowAsync(run, run.Value(register)!, run.Value(all), token), register, all);
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<(RegisterDefinition Register, long Entries)>();
        foreach (var register in crm.Catalogue.Registers.Values)
        {
            rows.Add((register, await crm.Registers.InForceAsync(register.Name, run.AsOf, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false)));
        }

        await run.ListAsync(
            new Listing<(RegisterDefinition Register, long Entries)>(
                new("register", new("Register", "台账"), row => row.Register.Name),
                new("title", new("Title", "名称"), row => run.Say(row.Register.Title)),
                new("key", new("Key", "主键"), row => row.Register.Key),
                new("fields", new("Fields", "字段"), row => row.Register.Fields.Select(field => field.Name)),
                new("changed_by", new("Changed by", "可变更角色"), row => row.Register.ChangedBy),
                new("in_force", new("In force", "有效条目"), row => row.Entries)),
            rows).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string name, bool all, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var register = crm.Catalogue.Register(name);
        var entries = await (all ? crm.Registers.HistoryAsync(name, cancellationToken) : crm.Registers.InForceAsync(name, run.AsOf, cancellationToken)).ToListAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(Columns(run, register), entries).ConfigureAwait(false);
        return 0;
    }

    internal static Listing<RegisterEntry> Columns(Run run, RegisterDefinition register) => new(
    [
        new("id", new("Id", "编号"), entry => entry.Id.ToString()),
        new("version", new("Version", "版本"), entry => entry.Version),
        .. register.Fields.Select(field => new Column<RegisterEntry>(field.Name, field.Title, entry => Value(run, field, entry))),
        new("from", new("From", "生效日期"), entry => entry.From),
        new("until", new("Until", "失效日期"), entry => entry.Until),
        new("author", new("Author", "经办人"), entry => entry.Author),
        new("because", new("Because", "理由"), entry => entry.Because),
        new("superseded_by", new("Superseded by", "替代版本"), entry => entry.SupersededBy?.ToString()),
        new("ended_because", new("Ended because", "终止原因"), entry => entry.EndedBecause),
    ]);

    private static object? Value(Run run, RegisterField field, RegisterEntry entry) => field.Kind switch
    {
        ValueKind.Number => entry.Number(field.Name),
        ValueKind.Date => entry.Day(field.Name),
        ValueKind.Choice when !run.Json => field.Choices.FirstOrDefault(choice => choice.Value == entry.Text(field.Name)) is { } choice ? run.Say(choice.Title) : entry.Text(field.Name),
        _ => entry.Text(field.Name),
    };
}
