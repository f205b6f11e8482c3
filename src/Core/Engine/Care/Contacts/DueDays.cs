namespace Clientele.Care;

/// <summary>Applies the working days and the blackout days to due days.</summary>
internal sealed class DueDays(CareSettings settings, DateOnly asOf)
{
    private const int FurthestSearch = 3660;

    /// <summary>Moves the due day of a follow-up as its policy says, and says so.</summary>
    public void Apply(Planned planned)
    {
        var wanted = planned.FollowUp.DueOn;
        var due = Open(wanted, planned.Policy.DueDay);
        if (due != wanted)
        {
            planned.Set(planned.FollowUp with { DueOn = due });
            planned.Because(Moved(wanted, due));
        }

        // What is overdue is for today, or for the next day on which it can be done.
        if (planned.FollowUp.DueOn < asOf)
        {
            planned.Set(planned.FollowUp with { PlannedOn = OnOrAfter(asOf, planned.Policy.DueDay) });
        }
    }

    /// <summary>The first day on a day or after it on which a policy allows contacts.</summary>
    public DateOnly OnOrAfter(DateOnly day, DueDayRule rule) => Open(day, rule == DueDayRule.Keep ? DueDayRule.Keep : DueDayRule.NextWorkingDay);

    public bool IsWorked(DateOnly day) => settings.WorkingDays.IsWorked(day) && !IsBlackedOut(day);

    private DateOnly Open(DateOnly day, DueDayRule rule)
    {
        var open = day;
        for (var steps = 0; steps < FurthestSearch; steps++)
        {
            if (!IsBlackedOut(open) && (rule == DueDayRule.Keep || settings.WorkingDays.IsWorked(open)))
            {
                return open;
            }

            open = open.AddDays(rule == DueDayRule.PreviousWorkingDay ? -1 : 1);
        }

        throw new ClienteleException(ErrorCodes.RecordInvalid, $"There is no day within ten years of {ReasonFacts.Day(day)} that is worked and not blacked out; look at the holidays and blackout days.");
    }

    private bool IsBlackedOut(DateOnly day) => settings.Blackouts.Any(blackout => blackout.Covers(day));

    private Reason Moved(DateOnly wanted, DateOnly due)
    {
        var (from, to) = (ReasonFacts.Day(wanted), ReasonFacts.Day(due));
        var moved = due > wanted ? "顺延至" : "提前至";
        var text = settings.Blackouts.FirstOrDefault(blackout => blackout.Covers(wanted)) is { } closed
            ? new LocalizedText($"Nobody is contacted on {from} ({closed.Title.En}), so it is due on {to}.", $"{from} 不联系客户（{closed.Title.Zh}），{moved} {to}。")
            : new LocalizedText($"{from} is not a working day, so it is due on {to}.", $"{from} 为非工作日，{moved} {to}。");
        return new("due_day_moved", text) { Facts = ReasonFacts.Of(("from", from), ("to", to)) };
    }
}
