namespace Clientele.Templating;

/// <summary>
/// Text that already is in the given format, and is therefore written unescaped into a template of the same format.
/// Into a template of another format it is written as an ordinary value, escaped.
/// </summary>
/// <param name="Text">The text, already escaped.</param>
/// <param name="Format">The format that the text is written in.</param>
public sealed record SafeText(string Text, Escaping Format)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
