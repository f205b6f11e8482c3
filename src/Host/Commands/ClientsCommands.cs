using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Privacy;

namespace Clientele.Host.Commands;

/// <summary><c>clientele clients list|show</c>.</summary>
internal static class ClientsCommands
{
    private static readonly Listing<Client> Columns = new(
        new("id", new("Id", "编号"), client => client.Id.ToString()),
        new("name", new("Name", "名称"), client => client.Name),
        new("kind", new("Kind", "性质"), client => client.Kind.ToString().ToLowerInvariant()),
        new("source", new("Source", "来源"), client => client.Source),
        new("external_id", new("External id", "外部编号"), client => client.ExternalId),
        new("since", new("Since", "建档日期"), client => client.Since));

    public static Command Build(CommandRunner runner)
    {
        var search = new Option<string>("--search") { Description = runner.Say("Only clients whose name contains this text.", "只列出名称包含该文字的客户。"), HelpName = "TEXT" };
        var limit = new Option<int>("--limit") { Description = runner.Say("How many to list at most; 0 for all.", "最多列出多少家，0 表示全部。"), DefaultValueFactory = _ => 50, HelpName = "N" };
        var client = new Argument<string>("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };
        var reader = new ReaderOptions(runner);
        return runner.Command(
            "clients", "Clients and what is known of them.", "客户及其档案。",
            runner.Command("list", "List clients by name.", "按名称列出客户。", (run, token) => ListAsync(run, run.Value(search) ?? "", run.Value(limit), token), search, limit),
            runner.Command("show", "Show a client: contacts, attributes, segments, measures, matters, the latest touchpoints.", "显示客户：联系人、属性、细分、指标、事项、最近触点。", (run, token) => ShowAsync(run, run.Value(client)!, reader.Of(run), token), client, reader.Reveal, reader.By, reader.Role, reader.Because),
            PrivacyCommands.Erase(runner),
            PrivacyCommands.Export(runner),
            PrivacyCommands.Record(runner));
    }

    private static async Task<int> ListAsync(Run run, string search, int limit, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var total = await crm.Store.Clients.CountAsync(cancellationToken).ConfigureAwait(false);
        var clients = await crm.Store.Clients.SearchAsync(search, cancellationToken).Take(limit <= 0 ? int.MaxValue : limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        // Only sorting uses the reader's culture; ties are broken by id.
        var comparer = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
        clients.Sort((left, right) => comparer.Compare(left.Name, right.Name, CompareOptions.IgnoreCase) is var byName and not 0 ? byName : left.Id.CompareTo(right.Id));
        await run.ListAsync(Columns, clients).ConfigureAwait(false);
        if (clients.Count < total && search.Length == 0)
        {
            await run.NoteAsync(run.Say($"{clients.Count} of {total} clients; --limit 0 lists all.", $"共 {total} 家客户，已列出 {clients.Count} 家；--limit 0 列出全部。")).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string text, DataReader? reader, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        var seen = await (reader is null ? crm.Privacy.MaskedAsync(client.Id, run.AsOf, cancellationToken) : crm.Privacy.ReadAsync(client.Id, reader, run.AsOf, cancellationToken)).ConfigureAwait(false);
        if (reader is not null && !seen.Full)
        {
            await run.NoteAsync(run.Say($"{reader.Person} does not look after this client; confidential fields stay masked.", $"{reader.Person} 不负责该客户，保密字段仍以掩码显示。")).ConfigureAwait(false);
        }

        var card = await ClientCard.ReadAsync(crm, client, seen, run.AsOf, cancellationToken).ConfigureAwait(false);
        await (run.Json ? card.WriteJsonAsync(run) : card.WriteTextAsync(run, crm.Catalogue)).ConfigureAwait(false);
        return 0;
    }
}
