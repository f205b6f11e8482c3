namespace Clientele.Templating;

/// <content>Calls, by juxtaposition and with parentheses.</content>
internal sealed partial class Parser
{
    private bool StartsArgument(Token token, ExpressionSyntax left)
    {
        if (!StartsOperand(token.Kind))
        {
            return false;
        }

        // A sign between two operands is the binary operator, so only what cannot continue an expression starts an argument.
        return token.Kind is not (TokenKind.Plus or TokenKind.Minus) && left is not AnonymousFunctionSyntax && !IsLoopOption(token);
    }

    private static bool StartsOperand(TokenKind kind) => kind is TokenKind.Identifier or TokenKind.Local
        or (>= TokenKind.Integer and <= TokenKind.InterpolationStart)
        or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace
        or TokenKind.Plus or TokenKind.Minus or TokenKind.Exclamation or TokenKind.At or TokenKind.Caret
        or TokenKind.DoublePlus or TokenKind.DoubleMinus;

    // `for x in list offset: 1 reversed`: the options would otherwise read as arguments of the list.
    private bool IsLoopOption(Token token) => _inLoopHeader && token.Kind == TokenKind.Identifier
        && Text(token) is "offset" or "limit" or "cols" or "reversed";

    private CallSyntax ParseCall(ExpressionSyntax target)
    {
        var arguments = new List<ArgumentSyntax>();
        while (StartsOperand(Current.Kind) && !IsLoopOption(Current))
        {
            var argument = ParseArgument();
            if (argument is null)
            {
                break;
            }

            arguments.Add(argument);
            SkipIgnoredNewLines();
        }

        return new CallSyntax(new TextSpan(target.Span.Start, arguments.Count > 0 ? arguments[^1].Span.End : target.Span.End), target, arguments, isExplicit: false);
    }

    private ArgumentSyntax? ParseArgument()
    {
        var start = Current.Start;
        string? name = null;
        if (Current.Kind == TokenKind.Identifier && Peek(1).Kind == TokenKind.Colon)
        {
            name = Text(Next());
            Next();
        }

        var value = ParseBinary(LowestPrecedence, callsAllowed: false);
        if (value is null)
        {
            if (name is not null)
            {
                Error(Current.Span, $"Expected a value for the argument `{name}` instead of `{Text(Current)}`.");
            }

            return null;
        }

        return new ArgumentSyntax(new TextSpan(start, value.Span.End), name, value);
    }

    private CallSyntax ParseExplicitCall(ExpressionSyntax target)
    {
        Next();
        var arguments = new List<ArgumentSyntax>();
        var expectsArgument = false;
        while (true)
        {
            SkipNewLines();
            if (Current.Kind == TokenKind.CloseParen && !expectsArgument)
            {
                break;
            }

            var argument = ParseExplicitArgument();
            if (argument is null)
            {
                Error(Current.Span, $"Expected an argument instead of `{Text(Current)}`.");
                break;
            }

            arguments.Add(argument);
            SkipNewLines();
            expectsArgument = Accept(TokenKind.Comma);
            if (!expectsArgument && Current.Kind != TokenKind.CloseParen)
            {
                Error(Current.Span, $"Expected a comma or `)` instead of `{Text(Current)}`.");
                break;
            }
        }

        Accept(TokenKind.CloseParen);
        return new CallSyntax(new TextSpan(target.Span.Start, Previous.End), target, arguments, isExplicit: true);
    }

    private ArgumentSyntax? ParseExplicitArgument()
    {
        var start = Current.Start;
        string? name = null;
        if (Current.Kind == TokenKind.Identifier && Peek(1).Kind == TokenKind.Colon)
        {
            name = Text(Next());
            Next();
        }

        // `f(x = 1, y...) = e` declares a function; its parameters are read as arguments first.
        var saved = _assignable;
        _assignable = true;
        var value = ParseExpression();
        _assignable = saved;
        if (value is null)
        {
            return null;
        }

        if (Accept(TokenKind.TripleDot))
        {
            return new ArgumentSyntax(new TextSpan(start, Previous.End), "...", value);
        }

        if (value is NameSyntax parameter && Current.Kind == TokenKind.Equal)
        {
            Next();
            var initial = ParseExpression();
            if (initial is null)
            {
                Error(Current.Span, $"Expected a default value instead of `{Text(Current)}`.");
                return null;
            }

            return new ArgumentSyntax(new TextSpan(start, initial.Span.End), "=" + parameter.Name, initial);
        }

        return new ArgumentSyntax(new TextSpan(start, value.Span.End), name, value);
    }
}
