namespace Clientele;

/// <summary>What a computation reads of a person at a client: the part in decisions and the declared attributes, and no name.</summary>
/// <param name="id">The person.</param>
/// <param name="client">The client the person is at.</param>
/// <param name="role">The person's part in decisions, as the contact has it; empty when unknown.</param>
/// <param name="position">The position; empty when unknown.</param>
/// <param name="number">Gives the number of a declared attribute, or <see langword="null"/>.</param>
/// <param name="text">Gives the text of a declared attribute, or <see langword="null"/>.</param>
/// <remarks>Valid only during the call it is given to.</remarks>
public sealed class ContactFacts(ContactId id, ClientId client, string role, string position, Func<string, decimal?> number, Func<string, string?> text)
{
    /// <summary>The person.</summary>
    public ContactId Id { get; } = id;

    /// <summary>The client the person is at.</summary>
    public ClientId Client { get; } = client;

    /// <summary>The person's part in decisions, as the contact has it; empty when unknown.</summary>
    public string Role { get; } = role;

    /// <summary>The position; empty when unknown.</summary>
    public string Position { get; } = position;

    /// <summary>The number of a numeric attribute.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The number; <see langword="null"/> when it is missing.</returns>
    public decimal? Number(string name) => number(name);

    /// <summary>The text of an attribute, as it is kept: a choice by its value, a day as <c>2026-03-31</c>, a boolean as <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The text; <see langword="null"/> when it is missing.</returns>
    public string? Text(string name) => text(name);
}
