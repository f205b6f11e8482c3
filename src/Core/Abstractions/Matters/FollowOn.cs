namespace Clientele;

/// <summary>A matter that comes of another: the next phase sought before this one ends, an opportunity heard of in a review.</summary>
/// <remarks>
/// Immutable and thread-safe. It is opened once for each matter, by the planning of care, with the other as its <see cref="Matter.Origin"/>. Contacts and open promises belong to the client and so go with it;
/// details are read through the link rather than copied, so that a correction of the first is one of both.
/// </remarks>
public sealed record FollowOn
{
    /// <summary>Its name within the matter type; the id of the opened matter follows from it.</summary>
    public required string Name { get => field; init => field = Require.LocalName(value); }

    /// <summary>What the opened matter is called, before the title of the matter it comes of.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The type of the opened matter.</summary>
    public required string Type { get => field; init => field = Require.Name(value); }

    /// <summary>The stage whose entry opens it, unless its date came first; empty for none.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The detail of the matter, a date, that it is opened before; empty for none.</summary>
    public string Before { get; init; } = "";

    /// <summary>Days before <see cref="Before"/>; 0 or more.</summary>
    public int LeadDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The lead of a follow-on cannot be negative.");
            field = value;
        }
    }

    /// <summary>The details that the opened matter shows as its own until it has them itself; none by default.</summary>
    public IReadOnlyList<string> Carries { get; init; } = [];
}
