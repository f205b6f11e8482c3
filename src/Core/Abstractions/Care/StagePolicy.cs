namespace Clientele;

/// <summary>A follow-up chained to a stage: so many days, or working days, after a matter enters it.</summary>
public sealed record StagePolicy : Policy
{
    /// <summary>Creates a policy that does not take part in the merge window: what a stage asks for as a rule needs a touchpoint of its own kind, which moves the matter on.</summary>
    public StagePolicy() => Merges = false;

    /// <summary>The type of the matter.</summary>
    public required string MatterType { get => field; init => field = Require.Name(value); }

    /// <summary>The stage that starts the clock.</summary>
    public required string Stage { get => field; init => field = Require.LocalName(value); }

    /// <summary>Days from entering the stage to the due day; 0 or more.</summary>
    public required int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The days after a stage cannot be negative.");
            field = value;
        }
    }

    /// <summary>Whether <see cref="AfterDays"/> counts working days: three after a Wednesday are the next Monday.</summary>
    public bool InWorkingDays { get; init; }
}
