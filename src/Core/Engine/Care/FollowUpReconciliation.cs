using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Care;

/// <summary>Brings the stored follow-ups of a policy to what is wanted now: new ones open, fulfilled ones are done, the others lapse.</summary>
internal sealed class FollowUpReconciliation(Store store, StoreBatch batch, Policy policy, IReadOnlySet<string> fulfilling, DateOnly asOf)
{
    public async Task<CarePlanResult> RunAsync(IReadOnlyList<FollowUp> wanted, CancellationToken cancellationToken)
    {
        // By what it is about rather than by its id: the id was taken from the name its policy had then, and a policy can be renamed.
        var open = await batch.OpenFollowUpsAsync(policy.Name, cancellationToken).ToDictionaryAsync(About, cancellationToken: cancellationToken).ConfigureAwait(false);
        var opened = 0;
        foreach (var followUp in wanted)
        {
            // A follow-up that is open already may have a new due day or owner; writing the same again changes nothing.
            var known = open.Remove(About(followUp), out var before);
            opened += known ? 0 : 1;
            await batch.PutAsync(known ? followUp with { Id = before!.Id } : followUp, cancellationToken).ConfigureAwait(false);
        }

        var done = 0;
        foreach (var followUp in open.Values.OrderBy(followUp => followUp.Id))
        {
            // A task is done by hand or not at all: leaving the segment or the list cancels it, whatever else happened.
            var by = policy is SegmentPolicy or InsightPolicy ? null : await store.Touchpoints.FirstAsync(followUp.Client, fulfilling, followUp.CountsFrom, asOf, followUp.Matter, cancellationToken).ConfigureAwait(false);
            done += by is null ? 0 : 1;
            await batch.PutAsync(followUp with { Status = by is null ? FollowUpStatus.Lapsed : FollowUpStatus.Done, FulfilledBy = by }, cancellationToken).ConfigureAwait(false);
        }

        return new CarePlanResult(opened, done, open.Count - done, wanted.Count);
    }

    private static (ClientId Client, MatterId? Matter, DateOnly From) About(FollowUp followUp) => (followUp.Client, followUp.Matter, followUp.CountsFrom);
}
