namespace Clientele.Templating;

/// <content>Statements other than loops and functions.</content>
internal sealed partial class Parser
{
    private StatementSyntax? ParseStatement()
    {
        var token = Current;
        if (token.Kind != TokenKind.Identifier)
        {
            return ParseExpressionStatement();
        }

        switch (Text(token))
        {
            case "if": return ParseIf();
            case "case": return ParseCase();
            case "for" or "tablerow" or "while" when Peek(1).Kind == TokenKind.Dot: return ParseExpressionStatement();
            case "for": return ParseFor(isTableRow: false);
            case "tablerow": return ParseFor(isTableRow: true);
            case "while": return ParseWhile();
            case "break" or "continue":
                Next();
                ExpectEndOfStatement();
                return new LoopExitSyntax(token.Span, Text(token) == "break");
            case "func": return ParseFunction();
            case "ret": return ParseReturn();
            case "capture": return ParseCapture();
            case "with": return ParseWith();
            case "wrap": return ParseWrap();
            case "import": return ParseImport();
            case "readonly": return ParseReadOnly();
            default: return ParseExpressionStatement();
        }
    }

    private StatementSyntax? ParseExpressionStatement()
    {
        var start = Current;
        _assignable = true;
        var expression = ParseExpression();
        _assignable = false;
        if (expression is null)
        {
            Error(start.Span, $"Unexpected `{Text(start)}`.");
            Next();
            SkipToEndOfStatement();
            return null;
        }

        if (Current.Kind is TokenKind.Equal or (>= TokenKind.PlusEqual and <= TokenKind.PercentEqual))
        {
            return ParseAssignment(expression);
        }

        ExpectEndOfStatement();
        return new ExpressionStatementSyntax(expression);
    }

    private StatementSyntax? ParseAssignment(ExpressionSyntax target)
    {
        var op = Next();
        if (op.Kind == TokenKind.Equal && target is CallSyntax { IsExplicit: true } call)
        {
            return ParseInlineFunction(call);
        }

        if (target is not (NameSyntax or LocalSyntax or MemberSyntax or IndexSyntax or ThisSyntax or ParenthesizedSyntax))
        {
            Error(target.Span, "Only a variable, a member or an item can be assigned to.");
        }

        var value = ParseExpression();
        if (value is null)
        {
            Error(Current.Span, $"Expected a value after `{Text(op)}` instead of `{Text(Current)}`.");
            SkipToEndOfStatement();
            return null;
        }

        ExpectEndOfStatement();
        return new AssignmentSyntax(target, op, value);
    }

    private ExpressionSyntax ParseRequired(string statement)
    {
        var expression = ParseExpression();
        if (expression is not null)
        {
            return expression;
        }

        Error(Current.Span, $"Expected an expression after `{statement}` instead of `{Text(Current)}`.");
        SkipToEndOfStatement();
        return new LiteralSyntax(Current.Span, Value.Null);
    }

    private IfSyntax ParseIf()
    {
        var start = Next();
        var branches = new List<(ExpressionSyntax?, BlockSyntax)>();
        ExpressionSyntax? condition = ParseRequired("if");
        ExpectEndOfStatement();
        while (true)
        {
            var (body, terminator) = ParseBranch(condition is null ? "else" : "if", start, elseAllowed: condition is not null, whenAllowed: false);
            branches.Add((condition, body));
            if (terminator.Kind == TokenKind.EndOfFile || Text(terminator) != "else")
            {
                break;
            }

            condition = null;
            if (Current.Kind == TokenKind.Identifier && Text(Current) == "if")
            {
                Next();
                condition = ParseRequired("else if");
            }

            ExpectEndOfStatement();
        }

        ExpectEndOfStatement();
        return new IfSyntax(new TextSpan(start.Start, Previous.End), branches);
    }

    private CaseSyntax ParseCase()
    {
        var start = Next();
        var subject = ParseRequired("case");
        ExpectEndOfStatement();
        SkipToFirstWhen();
        var branches = new List<(IReadOnlyList<ExpressionSyntax>?, BlockSyntax)>();
        var word = Current;
        Next();
        while (word.Kind == TokenKind.Identifier && Text(word) is "when" or "else")
        {
            var isWhen = Text(word) == "when";
            if (!isWhen && branches.Count == 0)
            {
                Error(word.Span, "A `case` starts with `when`.");
            }

            var values = isWhen ? ParseWhenValues() : null;
            ExpectEndOfStatement();
            var (body, terminator) = ParseBranch(isWhen ? "when" : "else", start, elseAllowed: isWhen, whenAllowed: isWhen);
            branches.Add((values, body));
            word = terminator;
        }

        ExpectEndOfStatement();
        return new CaseSyntax(new TextSpan(start.Start, Previous.End), subject, branches);
    }

    private void SkipToFirstWhen()
    {
        while (Current.Kind is TokenKind.Raw or TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon)
        {
            Next();
        }

        if (Current.Kind == TokenKind.Identifier && Text(Current) is "when" or "else" or "end")
        {
            return;
        }

        Error(Current.Kind == TokenKind.EndOfFile ? Previous.Span : Current.Span, $"Expected `when` instead of `{Text(Current)}`.");
        while (Current.Kind != TokenKind.EndOfFile && !(Current.Kind == TokenKind.Identifier && Text(Current) is "when" or "else" or "end"))
        {
            Next();
        }
    }

    private List<ExpressionSyntax> ParseWhenValues()
    {
        var values = new List<ExpressionSyntax>();
        do
        {
            SkipIgnoredNewLines();
            var value = ParseBinary(Precedence(TokenKind.DoublePipe), callsAllowed: true);
            if (value is null)
            {
                Error(Current.Span, $"Expected a value after `when` instead of `{Text(Current)}`.");
                break;
            }

            values.Add(value);
        }
        while (Accept(TokenKind.Comma) || Accept(TokenKind.DoublePipe));

        return values;
    }
}
