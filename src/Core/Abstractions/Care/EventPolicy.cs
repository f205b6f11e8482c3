namespace Clientele;

/// <summary>How long after an event something is due.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record EventStep
{
    /// <summary>Creates a step.</summary>
    /// <param name="afterDays">Days after the event; 0 or more.</param>
    /// <param name="inWorkingDays">Whether they are working days.</param>
    public EventStep(int afterDays, bool inWorkingDays = false)
    {
        Require.That(afterDays is >= 0 and <= 36_600, "The days after an event cannot be negative or more than a hundred years.");
        AfterDays = afterDays;
        InWorkingDays = inWorkingDays;
    }

    /// <summary>Days after the event.</summary>
    public int AfterDays { get; }

    /// <summary>Whether they are working days.</summary>
    public bool InWorkingDays { get; }
}

/// <summary>Follow-ups after a touchpoint of some kind: a week, three months and a year after the keys were handed over; thanks two days after a contract was signed.</summary>
/// <remarks>Immutable and thread-safe. Each step is a follow-up of its own; a touchpoint that fulfils an earlier one does not fulfil a later.</remarks>
/// <example>
/// <code>
/// new EventPolicy { Name = "firm.after_delivery", Title = new("After delivery", "交付后回访"), After = ["firm.delivered"], Steps = [new(7), new(90), new(365)] }
/// </code>
/// </example>
public sealed record EventPolicy : DatedPolicy
{
    /// <summary>Creates a policy whose follow-ups lapse when they are overdue for more than 90 days.</summary>
    public EventPolicy() => LapsesAfterDays = 90;

    /// <summary>The kinds of touchpoint that start the clock.</summary>
    public required IReadOnlyList<string> After { get => field; init => field = Require.NotEmpty(value); }

    /// <summary>When follow-ups are due, the earliest first.</summary>
    public required IReadOnlyList<EventStep> Steps { get => field; init => field = Require.NotEmpty(value); }

    /// <summary>Whether the follow-up belongs to whoever did the touchpoint that starts the clock, rather than to the client's owner in the policy's role; the owner has it where the touchpoint names nobody.</summary>
    public bool OwnedByDoer { get; init; }
}
