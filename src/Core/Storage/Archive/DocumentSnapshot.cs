namespace Clientele.Storage;

/// <summary>What an archived letter was made from.</summary>
/// <param name="Document">Which document.</param>
/// <param name="Client">Whose.</param>
/// <param name="Contact">The recipient, where one is named.</param>
/// <param name="Facts">The facts as JSON, without personal data.</param>
/// <param name="Personal">The personal data by field, each as JSON; <see langword="null"/> for a field that was erased.</param>
public sealed record DocumentSnapshot(Guid Document, ClientId? Client, ContactId? Contact, string Facts, IReadOnlyDictionary<string, string?> Personal);

/// <summary>A form that a document was written in.</summary>
/// <param name="Form">Which: <c>html</c>, <c>text</c>, <c>md</c>, <c>eml</c>, <c>docx</c>, <c>pdf</c>.</param>
/// <param name="Hash">The SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Content">Its bytes, where it cannot be rendered again byte for byte; <see langword="null"/> otherwise.</param>
public sealed record DocumentForm(string Form, string Hash, byte[]? Content = null);
