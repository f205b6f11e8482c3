namespace Clientele.Templating;

/// <summary>Finds the text of a template by its path: the entry template of <see cref="TemplateEngine.Load"/> and everything it includes.</summary>
/// <remarks>
/// The engine calls it once per path and keeps the compiled result, from whatever thread first needs the path, so an implementation
/// must be thread-safe. What it throws reaches the caller of the render wrapped in a <see cref="TemplateException"/>.
/// </remarks>
public interface ITemplateLoader
{
    /// <summary>Returns the text of a template.</summary>
    /// <param name="path">The path as written in the template.</param>
    /// <returns>The text, or <see langword="null"/> when there is no such template, which becomes an error that names the path.</returns>
    string? Load(string path);
}
