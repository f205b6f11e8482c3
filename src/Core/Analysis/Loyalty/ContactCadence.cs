namespace Clientele.Analysis.Loyalty;

/// <summary>A try to reach a client.</summary>
/// <param name="On">The day.</param>
/// <param name="Effective">Whether he was reached; an attempt without an answer was not effective.</param>
public readonly record struct ContactAttempt(DateOnly On, bool Effective);

/// <summary>How often a class of clients is to be seen.</summary>
/// <param name="TargetDays">At the latest so many days after the last effective touch.</param>
/// <param name="CapTouches">No more touches than this …</param>
/// <param name="CapDays">… within so many days.</param>
public readonly record struct CadenceTarget(int TargetDays, int CapTouches, int CapDays);

/// <summary>Whether a client is seen often enough, or too often.</summary>
/// <param name="DaysSinceTouch">Days since he was last really reached.</param>
/// <param name="OverdueDays">By how many days a touch is overdue; 0 when it is not.</param>
/// <param name="RecentTouches">Tries to reach him within the days of the cap, answered or not.</param>
/// <param name="TooOften">Whether they exceed the cap.</param>
public sealed record ContactCadence(int DaysSinceTouch, int OverdueDays, int RecentTouches, bool TooOften)
{
    /// <summary>Compares contacts with the target.</summary>
    /// <param name="contacts">The contacts, in any order; those after the day do not count.</param>
    /// <param name="target">The target of the client's class.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The cadence, or why there is none: the client was never reached.</returns>
    public static Finding<ContactCadence> Of(IEnumerable<ContactAttempt> contacts, CadenceTarget target, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        if (OutOfRange.Of(
            new Input(new("target interval in days", "目标间隔（天）"), target.TargetDays, 1, 36500),
            new Input(new("cap of touches", "接触次数上限"), target.CapTouches, 1, 36500),
            new Input(new("days of the cap", "上限所指天数"), target.CapDays, 1, 36500)) is { } reason)
        {
            return Finding.Refused<ContactCadence>(reason);
        }

        var past = contacts.Where(contact => contact.On <= asOf).ToList();
        var effective = past.Where(contact => contact.Effective).Select(contact => contact.On).ToList();
        if (effective.Count == 0)
        {
            return Finding.Refused<ContactCadence>("never_reached", new("The client was never reached.", "从未有效联系到该客户。"));
        }

        int since = asOf.DayNumber - effective.Max().DayNumber, recent = past.Count(contact => asOf.DayNumber - contact.On.DayNumber < target.CapDays);
        return Finding.Of(new ContactCadence(since, Math.Max(0, since - target.TargetDays), recent, recent > target.CapTouches));
    }
}
