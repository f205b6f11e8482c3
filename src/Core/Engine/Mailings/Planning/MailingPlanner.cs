using Clientele.Documents;
using Clientele.Storage;
using Clientele.Storage.Outbox;

namespace Clientele.Mailings;

/// <summary>Plans a mailing: judges everybody who may get a letter, a hundred at a time, and stores what it finds. What an interrupted run stored is not judged again.</summary>
internal sealed class MailingPlanner(Store store, EntryJudge judge, MailingTargets targets)
{
    private const int Together = 100;

    public async Task<Mailing> PlanAsync(MailingRequest request, IReadOnlyList<GuardOverride> overrides, IProgress<MailingProgress>? progress, CancellationToken cancellationToken)
    {
        var mailing = MailingOf(request, targets.Check(request));
        var resumed = await store.Mailings.FindAsync(mailing.Id, cancellationToken).ConfigureAwait(false) is { Planned: false };
        await KeepAsync([], mailing, cancellationToken).ConfigureAwait(false);
        var alike = new AlikeLetters();
        var waiting = new Dictionary<Guid, MailingEntry>();
        var done = 0;
        await foreach (var target in targets.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            // A complete plan is judged again where nothing went out yet: somebody may have entered what was missing.
            var stored = await store.Mailings.EntryAsync(EntryJudge.IdOf(mailing, target), cancellationToken).ConfigureAwait(false);
            if (stored is null || (stored.State is EntryState.Planned or EntryState.Held && (!resumed || AlikeLetters.AreCompared(target.Letter))))
            {
                var judged = await judge.JudgeAsync(mailing, target, request.AsOf, overrides, cancellationToken).ConfigureAwait(false);
                waiting[judged.Entry.Id] = judged.Entry;
                alike.Add(judged);
            }

            if (waiting.Count >= Together)
            {
                await KeepAsync(waiting.Values, mailing, cancellationToken).ConfigureAwait(false);
                waiting.Clear();
            }

            progress?.Report(new MailingProgress(++done, null));
        }

        await KeepAsync(waiting.Values, mailing, cancellationToken).ConfigureAwait(false);
        await HoldAsync(alike, mailing, cancellationToken).ConfigureAwait(false);
        mailing = mailing with { Planned = true };
        await KeepAsync([], mailing, cancellationToken).ConfigureAwait(false);
        return mailing;
    }

    private static Mailing MailingOf(MailingRequest request, string population) => new(
        DocumentId.Of("mailing", request.Letter, DocumentFormats.ShortDate(request.AsOf), request.Occasion, population),
        request.Letter, request.AsOf, request.Occasion, population, request.DailyMaximum, Planned: false);

    // A mailing with letters that differ in little but the name is refused as a whole: what is left of it would still be one.
    private async Task HoldAsync(AlikeLetters alike, Mailing mailing, CancellationToken cancellationToken)
    {
        var reasons = alike.Pairs(cancellationToken);
        foreach (var chunk in reasons.Count == 0 ? [] : alike.Entries.Chunk(Together))
        {
            await KeepAsync([.. chunk.Select(entry => entry with { State = EntryState.Held, Reasons = reasons })], mailing, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task KeepAsync(IReadOnlyCollection<MailingEntry> entries, Mailing mailing, CancellationToken cancellationToken)
    {
        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.PutAsync(mailing, cancellationToken).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                await batch.PutAsync(entry, new MailingEvent(entry.State, mailing.AsOf, "", ""), cancellationToken).ConfigureAwait(false);
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
