using Clientele.Storage;

namespace Clientele.Host.Mailings;

/// <summary>An entry with what people read beside it.</summary>
internal sealed record EntryLine(MailingEntry Entry, string Letter, string Client, string Contact, string Matter)
{
    public static async Task<EntryLine> OfAsync(Run run, Crm crm, MailingEntry entry, CancellationToken cancellationToken)
    {
        var client = await crm.Store.Clients.FindAsync(entry.Client, cancellationToken).ConfigureAwait(false);
        var contact = entry.Contact is { } id ? (await crm.Store.Clients.ContactsAsync(entry.Client, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) : null;
        var matter = entry.Matter is { } matterId ? await crm.Store.Matters.FindAsync(matterId, cancellationToken).ConfigureAwait(false) : null;
        return new EntryLine(entry, crm.Catalogue.Letters.TryGetValue(entry.Letter, out var letter) ? run.Say(letter.Title) : entry.Letter, client?.Name ?? "", contact?.Name ?? "", matter?.Title ?? "");
    }

    public static string State(Run run, EntryState state) => state switch
    {
        EntryState.Planned => run.Say("planned", "待发"),
        EntryState.Held => run.Say("held back", "暂缓"),
        EntryState.Written => run.Say("written", "已写未发"),
        EntryState.Sending => run.Say("on its way", "发送中"),
        EntryState.Sent => run.Say("sent", "已发"),
        EntryState.Failed => run.Say("failed", "未能发出"),
        _ => run.Say("uncertain", "状态不明"),
    };

    public IReadOnlyList<string> Reasons(Run run) => [.. Entry.Reasons.Select(reason => Named(run, reason))];

    public IReadOnlyList<string> Notes(Run run) => [.. Entry.Notes.Select(run.Say)];

    // The guard's name stands before its sentence, so that a reader can look the guard up.
    private static string Named(Run run, Reason reason) => reason.Code == "guard" ? run.Say($"{reason.Facts["guard"]}: {reason.Text.En}", $"{reason.Facts["guard"]}：{reason.Text.Zh}") : run.Say(reason);
}
