namespace Clientele.Templating;

/// <content>Expressions. Parentheses are part of the tree, so none are added.</content>
internal sealed partial class SyntaxPrinter
{
    private void Expression(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralSyntax e: _text.Append(Literal(e.Value)); break;
            case InterpolationSyntax e: Interpolation(e); break;
            case ArraySyntax e: _text.Append('['); List(e.Items, ", "); _text.Append(']'); break;
            case ObjectSyntax e: Object(e); break;
            case NameSyntax e: _text.Append(e.Name); break;
            case LocalSyntax e: _text.Append('$').Append(e.Name); break;
            case ThisSyntax: _text.Append("this"); break;
            case MemberSyntax e: Expression(e.Target); _text.Append(e.Conditional ? "?." : ".").Append(e.Member.Name); break;
            case IndexSyntax e: Expression(e.Target); _text.Append('['); Expression(e.Index); _text.Append(']'); break;
            case ParenthesizedSyntax e: _text.Append('('); Expression(e.Inner); _text.Append(')'); break;
            case UnarySyntax e: _text.Append(Symbol(e.Operator)); Expression(e.Operand); break;
            case BinarySyntax e: Binary(e); break;
            case ConditionalSyntax e: Expression(e.Condition); Word(" ? ", e.WhenTrue); Word(" : ", e.WhenFalse); break;
            case IncrementSyntax e:
                _text.Append(e.Postfix ? "" : Symbol(e.Operator.Kind));
                Expression(e.Target);
                _text.Append(e.Postfix ? Symbol(e.Operator.Kind) : "");
                break;
            case PipeSyntax e: Expression(e.From); Word(" | ", e.To); break;
            case CallSyntax e: Call(e); break;
            case AnonymousFunctionSyntax e: Anonymous(e.Function); break;
        }
    }

    private void Binary(BinarySyntax binary)
    {
        Expression(binary.Left);
        _text.Append(' ').Append(Symbol(binary.Operator.Kind)).Append(' ');
        Expression(binary.Right);
    }

    private void List(IReadOnlyList<ExpressionSyntax> items, string separator)
    {
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i > 0 ? separator : "");
            Expression(items[i]);
        }
    }

    private void Object(ObjectSyntax syntax)
    {
        _text.Append('{');
        for (var i = 0; i < syntax.Members.Count; i++)
        {
            _text.Append(i > 0 ? ", " : "").Append('"').Append(TextLiteral.Escape(syntax.Members[i].Name)).Append("\": ");
            Expression(syntax.Members[i].Value);
        }

        _text.Append('}');
    }

    private void Interpolation(InterpolationSyntax interpolation)
    {
        _text.Append("$\"");
        foreach (var part in interpolation.Parts)
        {
            if (part is LiteralSyntax { Value.Kind: ValueKind.String } text && text.IsInterpolated)
            {
                _text.Append(TextLiteral.Escape(text.Value.Text).Replace("{", "\\{", StringComparison.Ordinal));
                continue;
            }

            _text.Append('{');
            Expression(part);
            _text.Append('}');
        }

        _text.Append('"');
    }

    private void Call(CallSyntax call)
    {
        Expression(call.Target);
        _text.Append(call.IsExplicit ? "(" : "");
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i];
            _text.Append(!call.IsExplicit ? " " : i > 0 ? ", " : "");
            _text.Append(argument.Name is { } name && name is not ['=' or '.', ..] ? $"{name}: " : "");
            Expression(argument.Value!);
        }

        _text.Append(call.IsExplicit ? ")" : "");
    }

    private static string Symbol(TokenKind kind) => kind switch
    {
        TokenKind.Equal => "=",
        TokenKind.PlusEqual => "+=",
        TokenKind.MinusEqual => "-=",
        TokenKind.StarEqual => "*=",
        TokenKind.SlashEqual => "/=",
        TokenKind.DoubleSlashEqual => "//=",
        TokenKind.PercentEqual => "%=",
        TokenKind.DoubleAmpersand => "&&",
        TokenKind.DoublePipe => "||",
        TokenKind.DoubleQuestion => "??",
        TokenKind.QuestionExclamation => "?!",
        TokenKind.Exclamation => "!",
        TokenKind.At => "@",
        TokenKind.Caret => "^",
        TokenKind.DoubleCaret => "^^",
        TokenKind.DoublePlus => "++",
        TokenKind.DoubleMinus => "--",
        _ => new BinaryOperation(BinaryOperation.Of(kind), default, default, default).Symbol,
    };
}
