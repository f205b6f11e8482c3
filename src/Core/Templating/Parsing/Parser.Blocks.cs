using System.Text;

namespace Clientele.Templating;

/// <content>Blocks: sequences of statements up to the word that ends them.</content>
internal sealed partial class Parser
{
    private BlockSyntax ParsePage()
    {
        var start = Current.Start;
        var statements = new List<StatementSyntax>();
        while (Current.Kind != TokenKind.EndOfFile)
        {
            ParseStatements(statements);
            if (Current.Kind == TokenKind.EndOfFile)
            {
                break;
            }

            ParseStrayWord();
        }

        return new BlockSyntax(new TextSpan(start, _source.Text.Length), statements);
    }

    // `end`, `else` or `when` without the block they belong to.
    private void ParseStrayWord()
    {
        var word = Next();
        if (Text(word) == "end")
        {
            Error(new TextSpan(word.End - 1, word.End), "This `end` closes nothing.");
            return;
        }

        if (Text(word) == "else" && Current.Kind == TokenKind.Identifier && Text(Current) == "if")
        {
            ParseIf();
        }
        else
        {
            SkipToEndOfStatement();
            ParseBody(Text(word), word);
        }

        Error(word.Span, $"This `{Text(word)}` does not belong to an `if`, `case` or `for`.");
    }

    /// <summary>The statements up to <c>end</c>, which is consumed.</summary>
    private BlockSyntax ParseBody(string keyword, Token opener)
    {
        var (body, _) = ParseBranch(keyword, opener, elseAllowed: false, whenAllowed: false);
        return body;
    }

    /// <summary>The statements up to the word that ends the branch, which is consumed and returned.</summary>
    private (BlockSyntax Body, Token Terminator) ParseBranch(string keyword, Token opener, bool elseAllowed, bool whenAllowed)
    {
        EnterBlock(opener.Span);
        var start = Current.Start;
        var statements = new List<StatementSyntax>();
        var saved = (_assignable, _inLoopHeader);
        while (true)
        {
            ParseStatements(statements);
            if (Current.Kind == TokenKind.EndOfFile)
            {
                var (line, _) = _source.Position(opener.Start);
                Error(Previous.Span, $"The `{keyword}` of line {line} has no `end`.");
                break;
            }

            if (Text(Current) == "end" || (elseAllowed && Text(Current) == "else") || (whenAllowed && Text(Current) == "when"))
            {
                break;
            }

            ParseStrayWord();
        }

        (_assignable, _inLoopHeader) = saved;
        _blockDepth--;
        var end = Current;
        var block = new BlockSyntax(new TextSpan(start, end.Start), statements);
        if (end.Kind != TokenKind.EndOfFile)
        {
            Next();
        }

        return (block, end);
    }

    private void ParseStatements(List<StatementSyntax> statements)
    {
        while (true)
        {
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.EndOfFile:
                    return;
                case TokenKind.Raw:
                    statements.Add(ParseRaw());
                    break;
                case TokenKind.CodeEnter:
                    Next();
                    AddIndent(statements, token);
                    break;
                case TokenKind.CodeExit:
                    Next();
                    statements.Add(new IndentSyntax(token.Span, null));
                    break;
                case TokenKind.NewLine or TokenKind.Semicolon:
                    Next();
                    break;
                case TokenKind.Identifier when EndsBlock(token):
                    return;
                default:
                    if (ParseStatement() is { } statement)
                    {
                        statements.Add(statement);
                    }

                    break;
            }
        }
    }

    // Quoted and plain text side by side are one text.
    private RawSyntax ParseRaw()
    {
        var first = Next();
        if (Current.Kind != TokenKind.Raw)
        {
            return new RawSyntax(first.Span, Text(first));
        }

        var text = new StringBuilder(Text(first));
        while (Current.Kind == TokenKind.Raw)
        {
            text.Append(Text(Next()));
        }

        return new RawSyntax(new TextSpan(first.Start, Previous.End), text.ToString());
    }

    private bool EndsBlock(Token token) => Text(token) is "end" or "else" or "when" && Peek(1).Kind != TokenKind.Dot;

    // The spaces from the start of the line, as far as whitespace control has left them.
    private void AddIndent(List<StatementSyntax> statements, Token enter)
    {
        var raw = Peek(-2);
        if (enter.End - enter.Start > 2 || raw.Kind != TokenKind.Raw || raw.End != enter.Start)
        {
            return;
        }

        var start = enter.Start;
        while (start > raw.Start && _source.Text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        if (start < enter.Start && (start == 0 || _source.Text[start - 1] == '\n'))
        {
            statements.Add(new IndentSyntax(enter.Span, _source.Text[start..enter.Start]));
        }
    }

    private void ExpectEndOfStatement()
    {
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile)
        {
            return;
        }

        // Inside `do ... end` in an argument list or initialiser, the list goes on right after the body.
        Error(Current.Span, $"Expected the end of the statement instead of `{Text(Current)}`.");
        SkipToEndOfStatement();
    }

    private void SkipToEndOfStatement()
    {
        while (Current.Kind is not (TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile))
        {
            Next();
        }
    }
}
