using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Brings the stored follow-ups to what is wanted now: new ones open, fulfilled ones are done, the others lapse.</summary>
internal sealed class FollowUpReconciliation(Store store, Catalogue catalogue, OpenFollowUps open, DateOnly asOf)
{
    public async Task<CarePlanResult> RunAsync(IReadOnlyList<Planned> wanted, CancellationToken cancellationToken)
    {
        var opened = 0;
        foreach (var followUp in wanted.Select(planned => planned.FollowUp))
        {
            var before = open.Take(followUp);
            opened += before is null ? 1 : 0;
            if (before is null || !IsSame(before, followUp))
            {
                await open.PutAsync(followUp, cancellationToken).ConfigureAwait(false);
            }
        }

        var lapsed = 0;
        foreach (var followUp in open.All.Where(followUp => catalogue.Policies.ContainsKey(followUp.Policy)).OrderBy(followUp => followUp.Id).ToList())
        {
            // A task is done by hand or not at all: leaving the segment or the list cancels it, whatever else happened.
            var policy = catalogue.Policies[followUp.Policy];
            var by = policy is SegmentPolicy or InsightPolicy ? null : await store.Touchpoints.FirstAsync(followUp.Client, Fulfilment.Kinds(catalogue, policy), followUp.CountsFrom, asOf, followUp.Matter, cancellationToken).ConfigureAwait(false);
            lapsed += by is null ? 1 : 0;
            await open.CloseAsync(followUp, by, cancellationToken).ConfigureAwait(false);
        }

        return new CarePlanResult(opened, open.Done, lapsed, wanted.Count)
        {
            Merged = wanted.Count(planned => planned.FollowUp.MergedInto is not null),
            Held = wanted.Count(planned => planned.FollowUp.IsHeld),
            Escalated = wanted.Count(planned => planned.FollowUp.EscalatedTo.Length > 0),
            WithoutOwner = wanted.Count(planned => planned.FollowUp.Owner.Length == 0),
        };
    }

    private static bool IsSame(FollowUp before, FollowUp now) =>
        before with { Reasons = now.Reasons, PlannedOn = before.PlannedOn } == now with { PlannedOn = now.PlannedOn }
        && before.Reasons.Select(reason => (reason.Code, reason.Text)).SequenceEqual(now.Reasons.Select(reason => (reason.Code, reason.Text)));
}
