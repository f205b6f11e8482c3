namespace Clientele.Care;

/// <summary>A wanted follow-up on its way to a day: what the working days, the merge window and the owner's capacity make of it.</summary>
internal sealed class Planned(Policy policy, FollowUp followUp)
{
    public Policy Policy => policy;

    public FollowUp FollowUp { get; private set; } = followUp;

    public bool IsUrgent => policy.Priority == CarePriority.Urgent;

    /// <summary>Whether the day itself matters, so that waiting makes no sense: a festival, a birthday, the end of a warranty.</summary>
    public bool IsOfItsDay => policy is OccasionPolicy or DatePolicy or BirthdayPolicy;

    /// <summary>Whether it is a contact by itself rather than a part of another.</summary>
    public bool IsContact => FollowUp.MergedInto is null && !FollowUp.IsHeld;

    public void Set(FollowUp changed) => FollowUp = changed;

    public void Because(Reason reason) => FollowUp = FollowUp with { Reasons = [.. FollowUp.Reasons, reason] };

    public void MoveTo(DateOnly day, Reason reason)
    {
        FollowUp = FollowUp with { PlannedOn = day };
        Because(reason);
    }
}
