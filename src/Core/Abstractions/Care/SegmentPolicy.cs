namespace Clientele;

/// <summary>A task on entering a segment: a part of the segment's playbook. It is opened once for each entry; while it is open, leaving the segment lets it lapse, and what was finished stays.</summary>
/// <remarks>The task is done when it is completed by hand, whatever else happens with the client meanwhile: a visit does not register a card.</remarks>
public sealed record SegmentPolicy : Policy
{
    /// <summary>Creates a policy that does not take part in the merge window: a task of a playbook need not be a contact.</summary>
    public SegmentPolicy() => Merges = false;

    /// <summary>The scheme.</summary>
    public required string Scheme { get => field; init => field = Require.Name(value); }

    /// <summary>The segment whose entry opens the task.</summary>
    public required string Segment { get => field; init => field = Require.LocalName(value); }

    /// <summary>Days from entering to the due day; 0 or more.</summary>
    public int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The days after an entry cannot be negative.");
            field = value;
        }
    }
}
