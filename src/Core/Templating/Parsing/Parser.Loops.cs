namespace Clientele.Templating;

/// <content>Loops.</content>
internal sealed partial class Parser
{
    private ForSyntax ParseFor(bool isTableRow)
    {
        var start = Next();
        var keyword = Text(start);
        var (variable, items, options) = ParseLoopHeader(start, keyword);
        ExpectEndOfStatement();
        var (body, terminator) = ParseBranch(keyword, start, elseAllowed: true, whenAllowed: false);
        BlockSyntax? otherwise = null;
        if (terminator.Kind == TokenKind.Identifier && Text(terminator) == "else")
        {
            ExpectEndOfStatement();
            otherwise = ParseBody("else", terminator);
        }

        ExpectEndOfStatement();
        return new ForSyntax(new TextSpan(start.Start, Previous.End))
        {
            IsTableRow = isTableRow,
            Variable = variable,
            Items = items,
            Options = options,
            Body = body,
            Else = otherwise,
        };
    }

    private (ExpressionSyntax Variable, ExpressionSyntax Items, List<ArgumentSyntax> Options) ParseLoopHeader(Token start, string keyword)
    {
        var nothing = new LiteralSyntax(start.Span, Value.Null);
        var variable = ParsePrimary(Current);
        variable = variable is null ? null : ParsePath(variable);
        if (variable is null)
        {
            Error(Current.Span, $"Expected a variable after `{keyword}` instead of `{Text(Current)}`.");
            SkipToEndOfStatement();
            return (nothing, nothing, []);
        }

        if (variable is not (NameSyntax or LocalSyntax or MemberSyntax or IndexSyntax))
        {
            Error(start.Span, $"Expected a variable after `{keyword}` instead of `{_source.Slice(variable.Span)}`.");
            SkipToEndOfStatement();
            return (nothing, nothing, []);
        }

        if (Current.Kind != TokenKind.Identifier || Text(Current) != "in")
        {
            Error(start.Span, $"Expected `in` instead of `{Text(Current)}`.");
            SkipToEndOfStatement();
            return (variable, nothing, []);
        }

        Next();
        _inLoopHeader = true;
        var items = ParseRequired("in");
        _inLoopHeader = false;
        return (variable, items, ParseLoopOptions(keyword));
    }

    private List<ArgumentSyntax> ParseLoopOptions(string keyword)
    {
        var options = new List<ArgumentSyntax>();
        while (Current.Kind == TokenKind.Identifier)
        {
            var word = Next();
            var name = Text(word);
            if (name == "reversed")
            {
                options.Add(new ArgumentSyntax(word.Span, name, null));
                continue;
            }

            if (name is not ("offset" or "limit") && !(name == "cols" && keyword == "tablerow"))
            {
                Error(word.Span, $"`{keyword}` has no option `{name}`.");
                SkipToEndOfStatement();
                break;
            }

            if (!Accept(TokenKind.Colon))
            {
                Error(Current.Span, $"Expected `:` after `{name}` instead of `{Text(Current)}`.");
            }

            var value = ParseBinary(LowestPrecedence, callsAllowed: false);
            if (value is null)
            {
                Error(Current.Span, $"Expected a value for `{name}` instead of `{Text(Current)}`.");
                break;
            }

            options.Add(new ArgumentSyntax(TextSpan.Covering(word.Span, value.Span), name, value));
        }

        return options;
    }

    private WhileSyntax ParseWhile()
    {
        var start = Next();
        var condition = ParseRequired("while");
        ExpectEndOfStatement();
        var body = ParseBody("while", start);
        ExpectEndOfStatement();
        return new WhileSyntax(new TextSpan(start.Start, Previous.End), condition, body);
    }
}
