namespace Clientele;

/// <summary>A rule that can refuse to send a letter, with a reason, and who may override it. All letters pass all guards in one place.</summary>
/// <remarks>
/// Immutable and thread-safe. <see cref="AllowedWhen"/> is a boolean rule; besides measures and attributes it reads
/// <c>letter.name</c>, <c>letter.purpose</c>, <c>contact.known</c> (boolean), <c>contact.role</c>, <c>contact.consents</c> and <c>contact.refusals</c>
/// (lists of the purposes agreed to and refused, as of the day), the contact's attributes under <c>contact.</c>, such as <c>contact.core.attitude</c>, and <c>client.kind</c>. When it is unknown because a value is missing, the letter is refused.
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
}
