namespace Clientele.Documents;

/// <summary>A template that was found.</summary>
/// <param name="Path">Its path inside the template folders.</param>
/// <param name="Place">Where it was found: a file, or the framework's own.</param>
/// <param name="Text">Its text with line feeds, whatever the file has, so that a checkout on Windows renders the same bytes.</param>
public sealed record TemplateFile(string Path, string Place, string Text);
