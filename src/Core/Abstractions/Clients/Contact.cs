namespace Clientele;

/// <summary>How a letter addresses a person.</summary>
public enum Salutation
{
    /// <summary>Not known: the letter uses the full name.</summary>
    Unknown,

    /// <summary>Mr, 先生.</summary>
    Mr,

    /// <summary>Ms, 女士.</summary>
    Ms,

    /// <summary>Dr, 博士.</summary>
    Dr,

    /// <summary>Professor, 教授.</summary>
    Professor,
}

/// <summary>A person at a client. Personal data live here; touchpoints and documents refer to it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Contact
{
    /// <summary>Who this is.</summary>
    public required ContactId Id { get; init; }

    /// <summary>The client the person is at.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The full name, as the person writes it; not blank.</summary>
    public required string Name { get => field; init => field = Require.Text(value); }

    /// <summary>The family name, where it cannot be told from <see cref="Name"/>; empty to derive it (the first character of a Chinese name, the last word of any other).</summary>
    public string FamilyName { get; init; } = "";

    /// <summary>How a letter addresses the person.</summary>
    public Salutation Salutation { get; init; }

    /// <summary>The position, such as "Director of Works"; empty when unknown.</summary>
    public string Position { get; init; } = "";

    /// <summary>The person's part in decisions, such as <c>decider</c>, <c>user</c>, <c>finance</c>; empty when unknown.</summary>
    public string Role { get; init; } = "";

    /// <summary>The e-mail address; empty when unknown.</summary>
    public string Email { get; init; } = "";

    /// <summary>The telephone number as the person writes it; empty when unknown.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The culture the person reads, such as <c>zh-CN</c>; <see langword="null"/> for the client's.</summary>
    public string? Culture { get; init; }

    /// <summary>Whether letters to the client go to this person when nobody else is named.</summary>
    public bool Primary { get; init; }

    /// <summary>The source that <see cref="ExternalId"/> belongs to.</summary>
    public string Source { get; init; } = "";

    /// <summary>The person's id in its source.</summary>
    public string ExternalId { get; init; } = "";
}
