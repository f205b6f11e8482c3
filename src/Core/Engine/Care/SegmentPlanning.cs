using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Finds the tasks that entries into a segment opened and that nobody finished.</summary>
internal sealed class SegmentPlanning(Store store, Catalogue catalogue, SegmentPolicy policy)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(DateOnly asOf, DateOnly horizon, CancellationToken cancellationToken)
    {
        var done = await store.FollowUps.DoneAsync(policy.Name, cancellationToken).ConfigureAwait(false);
        var title = catalogue.Schemes[policy.Scheme].All.First(segment => segment.Name == policy.Segment).Title;
        var wanted = new List<FollowUp>();
        await foreach (var member in store.Memberships.OfSchemeAsync(policy.Scheme, asOf, cancellationToken).ConfigureAwait(false))
        {
            var id = FollowUpId.From(policy.Name, $"{member.Client}|{CadencePlanning.Day(member.From)}");
            if (member.Segment == policy.Segment && member.From.AddDays(policy.AfterDays) <= horizon && !done.Contains(id))
            {
                wanted.Add(FollowUp(id, member.Client, member.From, title));
            }
        }

        for (var index = 0; index < wanted.Count; index++)
        {
            wanted[index] = wanted[index] with { Owner = await store.OwnerAsync(wanted[index].Client, policy.OwnerRole, asOf, cancellationToken).ConfigureAwait(false) };
        }

        return wanted;
    }

    private FollowUp FollowUp(FollowUpId id, ClientId client, DateOnly entered, LocalizedText segment)
    {
        var due = entered.AddDays(policy.AfterDays);
        return new FollowUp
        {
            Id = id,
            Client = client,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = entered,
            Reasons =
            [
                new("entry", new(
                    $"Entered '{segment.En}' on {CadencePlanning.Day(entered)}; {policy.Title.En} is due on {CadencePlanning.Day(due)}.",
                    $"{CadencePlanning.Day(entered)} 进入“{segment.Zh}”；“{policy.Title.Zh}”应于 {CadencePlanning.Day(due)} 完成。"))
                {
                    Facts = CadencePlanning.Facts(("segment", policy.Segment), ("entered", CadencePlanning.Day(entered)), ("after_days", CadencePlanning.Number(policy.AfterDays)), ("due_on", CadencePlanning.Day(due))),
                },
            ],
        };
    }
}
