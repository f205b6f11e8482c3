namespace Clientele.Templating;

/// <content>Expressions: pipes and the conditional operator, binary operators by precedence, calls by juxtaposition.</content>
internal sealed partial class Parser
{
    private const int LowestPrecedence = 0;

    /// <summary>A whole expression, or null when none starts here; the caller says what is missing.</summary>
    private ExpressionSyntax? ParseExpression()
    {
        Enter();
        var left = ParseBinary(LowestPrecedence, callsAllowed: true);
        while (left is not null)
        {
            if (Current.Kind is TokenKind.Pipe or TokenKind.PipeGreater)
            {
                left = Bounded(ParsePipe(left));
            }
            else if (Current.Kind == TokenKind.Question)
            {
                left = Bounded(ParseConditional(left));
            }
            else
            {
                break;
            }
        }

        Leave();
        return left;
    }

    private ExpressionSyntax ParsePipe(ExpressionSyntax from)
    {
        Next();
        SkipNewLines();
        var to = ParseBinary(LowestPrecedence, callsAllowed: true);
        if (to is null)
        {
            Error(Current.Span, $"Expected a function after `|` instead of `{Text(Current)}`.");
            return from;
        }

        return Pipe(from, to);
    }

    // The value goes to the function that is named first: `a | f + 1` adds one to what f makes of a.
    private static ExpressionSyntax Pipe(ExpressionSyntax from, ExpressionSyntax to) => to is BinarySyntax binary
        ? new BinarySyntax(Pipe(from, binary.Left), binary.Operator, binary.Right)
        : new PipeSyntax(from, to);

    private ExpressionSyntax ParseConditional(ExpressionSyntax condition)
    {
        Next();
        SkipIgnoredNewLines();
        var whenTrue = ParseExpression();
        if (whenTrue is null)
        {
            Error(Current.Span, $"Expected a value after `?` instead of `{Text(Current)}`.");
            return condition;
        }

        SkipIgnoredNewLines();
        if (!Accept(TokenKind.Colon))
        {
            Error(Current.Span, $"Expected `:` instead of `{Text(Current)}`.");
            return condition;
        }

        SkipIgnoredNewLines();
        var whenFalse = ParseExpression();
        if (whenFalse is null)
        {
            Error(Current.Span, $"Expected a value after `:` instead of `{Text(Current)}`.");
            return condition;
        }

        return new ConditionalSyntax(condition, whenTrue, whenFalse);
    }

    private ExpressionSyntax? ParseBinary(int minimum, bool callsAllowed)
    {
        var left = ParseOperand();
        while (left is not null)
        {
            SkipIgnoredNewLines();
            var op = Current;
            var precedence = Precedence(op.Kind);
            if (precedence > minimum)
            {
                left = Bounded(ParseRight(left, op, precedence, callsAllowed));
            }
            else if (callsAllowed && StartsArgument(op, left))
            {
                left = ParseCall(left);
            }
            else if (op.Kind is TokenKind.Equal or >= TokenKind.PlusEqual and <= TokenKind.PercentEqual && (minimum > 0 || !_assignable))
            {
                Error(left.Span, "An assignment is a statement; it cannot be part of an expression.");
                Next();
                ParseBinary(LowestPrecedence, callsAllowed: true);
            }
            else
            {
                break;
            }
        }

        return left;
    }

    private ExpressionSyntax? ParseRight(ExpressionSyntax left, Token op, int precedence, bool callsAllowed)
    {
        Next();
        SkipIgnoredNewLines();
        var assignable = _assignable;
        _assignable = false;
        var right = ParseBinary(precedence, callsAllowed);
        _assignable = assignable;
        if (right is null)
        {
            Error(Current.Span, $"Expected a value after `{Text(op)}` instead of `{Text(Current)}`.");
            return left;
        }

        return new BinarySyntax(left, op, right);
    }

    private static int Precedence(TokenKind kind) => kind switch
    {
        TokenKind.DoubleQuestion or TokenKind.QuestionExclamation => 20,
        TokenKind.DoublePipe => 30,
        TokenKind.DoubleAmpersand => 40,
        TokenKind.DoubleEqual or TokenKind.NotEqual => 70,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 80,
        TokenKind.Plus or TokenKind.Minus => 100,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent
            or TokenKind.DoubleLess or TokenKind.DoubleGreater => 110,
        TokenKind.DoubleDot or TokenKind.DoubleDotLess => 130,
        _ => -1,
    };

    private void SkipIgnoredNewLines()
    {
        if (_newLinesIgnored > 0)
        {
            SkipNewLines();
        }
    }

    // Newlines mean nothing inside [ ] and { }, and everything inside a function body even when that stands in brackets.
    private T WithNewLines<T>(bool ignored, Func<T> parse)
    {
        var saved = _newLinesIgnored;
        _newLinesIgnored = ignored ? saved + 1 : 0;
        var result = parse();
        _newLinesIgnored = saved;
        return result;
    }
}
