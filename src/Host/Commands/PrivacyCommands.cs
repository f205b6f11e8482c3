using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Privacy;
using Clientele.Storage.Privacy;

namespace Clientele.Host.Commands;

/// <summary><c>clientele clients erase|export|record</c>.</summary>
internal static class PrivacyCommands
{
    public static Command Erase(CommandRunner runner)
    {
        var (client, reader) = (ClientArgument(runner), new ReaderOptions(runner));
        var contact = new Argument<string>("contact") { Description = runner.Say("The person's id or name.", "联系人编号或姓名。") };
        return runner.Command(
            "erase", "Erase a person at a client; what happened with the person still counts.", "删除联系人的个人信息；与其相关的触点与销售额仍计入统计。",
            (run, token) => EraseAsync(run, run.Value(client)!, run.Value(contact)!, reader.Required(run), token), client, contact, reader.By, reader.Role, reader.Because);
    }

    public static Command Export(CommandRunner runner)
    {
        var (client, reader) = (ClientArgument(runner), new ReaderOptions(runner));
        return runner.Command(
            "export", "List everything kept of the people at a client, for those who may see it; it is recorded.", "导出客户联系人的全部信息（仅限有权人员，并留下记录）。",
            (run, token) => ExportAsync(run, run.Value(client)!, reader.Required(run), token), client, reader.By, reader.Role, reader.Because);
    }

    public static Command Record(CommandRunner runner)
    {
        var client = new Option<string>("--client") { Description = runner.Say("Only for this client: id, external id, or part of the name.", "只列出该客户：编号、外部编号或名称的一部分。"), HelpName = "CLIENT" };
        return runner.Command("record", "List who saw, exported or erased personal data, when and what for.", "列出何人何时因何查看、导出或删除个人信息。", (run, token) => RecordAsync(run, run.Value(client), token), client);
    }

    private static Argument<string> ClientArgument(CommandRunner runner) => new("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };

    private static async Task<int> EraseAsync(Run run, string text, string person, DataReader reader, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        var found = (await crm.Store.Clients.ContactsAsync(client.Id, cancellationToken).ConfigureAwait(false)).Where(contact => contact.Id.ToString() == person || contact.Name == person).ToList();
        if (found.Count != 1)
        {
            throw new ClienteleException(ErrorCodes.NotFound, run.Say($"{found.Count} people at {client.Name} are called '{person}'; give the id.", $"{client.Name} 有 {found.Count} 位联系人名为“{person}”，请给出编号。"));
        }

        await crm.Privacy.EraseAsync(found[0].Id, client.Id, reader, run.AsOf, cancellationToken).ConfigureAwait(false);
        await run.NoteAsync(run.Say("Erased; what happened with the person still counts.", "已删除；相关触点与销售额仍计入统计。")).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ExportAsync(Run run, string text, DataReader reader, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        var seen = await crm.Privacy.ExportAsync(client.Id, reader, run.AsOf, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<Contact>(
                new("id", new("Id", "编号"), contact => contact.Id.ToString()),
                new("name", new("Name", "姓名"), contact => contact.Name),
                new("position", new("Position", "职务"), contact => contact.Position),
                new("email", new("E-mail", "邮箱"), contact => contact.Email),
                new("phone", new("Telephone", "电话"), contact => contact.Phone),
                new("attributes", new("Attributes", "属性"), contact => seen.ContactAttributes.Where(value => value.Contact == contact.Id).Select(value => $"{value.Name} = {value.Value}"))),
            seen.Contacts).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RecordAsync(Run run, string? text, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = text is null ? null : await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<FullRead>(
                new("on", new("Day", "日期"), read => read.On),
                new("person", new("Person", "人员"), read => read.Person),
                new("role", new("Role", "角色"), read => read.Role),
                new("action", new("What", "操作"), read => read.Action),
                new("client", new("Client", "客户"), read => read.Client.ToString()),
                new("fields", new("Fields", "字段"), read => read.Fields),
                new("because", new("What for", "用途"), read => read.Because)),
            await crm.Privacy.RecordAsync(client?.Id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return 0;
    }
}
