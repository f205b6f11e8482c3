namespace Clientele.Templating;

/// <content>Operands: literals, names, paths, initialisers, prefix operators.</content>
internal sealed partial class Parser
{
    private ExpressionSyntax? ParseOperand()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Plus or TokenKind.Minus or TokenKind.Exclamation or TokenKind.At or TokenKind.Caret or TokenKind.DoubleCaret:
                return ParseUnary(token);
            case TokenKind.DoublePlus or TokenKind.DoubleMinus:
                return ParsePrefixIncrement(token);
            default:
                var primary = ParsePrimary(token);
                return primary is null ? null : ParsePath(primary);
        }
    }

    private ExpressionSyntax ParseUnary(Token op)
    {
        Next();
        Enter();
        var operand = ParseOperand();
        Leave();
        if (operand is null)
        {
            Error(Current.Span, $"Expected a value after `{Text(op)}` instead of `{Text(Current)}`.");
            return new LiteralSyntax(op.Span, Value.Null);
        }

        return new UnarySyntax(new TextSpan(op.Start, operand.Span.End), op.Kind, operand);
    }

    private ExpressionSyntax ParsePrefixIncrement(Token op)
    {
        Next();
        Enter();
        var target = ParseOperand();
        Leave();
        if (target is null)
        {
            Error(Current.Span, $"Expected a variable after `{Text(op)}` instead of `{Text(Current)}`.");
            return new LiteralSyntax(op.Span, Value.Null);
        }

        return new IncrementSyntax(new TextSpan(op.Start, target.Span.End), op, target, postfix: false);
    }

    private ExpressionSyntax? ParsePrimary(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return ParseIdentifier(token);
            case TokenKind.Local:
                Next();
                return new LocalSyntax(token.Span, _source.Text[(token.Start + 1)..token.End]);
            case TokenKind.Integer or TokenKind.HexInteger or TokenKind.BinaryInteger or TokenKind.Float:
                return ParseNumber(Next());
            case TokenKind.Text or TokenKind.VerbatimText:
                Next();
                return new LiteralSyntax(token.Span, Value.Of(token.Content));
            case TokenKind.InterpolationStart:
                return ParseInterpolation();
            case TokenKind.OpenParen:
                return ParseParenthesized();
            case TokenKind.OpenBracket:
                return WithNewLines(ignored: true, ParseArray);
            case TokenKind.OpenBrace:
                return WithNewLines(ignored: true, ParseObject);
            default:
                return null;
        }
    }

    private ExpressionSyntax ParseIdentifier(Token token)
    {
        var name = Text(token);
        switch (name)
        {
            case "true" or "false":
                Next();
                return new LiteralSyntax(token.Span, Value.Of(name == "true"));
            case "null":
                Next();
                return new LiteralSyntax(token.Span, Value.Null);
            case "this":
                Next();
                return new ThisSyntax(token.Span);
            case "do" when Peek(1).Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.Identifier or TokenKind.Local:
                return ParseAnonymousFunction();
            default:
                Next();
                CheckLoopVariable(token, name);
                return new NameSyntax(token.Span, name);
        }
    }

    private void CheckLoopVariable(Token token, string name)
    {
        if (name is not ("for" or "while" or "tablerow") || Current.Kind != TokenKind.Dot || Peek(1).Kind != TokenKind.Identifier)
        {
            return;
        }

        var member = Text(Peek(1));
        var known = name switch
        {
            "while" => member is "index" or "first" or "even" or "odd",
            "for" => member is "index" or "rindex" or "first" or "last" or "even" or "odd" or "changed" or "length",
            _ => member is "index" or "rindex" or "first" or "last" or "even" or "odd" or "changed" or "length" or "col" or "col_first" or "col_last",
        };
        if (!known)
        {
            Error(token.Span, $"A loop has no `{name}.{member}`.");
        }
    }

    private ExpressionSyntax? ParsePath(ExpressionSyntax left)
    {
        while (true)
        {
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.Dot or TokenKind.QuestionDot:
                    Next();
                    if (Current.Kind != TokenKind.Identifier)
                    {
                        Error(Current.Span, $"Expected the name of a member after the dot instead of `{Text(Current)}`.");
                        return left;
                    }

                    var member = Next();
                    left = Bounded(new MemberSyntax(
                        new TextSpan(left.Span.Start, member.End), left, new NameSyntax(member.Span, Text(member)), token.Kind == TokenKind.QuestionDot));
                    break;
                case TokenKind.OpenBracket when token.Start == Previous.End && IsPath(left):
                    left = Bounded(ParseIndex(left));
                    break;
                case TokenKind.OpenParen when token.Start == Previous.End && IsPath(left):
                    left = Bounded(ParseExplicitCall(left));
                    break;
                case TokenKind.DoublePlus or TokenKind.DoubleMinus when IsPath(left):
                    Next();
                    return new IncrementSyntax(new TextSpan(left.Span.Start, token.End), token, left, postfix: true);
                default:
                    return left;
            }
        }
    }

    private static bool IsPath(ExpressionSyntax expression) =>
        expression is NameSyntax or LocalSyntax or ThisSyntax or MemberSyntax or IndexSyntax or CallSyntax { IsExplicit: true } or ParenthesizedSyntax;

    private ExpressionSyntax ParseIndex(ExpressionSyntax target)
    {
        Next();
        var index = WithNewLines(ignored: true, () =>
        {
            SkipNewLines();
            var result = ParseExpression();
            SkipNewLines();
            return result;
        });
        if (index is null)
        {
            Error(Current.Span, $"Expected an index instead of `{Text(Current)}`.");
            return target;
        }

        if (!Accept(TokenKind.CloseBracket))
        {
            Error(Current.Span, $"Expected `]` instead of `{Text(Current)}`.");
        }

        return new IndexSyntax(new TextSpan(target.Span.Start, Previous.End), target, index);
    }

    private ExpressionSyntax? ParseParenthesized()
    {
        var open = Next();
        var saved = (_newLinesIgnored, _assignable, _inLoopHeader);
        (_assignable, _inLoopHeader) = (false, false);
        var inner = ParseExpression();
        (_newLinesIgnored, _assignable, _inLoopHeader) = saved;
        if (inner is null)
        {
            Error(Current.Span, $"Expected an expression after `(` instead of `{Text(Current)}`.");
            return new LiteralSyntax(open.Span, Value.Null);
        }

        if (!Accept(TokenKind.CloseParen))
        {
            Error(Current.Span, $"Expected `)` instead of `{Text(Current)}`.");
        }

        return new ParenthesizedSyntax(new TextSpan(open.Start, Previous.End), inner);
    }
}
