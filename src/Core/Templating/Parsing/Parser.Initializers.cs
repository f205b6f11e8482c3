namespace Clientele.Templating;

/// <content>Arrays, objects, interpolated strings and anonymous functions.</content>
internal sealed partial class Parser
{
    private ExpressionSyntax ParseArray()
    {
        Enter();
        var open = Next();
        var items = new List<ExpressionSyntax>();
        var assignable = _assignable;
        _assignable = false;
        SkipNewLines();
        while (Current.Kind != TokenKind.CloseBracket)
        {
            var item = ParseExpression();
            if (item is null)
            {
                Error(Current.Span, $"Expected an item of the array instead of `{Text(Current)}`.");
                break;
            }

            items.Add(item);
            SkipNewLines();
            if (!Accept(TokenKind.Comma))
            {
                break;
            }

            SkipNewLines();
        }

        _assignable = assignable;
        if (!Accept(TokenKind.CloseBracket))
        {
            Error(Current.Span, $"Expected `]` instead of `{Text(Current)}`.");
        }

        Leave();
        return new ArraySyntax(new TextSpan(open.Start, Previous.End), items);
    }

    private ExpressionSyntax ParseObject()
    {
        var open = Next();
        var members = new List<(string, ExpressionSyntax)>();
        var assignable = _assignable;
        _assignable = false;
        SkipNewLines();
        while (Current.Kind != TokenKind.CloseBrace && ParseObjectMember(members))
        {
            SkipNewLines();
            if (!Accept(TokenKind.Comma))
            {
                break;
            }

            SkipNewLines();
        }

        _assignable = assignable;
        if (!Accept(TokenKind.CloseBrace))
        {
            Error(Current.Span, $"Expected `}}` instead of `{Text(Current)}`.");
        }

        return new ObjectSyntax(new TextSpan(open.Start, Previous.End), members);
    }

    private bool ParseObjectMember(List<(string Name, ExpressionSyntax Value)> members)
    {
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Text or TokenKind.VerbatimText))
        {
            Error(Current.Span, $"Expected the name of a member instead of `{Text(Current)}`.");
            return false;
        }

        var token = Next();
        var name = token.Content ?? Text(token);
        SkipNewLines();
        if (!Accept(TokenKind.Colon))
        {
            Error(Current.Span, $"Expected `:` after `{name}` instead of `{Text(Current)}`.");
            return false;
        }

        SkipNewLines();
        var value = ParseExpression();
        if (value is null)
        {
            Error(Current.Span, $"Expected the value of `{name}` instead of `{Text(Current)}`.");
            return false;
        }

        members.Add((name, value));
        return true;
    }

    private InterpolationSyntax ParseInterpolation()
    {
        var start = Next();
        var parts = new List<ExpressionSyntax>();
        AddText(start);
        var saved = (_newLinesIgnored, _assignable);
        (_newLinesIgnored, _assignable) = (0, false);
        while (true)
        {
            var value = ParseExpression();
            if (value is null)
            {
                Error(Current.Span, $"Expected an expression in the interpolated string instead of `{Text(Current)}`.");
                break;
            }

            parts.Add(value);
            if (Current.Kind is not (TokenKind.InterpolationMiddle or TokenKind.InterpolationEnd))
            {
                Error(Current.Span, $"Expected `}}` in the interpolated string instead of `{Text(Current)}`.");
                break;
            }

            var part = Next();
            AddText(part);
            if (part.Kind == TokenKind.InterpolationEnd)
            {
                break;
            }
        }

        (_newLinesIgnored, _assignable) = saved;
        return new InterpolationSyntax(new TextSpan(start.Start, Previous.End), parts);

        void AddText(Token token)
        {
            if (token.Content is { Length: > 0 } text)
            {
                parts.Add(new LiteralSyntax(token.Span, Value.Of(text), isInterpolated: true));
            }
        }
    }

    private AnonymousFunctionSyntax ParseAnonymousFunction()
    {
        var start = Next();
        return WithNewLines(ignored: false, () =>
        {
            var body = ParseBody("do", start);
            var span = new TextSpan(start.Start, Previous.End);
            return new AnonymousFunctionSyntax(span, new FunctionSyntax(span, null, null, body, isInline: false));
        });
    }
}
