using Clientele.Storage;

namespace Clientele.Host.Mailings;

/// <summary>Finds mailings, entries and documents by the beginning of their id.</summary>
internal static class Found
{
    public static async Task<Mailing> MailingAsync(Run run, Crm crm, string text, CancellationToken cancellationToken) => One(
        run, text, await crm.Store.Mailings.AllAsync(cancellationToken).Where(mailing => Begins(mailing.Id, text)).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false), "outbox list");

    public static async Task<MailingEntry> EntryAsync(Run run, Crm crm, string text, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(text, out var id) && await crm.Store.Mailings.EntryAsync(id, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            return entry;
        }

        // A run that was killed left entries on their way; they are uncertain as soon as anybody looks at them.
        var open = crm.Store.Mailings.InStateAsync(EntryState.Uncertain, cancellationToken).Concat(crm.Store.Mailings.InStateAsync(EntryState.Sending, cancellationToken));
        return One(run, text, await open.Where(one => Begins(one.Id, text)).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false), "outbox list");
    }

    public static async Task<ArchivedDocument> DocumentAsync(Run run, Crm crm, string text, CancellationToken cancellationToken) => One(
        run, text, await crm.Store.Documents.AllAsync(cancellationToken).Where(document => Begins(document.Id, text)).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false), "archive list");

    private static bool Begins(Guid id, string text) => id.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase);

    private static T One<T>(Run run, string text, IReadOnlyList<T> found, string list) => found is [var one] ? one : throw new ClienteleException(ErrorCodes.NotFound, found.Count == 0
        ? run.Say($"Nothing begins with '{text}'; 'clientele {list}' shows what there is.", $"没有编号以“{text}”开头的记录；可用 clientele {list} 查看。")
        : run.Say($"Several begin with '{text}'; give more of the id.", $"有多条记录的编号以“{text}”开头，请给出更完整的编号。"));
}
