namespace Clientele.Care;

/// <summary>Passes what is overdue to the owner in another role, and says so.</summary>
internal sealed class Escalating(Owners owners, DateOnly asOf)
{
    public void Apply(Planned planned)
    {
        var overdue = asOf.DayNumber - planned.FollowUp.DueOn.DayNumber;
        if (planned.Policy.Escalation is not { } escalation || overdue < escalation.AfterDays || planned.FollowUp.IsHeld)
        {
            return;
        }

        var to = owners.Of(planned.FollowUp.Client, escalation.Role);
        planned.Set(planned.FollowUp with { EscalatedTo = to });
        planned.Because(new("escalated", to.Length > 0
            ? new($"Overdue for {overdue} days: passed to {to} ({escalation.Role}).", $"已逾期 {overdue} 天，上报 {to}（{escalation.Role}）。")
            : new($"Overdue for {overdue} days, but the client has nobody in the role {escalation.Role} to pass it to.", $"已逾期 {overdue} 天，但客户未指定 {escalation.Role}，无人可上报。"))
        {
            Facts = ReasonFacts.Of(("overdue_days", ReasonFacts.Number(overdue)), ("role", escalation.Role), ("to", to)),
        });
    }
}
