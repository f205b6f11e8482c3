namespace Clientele;

/// <summary>To whom an overdue follow-up goes besides its owner.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Escalation
{
    /// <summary>How many days overdue; 1 or more.</summary>
    public required int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 1, "An escalation comes at least one day after the due day.");
            field = value;
        }
    }

    /// <summary>The role of the owner it goes to, such as <c>manager</c>.</summary>
    public required string Role { get => field; init => field = Require.Text(value); }
}
