using Clientele.Calendars;

namespace Clientele.Care;

/// <summary>Finds which dates have a follow-up due before or after them.</summary>
internal sealed class DatePlanning(PlanningDay day, DatePolicy policy, IReadOnlySet<string> fulfilling)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var candidates = new List<FollowUp>();
        await foreach (var known in new KnownDates(day, policy).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (day.Population.Includes(policy, known.Client))
            {
                candidates.AddRange(Days(known.On).Where(IsNear).Select(on => FollowUp(known, on)));
            }
        }

        if (candidates.Count == 0)
        {
            return [];
        }

        var touches = await Touches.ReadAsync(day.Store, fulfilling, candidates.Min(candidate => candidate.CountsFrom), day.AsOf, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Where(candidate => !touches.After(candidate.Client, candidate.CountsFrom, candidate.Matter))];
    }

    private bool IsNear(DateOnly on) => Due(on) <= day.Until && Due(on).AddDays(policy.LapsesAfterDays) >= day.AsOf;

    private DateOnly Due(DateOnly on) => on.AddDays(policy.DaysAfter - policy.DaysBefore);

    private IEnumerable<DateOnly> Days(DateOnly date)
    {
        if (!policy.Yearly)
        {
            return [date];
        }

        return policy.Lunar && date >= LunarCalendar.FirstDay && date <= LunarCalendar.LastDay
            ? day.Returns(YearlyDays.Lunar(LunarCalendar.Of(date), policy.LeapMonth, policy.ShortMonth)).Where(on => on.Year > date.Year)
            : day.Returns(new Anniversary(date.Month, date.Day, policy.LeapDay)).Where(on => on.Year > date.Year);
    }

    private FollowUp FollowUp(KnownDate known, DateOnly on)
    {
        var due = Due(on);
        var (date, until) = (ReasonFacts.Day(on), ReasonFacts.Day(due));
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{known.Client}|{known.Matter}|{known.Contact}|{date}"),
            Client = known.Client,
            Matter = known.Matter,
            Contact = known.Contact,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = due.AddDays(-policy.EarlyDays),
            Occurrence = date,
            Reasons = [new("date", Sentence(known, date, until)) { Facts = ReasonFacts.Of(("date", date), ("known", ReasonFacts.Day(known.On)), ("due_on", until)) }],
        };
    }

    private LocalizedText Sentence(KnownDate known, string date, string due)
    {
        var what = policy.Yearly
            ? new LocalizedText($"{known.What.En} {ReasonFacts.Day(known.On)} returns on {date}", $"{known.What.Zh}（{ReasonFacts.Day(known.On)}）周年为 {date}")
            : new LocalizedText($"{known.What.En}: {date}", $"{known.What.Zh}：{date}");
        return (policy.DaysBefore, policy.DaysAfter) switch
        {
            (> 0, _) => new($"{what.En}; due {policy.DaysBefore} days before, on {due}.", $"{what.Zh}，应提前 {policy.DaysBefore} 天即于 {due} 跟进。"),
            (_, > 0) => new($"{what.En}; due {policy.DaysAfter} days after, on {due}.", $"{what.Zh}，应于 {policy.DaysAfter} 天后即 {due} 跟进。"),
            _ => new($"{what.En}; due on that day.", $"{what.Zh}，应于当日跟进。"),
        };
    }
}
