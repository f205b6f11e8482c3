using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Registers;

namespace Clientele.Host.Commands;

/// <summary>The commands that change a register.</summary>
internal static class RegisterWriteCommands
{
    private static readonly Listing<Clientele.Import.RejectedRow> Rejected = new(
        new("row", new("Row", "行"), row => row.Number),
        new("code", new("Code", "代码"), row => row.Reason.Code),
        new("reason", new("Reason", "原因"), row => row.Reason.Text.En),
        new("reason_zh", new("原因", "原因（中文）"), row => row.Reason.Text.Zh));

    public static Command Add(CommandRunner runner)
    {
        var (register, author, role, until) = (Register(runner), Author(runner), Role(runner), Until(runner));
        var fields = Fields(runner);
        var reason = new Option<string>("--reason") { Description = runner.Say("Why.", "理由。"), HelpName = "TEXT" };
        return runner.Command(
            "add", "Add an entry from the as-of day on; asking again for an equal key gives the same entry.", "自基准日起新增条目；主键相同则返回已有条目。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var added = await crm.Registers.AddAsync(
                    new(run.Value(register)!, Parsed(run, run.Value(fields)!), run.AsOf, run.Value(author)!) { Until = run.Value(until), Role = run.Value(role) ?? "", Because = run.Value(reason) ?? "" }, token).ConfigureAwait(false);
                await run.CardAsync(RegistersCommands.Columns(run, crm.Catalogue.Register(added.Entry.Register)), added.Entry).ConfigureAwait(false);
                await run.NoteAsync(added.Added ? run.Say("Added.", "已新增。") : run.Say("It was there already; nothing was written.", "条目已存在，未作改动。")).ConfigureAwait(false);
                return 0;
            },
            register, fields, author, role, until, reason);
    }

    public static Command Supersede(CommandRunner runner)
    {
        var (id, author, role, until, reason) = (Id(runner), Author(runner), Role(runner), Until(runner), Reason(runner));
        var fields = Fields(runner);
        return runner.Command(
            "supersede", "Put another version in the place of the one in force, from the as-of day on.", "自基准日起以新版本替代有效条目。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var next = await crm.Registers.SupersedeAsync(new(EntryId(run, run.Value(id)!), Parsed(run, run.Value(fields)!), run.AsOf, run.Value(author)!, run.Value(role) ?? "", run.Value(reason)!) { Until = run.Value(until) }, token).ConfigureAwait(false);
                await run.CardAsync(RegistersCommands.Columns(run, crm.Catalogue.Register(next.Register)), next).ConfigureAwait(false);
                return 0;
            },
            id, fields, author, role, until, reason);
    }

    public static Command End(CommandRunner runner)
    {
        var (id, author, role, reason) = (Id(runner), Author(runner), Role(runner), Reason(runner));
        return runner.Command(
            "end", "End an entry: on the as-of day it is no longer in force.", "终止条目：自基准日起失效。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                await crm.Registers.EndAsync(EntryId(run, run.Value(id)!), run.AsOf, run.Value(author)!, run.Value(role) ?? "", run.Value(reason)!, token).ConfigureAwait(false);
                await run.NoteAsync(run.Say($"Not in force from {run.AsOf:yyyy-MM-dd} on.", $"自 {run.AsOf:yyyy-MM-dd} 起失效。")).ConfigureAwait(false);
                return 0;
            },
            id, author, role, reason);
    }

    public static Command Import(CommandRunner runner)
    {
        var (register, author, role) = (Register(runner), Author(runner), Role(runner));
        var file = new Argument<string>("file") { Description = runner.Say("A CSV, XLSX or XLS file; its headers are the fields' names or titles.", "CSV、XLSX 或 XLS 文件；表头为字段名或字段标题。") };
        var columns = new Option<string[]>("--column") { Description = runner.Say("Which column is a field, as field=Column; may be repeated.", "指定字段对应的列，写作 字段=列名，可重复给出。"), HelpName = "FIELD=COLUMN" };
        var supersede = new Option<string>("--supersede") { Description = runner.Say("Supersede entries that say otherwise, for this reason; without it such rows are rejected.", "以此理由替代内容不同的条目；不给出时此类行将被拒绝。"), HelpName = "REASON" };
        return runner.Command(
            "import", "Take the rows of a file into a register, in force from the as-of day on where the file has no column 'from'.", "将文件各行导入台账；文件无“生效日期”列时自基准日起生效。",
            async (run, token) =>
            {
                var crm = await run.CrmAsync(token).ConfigureAwait(false);
                var options = new RegisterImportOptions { From = run.AsOf, Author = run.Value(author)!, Role = run.Value(role) ?? "", Supersede = run.Value(supersede) ?? "", Columns = Parsed(run, run.Value(columns) ?? []) };
                var result = await crm.Registers.ImportAsync(run.Value(register)!, Path.GetFullPath(run.Value(file)!), options, token).ConfigureAwait(false);
                await run.ListAsync(Rejected, result.Rejected).ConfigureAwait(false);
                await run.NoteAsync(run.Say(
                    $"{result.Rows} rows: {result.Added} added, {result.Superseded} superseded, {result.Unchanged} unchanged, {result.Rejected.Count} rejected.",
                    $"共 {result.Rows} 行：新增 {result.Added}，替代 {result.Superseded}，未变 {result.Unchanged}，拒绝 {result.Rejected.Count}。")).ConfigureAwait(false);
                return result.Rejected.Count == 0 ? 0 : 1;
            },
            register, file, author, role, columns, supersede);
    }

    private static Argument<string> Register(CommandRunner runner) => new("register") { Description = runner.Say("The register, such as core.quotation.", "台账名称，如 core.quotation。") };

    private static Argument<string> Id(CommandRunner runner) => new("id") { Description = runner.Say("The version in force.", "有效版本的编号。") };

    private static Option<string[]> Fields(CommandRunner runner) => new("--field", "-f") { Description = runner.Say("A field and its value, as name=value; may be repeated.", "字段及其值，写作 名称=值，可重复给出。"), HelpName = "NAME=VALUE", Required = true };

    private static Option<string> Author(CommandRunner runner) => new("--author") { Description = runner.Say("Who decides.", "经办人。"), HelpName = "NAME", Required = true };

    private static Option<string> Role(CommandRunner runner) => new("--role") { Description = runner.Say("The role in which.", "经办人角色。"), HelpName = "ROLE" };

    private static Option<string> Reason(CommandRunner runner) => new("--reason") { Description = runner.Say("Why.", "理由。"), HelpName = "TEXT", Required = true };

    private static Option<DateOnly?> Until(CommandRunner runner) => DayOption.Named("--until", runner.Say, "The first day it is no longer in force.", "自该日起失效。");

    private static RegisterEntryId EntryId(Run run, string text) => RegisterEntryId.TryParse(text, out var id)
        ? id
        : throw new UsageException(run.Say($"'{text}' is not the id of an entry; 'clientele registers show' lists them.", $"“{text}”不是条目编号；可用 clientele registers show 查看。"));

    private static Dictionary<string, string> Parsed(Run run, IReadOnlyList<string> pairs)
    {
        var parsed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new UsageException(run.Say($"'{pair}' is not of the form name=value.", $"“{pair}”应写作 名称=值。"));
            }

            parsed[pair[..at].Trim()] = pair[(at + 1)..];
        }

        return parsed;
    }
}
