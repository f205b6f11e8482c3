namespace Clientele;

/// <summary>A rule that can refuse to send a letter, or to do something with a client, with a reason, and who may override it. All letters and actions pass all their guards in one place.</summary>
/// <remarks>
/// Immutable and thread-safe. <see cref="AllowedWhen"/> is a boolean rule; besides measures and attributes it reads
/// <c>letter.name</c>, <c>letter.purpose</c>, <c>contact.known</c> (boolean), <c>contact.role</c>, <c>contact.consents</c> and <c>contact.refusals</c>
/// (lists of the purposes agreed to and refused, as of the day), the contact's attributes under <c>contact.</c>, such as <c>contact.core.attitude</c>, <c>contact.bounced</c> (boolean: a letter came back from the contact's e-mail address), <c>client.kind</c>,
/// <c>client.open_matters</c> (list of the types of which a matter is not over), <c>client.overdue_promises</c>, <c>letter.pending_promises</c> (promises it speaks of that nobody has approved), <c>letter.holding</c> (boolean). When it is unknown because a value is missing, the letter is refused.
/// A guard of actions (see <see cref="Kinds"/>) reads these as well, and <c>action.kind</c>, <c>action.purpose</c>, <c>action.amount</c> (0 without one) and <c>action.year_total</c>
/// (the amounts of the guard's kinds with the same contact, or without one with the client, in the calendar year of the action, itself included).
/// </remarks>
public sealed record Guard
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The letter passes when this holds.</summary>
    public required string AllowedWhen { get => field; init => field = Require.Text(value); }

    /// <summary>What to tell the operator when it does not, and what to do about it.</summary>
    public required LocalizedText Refusal { get; init; }

    /// <summary>The role whose holder may override it; empty when nobody may.</summary>
    public string OverridableBy { get; init; } = "";

    /// <summary>The kinds of touchpoint about which it is asked before they are done, such as a gift; empty for a guard of letters.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}
