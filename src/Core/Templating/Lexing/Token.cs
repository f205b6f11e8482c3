namespace Clientele.Templating;

/// <summary>A token: its kind and where it stands. Its text is the stretch of the template it covers.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>The decoded text of a string, or the literal text of a template with its whitespace control applied.</summary>
    public string? Content { get; init; }

    public TextSpan Span => new(Start, End);
}
