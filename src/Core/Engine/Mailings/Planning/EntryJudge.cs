using Clientele.Documents;
using Clientele.Storage;

namespace Clientele.Mailings;

/// <summary>A letter of a mailing as it stands on a day, with what it is made from.</summary>
internal sealed record Judgement(MailingEntry Entry, LetterFacts? Facts, PassedLetter? Passed, RenderedLetter? Letter);

/// <summary>Judges one letter: whether it may go out, and everything that holds it back at once, so that it can be put right at once.</summary>
/// <remarks>One for each run: it remembers which templates do not work.</remarks>
internal sealed class EntryJudge(Store store, LetterDesk letters, BatchGate batches, DocumentLanguage fallback)
{
    private readonly TemplateFaults _faults = new();

    public static Guid IdOf(Mailing mailing, MailingTarget target) =>
        DocumentId.Of("mailing entry", mailing.Id.ToString(), target.Letter.Name, target.Client.ToString(), target.FollowUp?.Id.ToString() ?? "");

    public async Task<Judgement> JudgeAsync(Mailing mailing, MailingTarget target, DateOnly asOf, IReadOnlyList<GuardOverride> overrides, CancellationToken cancellationToken)
    {
        var entry = new MailingEntry
        {
            Id = IdOf(mailing, target),
            Mailing = mailing.Id,
            Reason = Reason(mailing, target, target.FollowUp?.Matter),
            Letter = target.Letter.Name,
            Client = target.Client,
            FollowUp = target.FollowUp?.Id,
            State = EntryState.Held,
        };
        var request = letters.Request(target.Letter.Name, target.Client, asOf) with { FollowUp = target.FollowUp, Matter = target.FollowUp?.Matter };
        LetterFacts facts;
        try
        {
            facts = await letters.FactsAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error) when (error.Code is ErrorCodes.LetterUnsuitable or ErrorCodes.NotFound)
        {
            return new Judgement(entry with { Reasons = [new("unsuitable", new(error.Message, $"本函不适用：{error.Message}"))] }, null, null, null);
        }

        entry = entry with
        {
            Contact = facts.Contact?.Id,
            Matter = facts.Matter?.Matter.Id,
            Reason = Reason(mailing, target, facts.Matter?.Matter.Id),
            Culture = facts.Language.Culture,
            Notes = [.. MissingData.Noted(facts, fallback)],
        };
        var gate = letters.Check(facts, overrides);
        var holding = gate.Refusals.SelectMany(HeldBack).Concat(MissingData.Holding(facts, await ContactsAsync(facts, cancellationToken).ConfigureAwait(false))).ToList();
        holding.AddRange(await DoneAlreadyAsync(entry, target, cancellationToken).ConfigureAwait(false));
        return holding.Count > 0 ? new Judgement(entry with { Reasons = holding }, facts, gate.Passed, null) : await RenderedAsync(entry, request, gate.Passed!, overrides, cancellationToken).ConfigureAwait(false);
    }

    // Rendering is the only way to know that a template works with this client's data; what comes out is thrown away until it is the letter's turn.
    private async Task<Judgement> RenderedAsync(MailingEntry entry, LetterRequest request, PassedLetter passed, IReadOnlyList<GuardOverride> overrides, CancellationToken cancellationToken)
    {
        if (_faults.Known(entry) is { } known)
        {
            return new Judgement(entry with { Reasons = [known] }, passed.Facts, passed, null);
        }

        try
        {
            var written = await letters.RenderAsync(request, passed, overrides, cancellationToken).ConfigureAwait(false);
            var holding = written.Gate.Refusals.SelectMany(HeldBack).Concat(await ImpersonalAsync(entry, written, cancellationToken).ConfigureAwait(false)).ToList();
            return holding.Count > 0
                ? new Judgement(entry with { Reasons = holding }, passed.Facts, written.Gate.Passed, null)
                : new Judgement(entry with { State = EntryState.Planned }, passed.Facts, written.Gate.Passed, written.Letter);
        }
        catch (ClienteleException error) when (error.Code is ErrorCodes.TemplateInvalid or ErrorCodes.TemplateMissing)
        {
            return new Judgement(entry with { Reasons = [_faults.Add(entry, error)] }, passed.Facts, passed, null);
        }
    }

    // A letter that was archived before it goes out would be found to say what it said itself.
    private async Task<IEnumerable<Reason>> ImpersonalAsync(MailingEntry entry, WrittenLetter written, CancellationToken cancellationToken) =>
        written.Letter is null || (await store.Mailings.EntryAsync(entry.Id, cancellationToken).ConfigureAwait(false))?.Document is not null
            ? []
            : (await batches.CheckAsync([written], cancellationToken: cancellationToken).ConfigureAwait(false)).Refusals.Select(refusal => refusal.Reason);

    private async Task<int> ContactsAsync(LetterFacts facts, CancellationToken cancellationToken) =>
        facts.Contact is null ? (await store.Clients.ContactsAsync(facts.Client.Id, cancellationToken).ConfigureAwait(false)).Count : 1;

    private async Task<IEnumerable<Reason>> DoneAlreadyAsync(MailingEntry entry, MailingTarget target, CancellationToken cancellationToken)
    {
        if (await store.Mailings.HandedOverAsync(entry.Reason, cancellationToken).ConfigureAwait(false) is { } earlier && earlier.Id != entry.Id)
        {
            var day = earlier.On is { } on ? DocumentFormats.ShortDate(on) : "";
            return [new("already_sent", earlier.State == EntryState.Sent
                ? new($"The client got this letter for the same reason on {day}.", $"客户已于 {day} 因同一事由收到本函。")
                : new($"This letter was handed over for the same reason on {day} and the answer was lost; see 'clientele outbox resolve'.", $"本函已于 {day} 因同一事由发出但未收到回执，请先用 clientele outbox resolve 处理。"))
            { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["entry"] = earlier.Id.ToString(), ["on"] = day } }];
        }

        return target.FollowUp is { } followUp && (await store.FollowUps.FindAsync(followUp.Id, cancellationToken).ConfigureAwait(false))?.Status is not FollowUpStatus.Open
            ? [new("not_due", new("The follow-up is no longer open; nobody has to write.", "跟进已不再待办，无需发函。"))]
            : [];
    }

    private static IEnumerable<Reason> HeldBack(GuardRefusal refusal)
    {
        var guard = new Dictionary<string, string>(StringComparer.Ordinal) { ["guard"] = refusal.Guard.Name };
        return refusal.Reasons.Select(reason => reason with { Facts = new Dictionary<string, string>(reason.Facts.Concat(guard).DistinctBy(fact => fact.Key), StringComparer.Ordinal) })
            .Prepend(new Reason("guard", refusal.Guard.Refusal) { Facts = guard });
    }

    // With a follow-up the follow-up is the reason; otherwise the letter itself, about this matter, on this occasion.
    private static Guid Reason(Mailing mailing, MailingTarget target, MatterId? matter) => target.FollowUp is { } followUp
        ? DocumentId.Of("letter for a follow-up", target.Letter.Name, target.Client.ToString(), followUp.Id.ToString())
        : DocumentId.Of("letter by hand", target.Letter.Name, target.Client.ToString(), matter?.ToString() ?? "", mailing.Occasion);
}
