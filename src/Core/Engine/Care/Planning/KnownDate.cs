namespace Clientele.Care;

/// <summary>A date that a follow-up is tied to.</summary>
/// <param name="Client">Whose.</param>
/// <param name="On">The date.</param>
/// <param name="What">What it is the date of.</param>
/// <param name="Matter">The matter it belongs to, where it belongs to one.</param>
/// <param name="Contact">The person it belongs to, where it belongs to one.</param>
internal sealed record KnownDate(ClientId Client, DateOnly On, LocalizedText What, MatterId? Matter = null, ContactId? Contact = null);
