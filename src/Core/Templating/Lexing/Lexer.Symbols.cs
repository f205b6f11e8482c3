namespace Clientele.Templating;

/// <content>Operators and punctuation, longest first.</content>
internal sealed partial class Lexer
{
    private static readonly (string Text, TokenKind Kind)[] Symbols =
    [
        ("..<", TokenKind.DoubleDotLess), ("...", TokenKind.TripleDot), ("//=", TokenKind.DoubleSlashEqual),
        ("..", TokenKind.DoubleDot), ("?.", TokenKind.QuestionDot), ("??", TokenKind.DoubleQuestion), ("?!", TokenKind.QuestionExclamation),
        ("|>", TokenKind.PipeGreater), ("||", TokenKind.DoublePipe), ("&&", TokenKind.DoubleAmpersand), ("==", TokenKind.DoubleEqual),
        ("!=", TokenKind.NotEqual), ("<=", TokenKind.LessOrEqual), (">=", TokenKind.GreaterOrEqual), ("<<", TokenKind.DoubleLess),
        (">>", TokenKind.DoubleGreater), ("++", TokenKind.DoublePlus), ("+=", TokenKind.PlusEqual), ("--", TokenKind.DoubleMinus),
        ("-=", TokenKind.MinusEqual), ("*=", TokenKind.StarEqual), ("//", TokenKind.DoubleSlash), ("/=", TokenKind.SlashEqual),
        ("%=", TokenKind.PercentEqual), ("^^", TokenKind.DoubleCaret),
        (".", TokenKind.Dot), ("?", TokenKind.Question), ("|", TokenKind.Pipe), ("&", TokenKind.Ampersand), ("=", TokenKind.Equal),
        ("!", TokenKind.Exclamation), ("<", TokenKind.Less), (">", TokenKind.Greater), ("+", TokenKind.Plus), ("-", TokenKind.Minus),
        ("*", TokenKind.Star), ("/", TokenKind.Slash), ("%", TokenKind.Percent), ("^", TokenKind.Caret), ("@", TokenKind.At),
        ("(", TokenKind.OpenParen), (")", TokenKind.CloseParen), ("[", TokenKind.OpenBracket), ("]", TokenKind.CloseBracket),
        (",", TokenKind.Comma), (":", TokenKind.Colon), (";", TokenKind.Semicolon),
    ];

    private void ReadSymbol(char c)
    {
        if (c == '{')
        {
            _braces++;
            Add(TokenKind.OpenBrace, 1);
            return;
        }

        if (c == '}')
        {
            ReadCloseBrace();
            return;
        }

        foreach (var (text, kind) in Symbols)
        {
            if (text[0] == c && string.CompareOrdinal(_text, _position, text, 0, text.Length) == 0)
            {
                Add(kind, text.Length);
                return;
            }
        }

        Error(_position, _position + 1, $"Unexpected character `{Printable(c)}`.");
        Add(TokenKind.Invalid, 1);
    }

    private void ReadCloseBrace()
    {
        if (_interpolations.TryPeek(out var interpolation) && _braces == interpolation.Braces)
        {
            ReadInterpolationRest(interpolation);
            return;
        }

        _braces = Math.Max(0, _braces - 1);
        Add(TokenKind.CloseBrace, 1);
    }
}
