namespace Clientele.Storage;

/// <summary>The archive's row for a rendered document: what it was made from, and what came out.</summary>
/// <param name="Id">Follows from name, client, culture and day: rendering again replaces the row.</param>
/// <param name="Kind"><c>letter</c> or <c>report</c>.</param>
/// <param name="Name">The registered name of the letter or report.</param>
/// <param name="Client">The client of a letter; <see langword="null"/> for a report.</param>
/// <param name="Contact">The recipient, where one is named. The document itself is not stored but what it was made from, with personal data apart, so that a person can be erased from it.</param>
/// <param name="Culture">The culture it was rendered in.</param>
/// <param name="AsOf">The as-of day.</param>
/// <param name="Template">The template's path.</param>
/// <param name="TemplateHash">The SHA-256 of the template's text, in lower-case hexadecimal.</param>
/// <param name="OutputHash">The SHA-256 of the HTML, in lower-case hexadecimal.</param>
/// <param name="Path">Where it was written; empty when it was only handed to the caller.</param>
public sealed record ArchivedDocument(Guid Id, string Kind, string Name, ClientId? Client, ContactId? Contact, string Culture, DateOnly AsOf, string Template, string TemplateHash, string OutputHash, string Path);
