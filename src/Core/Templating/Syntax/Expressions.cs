namespace Clientele.Templating;

/// <summary>A number, string, boolean or null, written out.</summary>
internal sealed class LiteralSyntax(TextSpan span, Value value, bool isInterpolated = false) : ExpressionSyntax(span)
{
    public Value Value { get; } = value;

    /// <summary>Whether it is the text between the expressions of an interpolated string.</summary>
    public bool IsInterpolated { get; } = isInterpolated;
}

/// <summary>A string with expressions in braces.</summary>
internal sealed class InterpolationSyntax(TextSpan span, IReadOnlyList<ExpressionSyntax> parts)
    : ExpressionSyntax(span, parts.Count == 0 ? 0 : parts.Max(p => p.Depth))
{
    public IReadOnlyList<ExpressionSyntax> Parts { get; } = parts;
}

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ArraySyntax(TextSpan span, IReadOnlyList<ExpressionSyntax> items)
    : ExpressionSyntax(span, items.Count == 0 ? 0 : items.Max(i => i.Depth))
{
    public IReadOnlyList<ExpressionSyntax> Items { get; } = items;
}

/// <summary><c>{a: 1, "b c": 2}</c>.</summary>
internal sealed class ObjectSyntax(TextSpan span, IReadOnlyList<(string Name, ExpressionSyntax Value)> members)
    : ExpressionSyntax(span, members.Count == 0 ? 0 : members.Max(m => m.Value.Depth))
{
    public IReadOnlyList<(string Name, ExpressionSyntax Value)> Members { get; } = members;
}

/// <summary>A variable by its plain name.</summary>
internal sealed class NameSyntax(TextSpan span, string name) : ExpressionSyntax(span)
{
    public string Name { get; } = name;
}

/// <summary>A local variable <c>$x</c>, an argument <c>$0</c>, the argument list <c>$</c> or the wrapped block <c>$$</c>.</summary>
internal sealed class LocalSyntax(TextSpan span, string name) : ExpressionSyntax(span)
{
    /// <summary>Without the leading dollar: empty for the argument list, "$" for the wrapped block.</summary>
    public string Name { get; } = name;
}

/// <summary><c>this</c>: the object that assignments go to.</summary>
internal sealed class ThisSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary><c>a.b</c> or <c>a?.b</c>.</summary>
internal sealed class MemberSyntax(TextSpan span, ExpressionSyntax target, NameSyntax member, bool conditional)
    : ExpressionSyntax(span, target.Depth)
{
    public ExpressionSyntax Target { get; } = target;

    public NameSyntax Member { get; } = member;

    public bool Conditional { get; } = conditional;
}

/// <summary><c>a[i]</c>.</summary>
internal sealed class IndexSyntax(TextSpan span, ExpressionSyntax target, ExpressionSyntax index)
    : ExpressionSyntax(span, Math.Max(target.Depth, index.Depth))
{
    public ExpressionSyntax Target { get; } = target;

    public ExpressionSyntax Index { get; } = index;
}

/// <summary>An expression in parentheses.</summary>
internal sealed class ParenthesizedSyntax(TextSpan span, ExpressionSyntax inner) : ExpressionSyntax(span, inner.Depth)
{
    public ExpressionSyntax Inner { get; } = inner;
}

/// <summary>An operator before its operand.</summary>
internal sealed class UnarySyntax(TextSpan span, TokenKind op, ExpressionSyntax operand) : ExpressionSyntax(span, operand.Depth)
{
    public TokenKind Operator { get; } = op;

    public ExpressionSyntax Operand { get; } = operand;
}

/// <summary>An operator between its operands.</summary>
internal sealed class BinarySyntax(ExpressionSyntax left, Token op, ExpressionSyntax right)
    : ExpressionSyntax(TextSpan.Covering(left.Span, right.Span), Math.Max(left.Depth, right.Depth))
{
    public ExpressionSyntax Left { get; } = left;

    public Token Operator { get; } = op;

    public ExpressionSyntax Right { get; } = right;
}

/// <summary><c>c ? a : b</c>.</summary>
internal sealed class ConditionalSyntax(ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse)
    : ExpressionSyntax(
        TextSpan.Covering(condition.Span, whenFalse.Span), Math.Max(condition.Depth, Math.Max(whenTrue.Depth, whenFalse.Depth)))
{
    public ExpressionSyntax Condition { get; } = condition;

    public ExpressionSyntax WhenTrue { get; } = whenTrue;

    public ExpressionSyntax WhenFalse { get; } = whenFalse;
}

/// <summary><c>++x</c>, <c>x--</c>: the step, and whether the old value is the result.</summary>
internal sealed class IncrementSyntax(TextSpan span, Token op, ExpressionSyntax target, bool postfix) : ExpressionSyntax(span, target.Depth)
{
    public Token Operator { get; } = op;

    public ExpressionSyntax Target { get; } = target;

    public bool Postfix { get; } = postfix;
}
