namespace Clientele.Templating;

/// <summary>A node of the immutable syntax tree: what was written, and where.</summary>
internal abstract class SyntaxNode(TextSpan span)
{
    public TextSpan Span { get; } = span;
}

/// <summary>Something that has a value.</summary>
internal abstract class ExpressionSyntax(TextSpan span, int innerDepth = 0) : SyntaxNode(span)
{
    /// <summary>How many expressions nest here, this one included.</summary>
    public int Depth { get; } = innerDepth + 1;
}

/// <summary>Something that is done.</summary>
internal abstract class StatementSyntax(TextSpan span) : SyntaxNode(span);
