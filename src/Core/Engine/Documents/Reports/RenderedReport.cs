namespace Clientele.Documents;

/// <summary>A report as it is read: one HTML file that needs nothing beside it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Html">A complete HTML page.</param>
/// <param name="Culture">The culture it is written in.</param>
/// <param name="TemplatePath">The path of its template inside the template folders.</param>
/// <param name="TemplateHash">The SHA-256 over its template, the layout and what they include.</param>
/// <param name="OutputHash">The SHA-256 of the HTML.</param>
/// <remarks>Lines end in a line feed. The same facts and templates give the same bytes on every machine.</remarks>
public sealed record RenderedReport(string Title, string Html, string Culture, string TemplatePath, string TemplateHash, string OutputHash);
