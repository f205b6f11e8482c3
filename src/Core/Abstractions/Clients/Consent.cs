namespace Clientele;

/// <summary>A contact's answer, on a day, to being contacted for a purpose. The latest answer on or before a day is the one in force that day.</summary>
/// <param name="Contact">Who answered.</param>
/// <param name="Purpose">What for: a lower-case word such as <c>service</c>, <c>marketing</c> or <c>greeting</c>, the same as a letter's purpose.</param>
/// <param name="Granted">Whether the contact agreed.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Source">How it was given, such as "contract annex 3" or "e-mail".</param>
public sealed record Consent(ContactId Contact, string Purpose, bool Granted, DateOnly On, string Source = "");
