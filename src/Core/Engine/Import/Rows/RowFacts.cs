namespace Clientele.Import;

/// <summary>A value of a client or a contact that holds from a day on: an attribute or an owner.</summary>
/// <param name="Name">The attribute's name or the owner's role.</param>
/// <param name="Value">The value or the person.</param>
/// <param name="From">The first day; <see langword="null"/> for the client's first.</param>
internal sealed record DatedValue(string Name, string Value, DateOnly? From);

/// <summary>Something a row refers to without making it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Its source.</param>
/// <param name="ExternalId">Its id in the source.</param>
/// <param name="Place">Where the row names it.</param>
internal sealed record Reference(Guid Id, string Source, string ExternalId, string Place);

/// <summary>A fact that a row tells, with what the row calls it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="ExternalId">Its id in the source.</param>
/// <param name="Place">Where the row names it.</param>
internal sealed record RowTouchpoint(Touchpoint Fact, string ExternalId, string Place);

/// <summary>What one row, or one part of it, tells: whom it is about and what belongs to that.</summary>
internal sealed record RowFacts
{
    /// <summary>The client's id.</summary>
    public required Reference ClientReference { get; init; }

    /// <summary>The client the row makes; <see langword="null"/> when it only refers to one.</summary>
    public Client? Client { get; init; }

    public IReadOnlyList<DatedValue> Attributes { get; init; } = [];

    public IReadOnlyList<DatedValue> Owners { get; init; } = [];

    /// <summary>The contact's id; <see langword="null"/> when the row names nobody.</summary>
    public Reference? ContactReference { get; init; }

    /// <summary>The contact the row makes; <see langword="null"/> when it only refers to one.</summary>
    public Contact? Contact { get; init; }

    public IReadOnlyList<DatedValue> ContactAttributes { get; init; } = [];

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>The matter's id; <see langword="null"/> when the row is about none.</summary>
    public Reference? MatterReference { get; init; }

    /// <summary>The matter the row makes; <see langword="null"/> when it only refers to one.</summary>
    public Matter? Matter { get; init; }

    public IReadOnlyList<RowTouchpoint> Touchpoints { get; init; } = [];
}
