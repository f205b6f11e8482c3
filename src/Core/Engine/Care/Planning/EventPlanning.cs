namespace Clientele.Care;

/// <summary>Finds which touchpoints have a follow-up due so many days after them.</summary>
internal sealed class EventPlanning(PlanningDay day, EventPolicy policy, IReadOnlySet<string> fulfilling)
{
    // Ten working days lie within these days, holidays of a week and more included.
    private const int DaysOfTenWorkingDays = 28;

    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var furthest = policy.Steps.Max(step => step.InWorkingDays ? (step.AfterDays / 10 + 1) * DaysOfTenWorkingDays : step.AfterDays);
        var first = day.AsOf.DayNumber > furthest + policy.LapsesAfterDays ? day.AsOf.AddDays(-furthest - policy.LapsesAfterDays) : DateOnly.MinValue;
        var touches = await Touches.ReadAsync(day.Store, fulfilling, first, day.AsOf, cancellationToken).ConfigureAwait(false);
        var wanted = new List<FollowUp>();
        await foreach (var touchpoint in day.Store.Touchpoints.OfKindsAsync(policy.After, first, day.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!day.Population.Includes(policy, touchpoint.Client))
            {
                continue;
            }

            // A step begins when the one before it is due, so that one touchpoint does not fulfil both.
            var begins = touchpoint.OccurredOn;
            foreach (var step in policy.Steps)
            {
                var due = day.After(touchpoint.OccurredOn, step.AfterDays, step.InWorkingDays);
                var countsFrom = due.AddDays(-policy.EarlyDays) is var early && early > begins ? early : begins;
                if (due <= day.Until && due.AddDays(policy.LapsesAfterDays) >= day.AsOf && !touches.After(touchpoint.Client, countsFrom, touchpoint.Matter))
                {
                    wanted.Add(FollowUp(touchpoint, step, due, countsFrom));
                }

                begins = due;
            }
        }

        return wanted;
    }

    private FollowUp FollowUp(Touchpoint touchpoint, EventStep step, DateOnly due, DateOnly countsFrom)
    {
        var what = day.Catalogue.Kinds[touchpoint.Kind].Title;
        var (on, until) = (ReasonFacts.Day(touchpoint.OccurredOn), ReasonFacts.Day(due));
        var occurrence = $"{touchpoint.Id}+{ReasonFacts.Number(step.AfterDays)}{(step.InWorkingDays ? "w" : "")}";
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{touchpoint.Client}|{occurrence}"),
            Client = touchpoint.Client,
            Matter = touchpoint.Matter,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = countsFrom,
            Occurrence = occurrence,
            Owner = policy.OwnedByDoer ? touchpoint.By : "",
            Reasons =
            [
                new("event", step.InWorkingDays
                    ? new($"{what.En} on {on}; due {step.AfterDays} working days later, on {until}.", $"{on} {what.Zh}，应于 {step.AfterDays} 个工作日后即 {until} 跟进。")
                    : new($"{what.En} on {on}; due {step.AfterDays} days later, on {until}.", $"{on} {what.Zh}，应于 {step.AfterDays} 天后即 {until} 跟进。"))
                {
                    Facts = ReasonFacts.Of(("event", on), ("touchpoint", touchpoint.Id.ToString()), ("after_days", ReasonFacts.Number(step.AfterDays)), ("due_on", until)),
                },
            ],
        };
    }
}
