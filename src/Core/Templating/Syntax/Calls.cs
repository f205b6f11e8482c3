namespace Clientele.Templating;

/// <summary>One argument of a call: its value, and its name where it has one.</summary>
internal sealed class ArgumentSyntax(TextSpan span, string? name, ExpressionSyntax? value) : SyntaxNode(span)
{
    public string? Name { get; } = name;

    /// <summary>Absent for a flag such as <c>reversed</c>.</summary>
    public ExpressionSyntax? Value { get; } = value;
}

/// <summary><c>f a b</c> or <c>f(a, b)</c>.</summary>
internal sealed class CallSyntax(TextSpan span, ExpressionSyntax target, IReadOnlyList<ArgumentSyntax> arguments, bool isExplicit)
    : ExpressionSyntax(span, Weight + Math.Max(target.Depth, arguments.Count == 0 ? 0 : arguments.Max(a => a.Value?.Depth ?? 0)))
{
    /// <summary>How much more of the stack a call takes than an operator.</summary>
    public const int Weight = 3;

    public ExpressionSyntax Target { get; } = target;

    public IReadOnlyList<ArgumentSyntax> Arguments { get; } = arguments;

    /// <summary>Whether the arguments stand in parentheses.</summary>
    public bool IsExplicit { get; } = isExplicit;
}

/// <summary><c>a | f</c>.</summary>
internal sealed class PipeSyntax(ExpressionSyntax from, ExpressionSyntax to)
    : ExpressionSyntax(TextSpan.Covering(from.Span, to.Span), CallSyntax.Weight + Math.Max(from.Depth, to.Depth))
{
    public ExpressionSyntax From { get; } = from;

    public ExpressionSyntax To { get; } = to;
}

/// <summary><c>do ... end</c> as a value.</summary>
internal sealed class AnonymousFunctionSyntax(TextSpan span, FunctionSyntax function) : ExpressionSyntax(span)
{
    public FunctionSyntax Function { get; } = function;
}

/// <summary>A parameter of a function.</summary>
internal sealed record ParameterSyntax(string Name, ExpressionSyntax? Default, bool IsVariadic);

/// <summary>A function: its name, its parameters (absent when it only has <c>$</c>), and its body.</summary>
internal sealed class FunctionSyntax(
    TextSpan span, ExpressionSyntax? name, IReadOnlyList<ParameterSyntax>? parameters, BlockSyntax body, bool isInline) : SyntaxNode(span)
{
    public ExpressionSyntax? Name { get; } = name;

    public IReadOnlyList<ParameterSyntax>? Parameters { get; } = parameters;

    public BlockSyntax Body { get; } = body;

    /// <summary>Whether the body is one expression whose value is returned.</summary>
    public bool IsInline { get; } = isInline;
}
