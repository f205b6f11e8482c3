namespace Clientele.Care;

/// <summary>Gives each owner no more contacts on a working day than the owner can make; what is left over moves to the next, the least pressing first to go.</summary>
/// <remarks>What is urgent, and what is kept on a day that nobody works, is not moved; the urgent counts.</remarks>
internal sealed class Capacity(CareSettings settings, DueDays days, Population population, IReadOnlyDictionary<string, int> madeToday, DateOnly asOf)
{
    private const int FurthestDays = 3660;

    public void Apply(IReadOnlyList<Planned> all)
    {
        if (settings.ContactsADay is null && settings.ContactsADayOf.Count == 0)
        {
            return;
        }

        var merged = all.Where(planned => planned.FollowUp.MergedInto is not null).ToLookup(planned => planned.FollowUp.MergedInto!.Value);
        foreach (var owner in all.Where(planned => planned.IsContact && planned.FollowUp.Owner.Length > 0).GroupBy(planned => planned.FollowUp.Owner, StringComparer.Ordinal))
        {
            if (settings.CapacityOf(owner.Key) is { } capacity)
            {
                One([.. owner.Where(planned => planned.IsUrgent || days.IsWorked(planned.FollowUp.PlannedOn))], capacity, madeToday.GetValueOrDefault(owner.Key), merged);
            }
        }
    }

    private void One(List<Planned> waiting, int capacity, int made, ILookup<FollowUpId, Planned> merged)
    {
        if (capacity == 0)
        {
            waiting.Where(planned => !planned.IsUrgent).ToList().ForEach(planned => planned.Because(NoneAtPresent(planned)));
            return;
        }

        var steps = 0;
        for (var day = asOf; waiting.Count > 0 && steps < FurthestDays; day = day.AddDays(1), steps++)
        {
            // Days on which nothing is left to place are passed over at once.
            if (waiting.Min(planned => planned.FollowUp.PlannedOn) is var first && first > day)
            {
                (day, made) = (first, 0);
            }

            var due = waiting.Where(planned => planned.FollowUp.PlannedOn <= day).OrderByDescending(planned => planned.IsUrgent)
                .ThenByDescending(planned => planned.Policy.Priority).ThenBy(planned => planned.FollowUp.DueOn).ThenByDescending(planned => population.ValueOf(planned.FollowUp.Client)).ThenBy(planned => planned.FollowUp.Id).ToList();
            var free = days.IsWorked(day) ? Math.Max(0, capacity - made) : 0;
            foreach (var (index, planned) in due.Index())
            {
                if (planned.IsUrgent || index < free)
                {
                    Place(planned, day, capacity, merged[planned.FollowUp.Id]);
                    waiting.Remove(planned);
                }
            }

            made = 0;
        }
    }

    private static void Place(Planned planned, DateOnly day, int capacity, IEnumerable<Planned> merged)
    {
        var from = planned.FollowUp.PlannedOn;
        if (planned.IsUrgent || from == day)
        {
            return;
        }

        planned.MoveTo(day, new("capacity", new(
            $"{planned.FollowUp.Owner} makes {capacity} contacts a day: moved from {ReasonFacts.Day(from)} to {ReasonFacts.Day(day)}.",
            $"{planned.FollowUp.Owner} 每日至多办理 {capacity} 项，由 {ReasonFacts.Day(from)} 移至 {ReasonFacts.Day(day)}。"))
        {
            Facts = ReasonFacts.Of(("capacity", ReasonFacts.Number(capacity)), ("from", ReasonFacts.Day(from)), ("to", ReasonFacts.Day(day))),
        });
        foreach (var other in merged)
        {
            other.Set(other.FollowUp with { PlannedOn = day });
        }
    }

    private static Reason NoneAtPresent(Planned planned) => new("no_capacity", new(
        $"{planned.FollowUp.Owner} makes no contacts at present; give the client another owner.",
        $"{planned.FollowUp.Owner} 目前不承担回访，请另行指定负责人。"));
}
