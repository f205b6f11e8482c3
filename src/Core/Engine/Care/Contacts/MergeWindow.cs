namespace Clientele.Care;

/// <summary>Makes one contact of the follow-ups of a client that lie close together, and keeps contacts apart as the frequency cap asks.</summary>
/// <remarks>The first one due takes the others with it, so that nothing is done late for it. Urgent ones, and those that are held back or take no part, are left as they are.</remarks>
internal sealed class MergeWindow(CareSettings settings, DueDays days, IReadOnlyDictionary<ClientId, DateOnly> lastContacts)
{
    public void Apply(IEnumerable<Planned> all)
    {
        if (settings.Furthest == 0)
        {
            return;
        }

        foreach (var client in all.Where(planned => planned.Policy.Merges && !planned.IsUrgent && !planned.FollowUp.IsHeld).GroupBy(planned => planned.FollowUp.Client))
        {
            One([.. client], lastContacts.TryGetValue(client.Key, out var last) ? last : null);
        }
    }

    private void One(List<Planned> waiting, DateOnly? last)
    {
        while (waiting.Count > 0)
        {
            waiting.Sort(InOrder);
            var lead = waiting[0];
            if (last is { } before && TooSoon(lead, before))
            {
                var from = lead.FollowUp.PlannedOn;
                var later = days.OnOrAfter(before.AddDays(settings.OneContactInDays), lead.Policy.DueDay);
                lead.MoveTo(later, Capped(before, from, later));
                continue;
            }

            last = lead.FollowUp.PlannedOn;
            foreach (var other in waiting.Skip(1).Where(other => Joins(other, last.Value)).ToList())
            {
                Merge(lead, other);
                waiting.Remove(other);
            }

            waiting.Remove(lead);
        }
    }

    // What matters on its day does not wait for the cap; it goes along with a contact shortly before, or stands by itself.
    private bool TooSoon(Planned planned, DateOnly before) => !planned.IsOfItsDay && planned.FollowUp.PlannedOn < before.AddDays(settings.OneContactInDays);

    private bool Joins(Planned planned, DateOnly contact) => planned.FollowUp.PlannedOn < contact.AddDays(planned.IsOfItsDay ? settings.Furthest : settings.MergeWindowDays);

    private static int InOrder(Planned left, Planned right)
    {
        var (one, other) = (left.FollowUp, right.FollowUp);
        return one.PlannedOn.CompareTo(other.PlannedOn) is var byDay and not 0 ? byDay
            : one.DueOn.CompareTo(other.DueOn) is var byDue and not 0 ? byDue
            : right.Policy.Priority.CompareTo(left.Policy.Priority) is var byPriority and not 0 ? byPriority
            : one.Id.CompareTo(other.Id);
    }

    private static void Merge(Planned lead, Planned other)
    {
        var day = lead.FollowUp.PlannedOn;
        var (own, due) = (lead.Policy.Title, ReasonFacts.Day(other.FollowUp.DueOn));
        lead.Because(new("merged", new($"Together with '{other.Policy.Title.En}', due on {due}.", $"一并办理“{other.Policy.Title.Zh}”（应于 {due}）。"))
        {
            Facts = ReasonFacts.Of(("follow_up", other.FollowUp.Id.ToString()), ("policy", other.Policy.Name), ("due_on", due)),
        });
        foreach (var reason in other.FollowUp.Reasons)
        {
            lead.Because(reason);
        }

        other.Set(other.FollowUp with { MergedInto = lead.FollowUp.Id, PlannedOn = day });
        other.Because(new("merged_into", new($"Done together with '{own.En}' on {ReasonFacts.Day(day)}.", $"并入“{own.Zh}”，于 {ReasonFacts.Day(day)} 一并办理。"))
        {
            Facts = ReasonFacts.Of(("follow_up", lead.FollowUp.Id.ToString()), ("policy", lead.Policy.Name), ("planned_on", ReasonFacts.Day(day))),
        });
    }

    private Reason Capped(DateOnly before, DateOnly from, DateOnly to) => new("frequency_cap", new(
        $"At most one contact in {settings.OneContactInDays} days, and one is on {ReasonFacts.Day(before)}: moved from {ReasonFacts.Day(from)} to {ReasonFacts.Day(to)}.",
        $"每 {settings.OneContactInDays} 天至多联系一次，{ReasonFacts.Day(before)} 已有联系，由 {ReasonFacts.Day(from)} 移至 {ReasonFacts.Day(to)}。"))
    {
        Facts = ReasonFacts.Of(("before", ReasonFacts.Day(before)), ("from", ReasonFacts.Day(from)), ("to", ReasonFacts.Day(to))),
    };
}
