using Clientele.Promises;
using Clientele.Timing;

namespace Clientele.Documents;

/// <summary>Everything that one letter and its guards read: facts of one client, as of a day.</summary>
/// <remarks>Immutable and thread-safe. The same facts give the same letter, byte for byte.</remarks>
public sealed record LetterFacts
{
    /// <summary>Which letter.</summary>
    public required LetterDefinition Letter { get; init; }

    /// <summary>The day of the letter; every fact is as of it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The language of the letter.</summary>
    public required DocumentLanguage Language { get; init; }

    /// <summary>The ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Who writes.</summary>
    public required Firm Firm { get; init; }

    /// <summary>To whom.</summary>
    public required Client Client { get; init; }

    /// <summary>The client's attributes in force.</summary>
    public IReadOnlyList<AttributeFact> Attributes { get; init; } = [];

    /// <summary>The person the letter goes to; <see langword="null"/> for nobody in particular.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The contact's attributes in force; none without a contact.</summary>
    public IReadOnlyList<AttributeFact> ContactAttributes { get; init; } = [];

    /// <summary>The contact's answers to being contacted that are in force.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>When a letter last came back from the contact's e-mail address; <see langword="null"/> when none did.</summary>
    public DateOnly? BouncedOn { get; init; }

    /// <summary>The matter the letter is about; <see langword="null"/> for the client as a whole.</summary>
    public MatterFacts? Matter { get; init; }

    /// <summary>The promises that the letter speaks of, approved or not.</summary>
    public IReadOnlyList<PromiseLine> Promises { get; init; } = [];

    /// <summary>The types of which the client has a matter that is not over, by name; empty where no guard asks for them.</summary>
    public IReadOnlyList<string> OpenMatters { get; init; } = [];

    /// <summary>How many promises to the client are overdue; 0 where no guard asks for them.</summary>
    public int OverduePromises { get; init; }

    /// <summary>The client's measures by qualified name; <see langword="null"/> or absent where there is not enough data.</summary>
    public IReadOnlyDictionary<string, decimal?> Measures { get; init; } = new Dictionary<string, decimal?>(StringComparer.Ordinal);

    /// <summary>The insights that the letter shows, of this client alone.</summary>
    public IReadOnlyList<InsightFact> Insights { get; init; } = [];

    /// <summary>The segments the client is in.</summary>
    public IReadOnlyList<SegmentFact> Segments { get; init; } = [];

    /// <summary>When the client was last reached; <see langword="null"/> for never.</summary>
    public TouchFact? LastTouch { get; init; }

    /// <summary>Who looks after the client in the role that the letter needs; empty for nobody.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The follow-up that the letter serves; <see langword="null"/> for a letter asked for by hand.</summary>
    public FollowUpFact? FollowUp { get; init; }

    /// <summary>What is going to be done, where guards are asked about an action rather than a letter.</summary>
    public ActionFacts? Action { get; init; }

    /// <summary>Whether it is the time for the letter's purpose; <see langword="null"/> when nobody asked.</summary>
    public TimingAnswer? Timing { get; init; }

    /// <summary>What is sent with the letter, by its name in the letter's language.</summary>
    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>The entries in force of the registers that the letter reads.</summary>
    public IReadOnlyList<RegisterFacts> Registers { get; init; } = [];

    /// <summary>Whether any of the facts is marked as invented.</summary>
    public bool Invented { get; init; }
}

/// <summary>An action that guards are asked about.</summary>
/// <param name="Kind">The kind of touchpoint it would be.</param>
/// <param name="Purpose">What it is for, such as <c>sales</c>; empty for none in particular.</param>
/// <param name="Amount">Its amount; 0 without one.</param>
/// <param name="InYear">The amounts with the same contact, or without one with the client, in the calendar year before it, by kind.</param>
public sealed record ActionFacts(string Kind, string Purpose, decimal Amount, IReadOnlyDictionary<string, decimal> InYear);

/// <summary>An attribute's value with its definition.</summary>
/// <param name="Definition">The definition, which says how to read and show the value.</param>
/// <param name="Value">The value in invariant form.</param>
public sealed record AttributeFact(AttributeDefinition Definition, string Value);

/// <summary>A detail of a touchpoint with its kind.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">The value in invariant form.</param>
public sealed record DetailFact(string Name, ValueKind Kind, string Value);

/// <summary>A matter in its stage.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="TypeTitle">What its type is called.</param>
/// <param name="Stage">The stage it is in.</param>
/// <param name="StageTitle">What the stage is called.</param>
public sealed record MatterFacts(Matter Matter, LocalizedText TypeTitle, MatterStage Stage, LocalizedText StageTitle)
{
    /// <summary>The details of its touchpoints, the latest of each name.</summary>
    public IReadOnlyList<DetailFact> Details { get; init; } = [];

    /// <summary>The sum of its touchpoints with the role <see cref="TouchpointRoles.Sale"/>.</summary>
    public decimal Amount { get; init; }
}

/// <summary>A segment that a client is in.</summary>
/// <param name="Scheme">The scheme's qualified name.</param>
/// <param name="Name">The segment's name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Since">The first day.</param>
public sealed record SegmentFact(string Scheme, string Name, LocalizedText Title, DateOnly Since);

/// <summary>A touchpoint at which the client was reached.</summary>
/// <param name="KindTitle">What its kind is called.</param>
/// <param name="OccurredOn">The day.</param>
/// <param name="By">The employee who did it; empty when nobody of ours did.</param>
/// <param name="Channel">How; empty when it does not matter.</param>
public sealed record TouchFact(LocalizedText KindTitle, DateOnly OccurredOn, string By, string Channel);

/// <summary>A follow-up with the name of its policy.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="PolicyTitle">What the policy is called.</param>
public sealed record FollowUpFact(FollowUp FollowUp, LocalizedText PolicyTitle);
