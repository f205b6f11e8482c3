namespace Clientele.Care;

/// <summary>Finds the tasks that entries into a segment opened and that nobody finished.</summary>
internal sealed class SegmentPlanning(PlanningDay day, SegmentPolicy policy)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var done = await day.Store.FollowUps.DoneAsync(policy.Name, cancellationToken).ConfigureAwait(false);
        var title = day.Catalogue.Schemes[policy.Scheme].All.First(segment => segment.Name == policy.Segment).Title;
        var wanted = new List<FollowUp>();
        await foreach (var member in day.Store.Memberships.OfSchemeAsync(policy.Scheme, day.AsOf, cancellationToken).ConfigureAwait(false))
        {
            var id = FollowUpId.From(policy.Name, $"{member.Client}|{ReasonFacts.Day(member.From)}");
            if (member.Segment == policy.Segment && day.Population.Includes(policy, member.Client) && member.From.AddDays(policy.AfterDays) <= day.Until && !done.Contains(id))
            {
                wanted.Add(FollowUp(id, member.Client, member.From, title));
            }
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
                    $"Entered '{segment.En}' on {ReasonFacts.Day(entered)}; {policy.Title.En} is due on {ReasonFacts.Day(due)}.",
                    $"{ReasonFacts.Day(entered)} 进入“{segment.Zh}”；“{policy.Title.Zh}”应于 {ReasonFacts.Day(due)} 完成。"))
                {
                    Facts = ReasonFacts.Of(("segment", policy.Segment), ("entered", ReasonFacts.Day(entered)), ("after_days", ReasonFacts.Number(policy.AfterDays)), ("due_on", ReasonFacts.Day(due))),
                },
            ],
        };
    }
}
