using Clientele.Documents;
using Clientele.Storage;

namespace Clientele.Mailings;

/// <summary>Plans mailings, sends them, and takes in what became of their letters.</summary>
/// <remarks>Thread-safe. Of all programs on one database, one sends at a time.</remarks>
public sealed class MailingDesk
{
    private readonly Store _store;
    private readonly LetterDesk _letters;
    private readonly BatchGate _batches;
    private readonly MailingTargets _targets;
    private readonly MailingSteps _steps;
    private readonly DocumentLanguage _language;
    private readonly string _lock;

    internal MailingDesk(Store store, Catalogue catalogue, LetterDesk letters, BatchGate batches, ClienteleOptions options)
    {
        _store = store;
        _letters = letters;
        _batches = batches;
        _targets = new MailingTargets(store, catalogue);
        _steps = new MailingSteps(store, catalogue, letters);
        _language = options.Language;
        _lock = options.Database + ".sending";
    }

    /// <summary>Finds out who gets what, who is held back by which guard and why, what is missing, and who got it already. Nothing is written or sent.</summary>
    /// <param name="request">Which letters to whom.</param>
    /// <param name="overrides">Decisions of those who may override a guard.</param>
    /// <param name="progress">Is told how many were considered.</param>
    /// <param name="cancellationToken">Stops the planning; the same request goes on where it stopped.</param>
    /// <returns>The mailing. Its entries are read from <see cref="Store.Mailings"/>. Asked for again, it judges again whatever did not go out yet.</returns>
    /// <remarks>Run the segments of the day and plan its care first: a mailing reads what is stored. A template that cannot be rendered is a reason of its entries, and the rest goes on.</remarks>
    /// <exception cref="ClienteleException">The letter or the segment is not registered (<see cref="ErrorCodes.RegistrationUnknown"/>), or the request contradicts itself (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public Task<Mailing> PlanAsync(MailingRequest request, IReadOnlyList<GuardOverride>? overrides = null, IProgress<MailingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new MailingPlanner(_store, new EntryJudge(_store, _letters, _batches, _language), _targets).PlanAsync(request, overrides ?? [], progress, cancellationToken);
    }

    /// <summary>Writes and archives the planned letters of a mailing without sending them.</summary>
    /// <param name="mailing">Which mailing.</param>
    /// <param name="options">The day and the overrides.</param>
    /// <param name="progress">Is told how many are done.</param>
    /// <param name="cancellationToken">Stops between two letters.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="ClienteleException">There is no such mailing (<see cref="ErrorCodes.NotFound"/>).</exception>
    public Task<SendingResult> WriteAsync(Guid mailing, SendingOptions options, IProgress<MailingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(mailing, null, options, progress, cancellationToken);

    /// <summary>Sends the letters of a mailing, each at most once: the guards are asked again as of the day, the letter is archived and the intent stored, and then it is handed over.</summary>
    /// <param name="mailing">Which mailing.</param>
    /// <param name="transport">What hands the letters over.</param>
    /// <param name="options">The day, who sends, and the overrides.</param>
    /// <param name="progress">Is told how many are done.</param>
    /// <param name="cancellationToken">Stops between two letters; the letter on its way is waited for.</param>
    /// <returns>What it did, and why it stopped before the end.</returns>
    /// <remarks>What a killed run had handed over without an answer becomes <see cref="EntryState.Uncertain"/>.</remarks>
    /// <exception cref="ClienteleException">There is no such mailing (<see cref="ErrorCodes.NotFound"/>), or another program is sending (<see cref="ErrorCodes.SendingBusy"/>).</exception>
    public Task<SendingResult> SendAsync(Guid mailing, ILetterTransport transport, SendingOptions options, IProgress<MailingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        return RunAsync(mailing, transport, options, progress, cancellationToken);
    }

    /// <summary>Says what became of a letter whose answer was lost.</summary>
    /// <param name="entry">Which entry.</param>
    /// <param name="sent">Whether it arrived; if not, it goes out again with the next sending of its mailing.</param>
    /// <param name="by">Who found out; not blank.</param>
    /// <param name="because">How; may be empty.</param>
    /// <param name="on">The day on which it was found out.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The entry in its new state.</returns>
    /// <exception cref="ClienteleException">There is no such entry (<see cref="ErrorCodes.NotFound"/>), it is not uncertain, or nobody says so (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<MailingEntry> ResolveAsync(Guid entry, bool sent, string by, string because, DateOnly on, CancellationToken cancellationToken = default)
    {
        using var sending = SendingLock.Take(_lock);
        await RecoverAsync(on, cancellationToken).ConfigureAwait(false);
        var found = await _store.Mailings.EntryAsync(entry, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no entry {entry} in the outbox; list them with 'clientele outbox list'.");
        if (found.State != EntryState.Uncertain || string.IsNullOrWhiteSpace(by))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, found.State != EntryState.Uncertain
                ? $"The entry {entry} is {found.State.ToString().ToLowerInvariant()}, not uncertain; there is nothing to resolve."
                : "Say who found out what became of the letter.");
        }

        if (sent)
        {
            // It went out on the day it was handed over, whenever somebody finds that out.
            await _steps.SentAsync(found, found.On ?? on, by, because).ConfigureAwait(false);
        }
        else
        {
            await _steps.StoreAsync(found with { State = EntryState.Written, Reasons = [] }, on, by, because, cancellationToken).ConfigureAwait(false);
        }

        return (await _store.Mailings.EntryAsync(entry, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Takes in a report about a letter that came back (RFC 3464): the guard <c>core.bounced_address</c> then holds back the next letter to the address.</summary>
    /// <param name="report">The whole message.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Stops the taking in; nothing is then changed.</param>
    /// <returns>What it led to, one result a recipient.</returns>
    /// <exception cref="ClienteleException">It is no such report (<see cref="ErrorCodes.BounceUnreadable"/>).</exception>
    public Task<IReadOnlyList<BounceResult>> TakeInBounceAsync(string report, DateOnly on, CancellationToken cancellationToken = default) => new BounceDesk(_store).TakeInAsync(report, on, cancellationToken);

    /// <summary>Lets letters go to an address again that they came back from.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Stops the clearing; nothing is then changed.</param>
    /// <returns>Whether letters had come back from it.</returns>
    public Task<bool> ClearBouncesAsync(string address, CancellationToken cancellationToken = default) => new BounceDesk(_store).ClearAsync(address, cancellationToken);

    private async Task<SendingResult> RunAsync(Guid id, ILetterTransport? transport, SendingOptions options, IProgress<MailingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mailing = await _store.Mailings.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no mailing {id}; list them with 'clientele outbox list'.");
        using var sending = SendingLock.Take(_lock);
        await RecoverAsync(options.On, cancellationToken).ConfigureAwait(false);
        return await new MailingSender(_store, _letters, _steps, new EntryJudge(_store, _letters, _batches, _language)).SendAsync(mailing, transport, options, progress, cancellationToken).ConfigureAwait(false);
    }

    // Only the holder of the lock sends, so whatever else is on its way was left behind by a program that ended.
    private async Task RecoverAsync(DateOnly on, CancellationToken cancellationToken)
    {
        const string why = "the program ended before the answer came";
        foreach (var entry in await _store.Mailings.InStateAsync(EntryState.Sending, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            await _steps.StoreAsync(entry with { State = EntryState.Uncertain, Reasons = [SendingStops.Uncertain(why)] }, on, "", why, cancellationToken).ConfigureAwait(false);
        }
    }
}
