namespace Clientele;

/// <summary>What belonging to a segment means: how to work with such a client, its share of scarce capacity, and what it is entitled to.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Treatment
{
    /// <summary>How to work with such clients, in a sentence.</summary>
    public LocalizedText? Strategy { get; init; }

    /// <summary>What to find out about them; <see langword="null"/> when nothing in particular.</summary>
    public LocalizedText? InformationTarget { get; init; }

    /// <summary>How often such a client should be contacted, in days; <see langword="null"/> when the segment does not say. A <see cref="CadencePolicy"/> makes follow-ups of it.</summary>
    public int? ContactEveryDays { get; init; }

    /// <summary>The segment's weight when scarce capacity is divided: relative to the weights of the other segments; 0 for none.</summary>
    public decimal CapacityWeight { get; init => field = NotNegative(value); }

    /// <summary>The least capacity for each of its clients, in the unit that is divided, such as hours.</summary>
    public decimal CapacityFloor { get; init => field = NotNegative(value); }

    /// <summary>The most capacity for each of its clients; <see langword="null"/> for no limit.</summary>
    public decimal? CapacityCap { get; init; }

    /// <summary>How many days before a launch its clients see what is launched.</summary>
    public int LeadDays { get; init => field = (int)NotNegative(value); }

    /// <summary>Whose requests are served first when there is not enough for everybody: the higher, the earlier.</summary>
    public int Priority { get; init; }

    /// <summary>The channels by which its clients are addressed, such as <c>email</c>; empty for all.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Whether no follow-ups are planned for its clients: the relationship rests.</summary>
    public bool StopsFollowUps { get; init; }

    private static decimal NotNegative(decimal value)
    {
        Require.That(value >= 0, "Weights, floors and lead days cannot be negative.");
        return value;
    }
}
