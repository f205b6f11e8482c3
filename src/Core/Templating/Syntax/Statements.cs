namespace Clientele.Templating;

/// <summary>Statements in order.</summary>
internal sealed class BlockSyntax(TextSpan span, IReadOnlyList<StatementSyntax> statements) : SyntaxNode(span)
{
    public IReadOnlyList<StatementSyntax> Statements { get; } = statements;
}

/// <summary>Text between code blocks.</summary>
internal sealed class RawSyntax(TextSpan span, string text) : StatementSyntax(span)
{
    public string Text { get; } = text;
}

/// <summary>The indentation in force from here: that of the line a code block starts in, or null after the block.</summary>
internal sealed class IndentSyntax(TextSpan span, string? indent) : StatementSyntax(span)
{
    public string? Indent { get; } = indent;
}

/// <summary>An expression whose value is written.</summary>
internal sealed class ExpressionStatementSyntax(ExpressionSyntax expression) : StatementSyntax(expression.Span)
{
    public ExpressionSyntax Expression { get; } = expression;
}

/// <summary><c>x = e</c>, or with an operator, <c>x += e</c>.</summary>
internal sealed class AssignmentSyntax(ExpressionSyntax target, Token op, ExpressionSyntax value)
    : StatementSyntax(TextSpan.Covering(target.Span, value.Span))
{
    public ExpressionSyntax Target { get; } = target;

    public Token Operator { get; } = op;

    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>if</c> with its branches, the last of which has no condition when it is <c>else</c>.</summary>
internal sealed class IfSyntax(TextSpan span, IReadOnlyList<(ExpressionSyntax? Condition, BlockSyntax Body)> branches) : StatementSyntax(span)
{
    public IReadOnlyList<(ExpressionSyntax? Condition, BlockSyntax Body)> Branches { get; } = branches;
}

/// <summary><c>case</c> with its branches, the last of which has no values when it is <c>else</c>.</summary>
internal sealed class CaseSyntax(
    TextSpan span, ExpressionSyntax subject, IReadOnlyList<(IReadOnlyList<ExpressionSyntax>? Values, BlockSyntax Body)> branches) : StatementSyntax(span)
{
    public ExpressionSyntax Subject { get; } = subject;

    public IReadOnlyList<(IReadOnlyList<ExpressionSyntax>? Values, BlockSyntax Body)> Branches { get; } = branches;
}

/// <summary><c>for</c> or <c>tablerow</c>.</summary>
internal sealed class ForSyntax(TextSpan span) : StatementSyntax(span)
{
    public required bool IsTableRow { get; init; }

    public required ExpressionSyntax Variable { get; init; }

    public required ExpressionSyntax Items { get; init; }

    public required IReadOnlyList<ArgumentSyntax> Options { get; init; }

    public required BlockSyntax Body { get; init; }

    public required BlockSyntax? Else { get; init; }
}

/// <summary><c>while</c>.</summary>
internal sealed class WhileSyntax(TextSpan span, ExpressionSyntax condition, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Condition { get; } = condition;

    public BlockSyntax Body { get; } = body;
}

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed class LoopExitSyntax(TextSpan span, bool isBreak) : StatementSyntax(span)
{
    public bool IsBreak { get; } = isBreak;
}

/// <summary><c>capture x</c>.</summary>
internal sealed class CaptureSyntax(TextSpan span, ExpressionSyntax target, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public BlockSyntax Body { get; } = body;
}

/// <summary><c>readonly x</c>.</summary>
internal sealed class ReadOnlySyntax(TextSpan span, ExpressionSyntax variable) : StatementSyntax(span)
{
    public ExpressionSyntax Variable { get; } = variable;
}

/// <summary><c>import e</c>.</summary>
internal sealed class ImportSyntax(TextSpan span, ExpressionSyntax source) : StatementSyntax(span)
{
    public ExpressionSyntax Source { get; } = source;
}

/// <summary><c>with e</c>.</summary>
internal sealed class WithSyntax(TextSpan span, ExpressionSyntax target, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public BlockSyntax Body { get; } = body;
}

/// <summary><c>wrap f</c>.</summary>
internal sealed class WrapSyntax(TextSpan span, ExpressionSyntax call, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Call { get; } = call;

    public BlockSyntax Body { get; } = body;
}

/// <summary><c>func f</c>, or the inline <c>f(x) = e</c>.</summary>
internal sealed class FunctionStatementSyntax(TextSpan span, FunctionSyntax function) : StatementSyntax(span)
{
    public FunctionSyntax Function { get; } = function;
}

/// <summary><c>ret e</c>.</summary>
internal sealed class ReturnSyntax(TextSpan span, ExpressionSyntax? value) : StatementSyntax(span)
{
    public ExpressionSyntax? Value { get; } = value;
}
