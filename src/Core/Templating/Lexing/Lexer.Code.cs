namespace Clientele.Templating;

/// <content>Code: names, numbers, operators, comments, the end of a block.</content>
internal sealed partial class Lexer
{
    private void ReadCode(bool untilExit)
    {
        _braces = 0;
        _interpolations.Clear();
        while (!AtEnd)
        {
            if (untilExit && TryReadExit())
            {
                return;
            }

            ReadCodeToken();
        }
    }

    private bool TryReadExit()
    {
        if (_braces > 0 || _interpolations.Count > 0)
        {
            return false;
        }

        if (Current == '}' && Peek(1) == '}')
        {
            Add(TokenKind.CodeExit, 2);
            return true;
        }

        if (Current is '-' or '~' && Peek(1) == '}' && Peek(2) == '}')
        {
            var strip = Current;
            Add(TokenKind.CodeExit, 3);
            StripAfter(strip);
            return true;
        }

        return false;
    }

    private void ReadCodeToken()
    {
        var c = Current;
        if (c == '\n')
        {
            ReadNewLine();
        }
        else if (char.IsWhiteSpace(c))
        {
            _position++;
        }
        else if (StartsIdentifier(c))
        {
            ReadIdentifier();
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (c == '#')
        {
            SkipComment();
        }
        else if (c is '"' or '\'')
        {
            ReadText(c);
        }
        else if (c == '`')
        {
            ReadVerbatimText();
        }
        else if (c == '$')
        {
            ReadDollar();
        }
        else
        {
            ReadSymbol(c);
        }
    }

    private void ReadNewLine()
    {
        if (_interpolations.TryPeek(out _))
        {
            Error(_position, _position + 1, "An expression in an interpolated string has to be closed on the line it starts in.");
            _interpolations.Clear();
            _braces = 0;
        }

        Add(TokenKind.NewLine, 1);
    }

    private void ReadIdentifier()
    {
        var end = _position + 1;
        while (end < _text.Length && ContinuesIdentifier(_text[end]))
        {
            end++;
        }

        // `empty?` and `blank?` are members, told from the conditional operator by what follows.
        var length = end - _position;
        if (end < _text.Length && _text[end] == '?' && _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Dot or TokenKind.QuestionDot
            && _text.AsSpan(_position, length) is "empty" or "blank")
        {
            length++;
        }

        Add(TokenKind.Identifier, length);
    }

    private void ReadDollar()
    {
        if (Peek(1) is '"' or '\'')
        {
            ReadInterpolationStart();
            return;
        }

        var end = _position + 1;
        if (Peek(1) == '$')
        {
            end++;
        }
        else
        {
            while (end < _text.Length && ContinuesIdentifier(_text[end]))
            {
                end++;
            }
        }

        Add(TokenKind.Local, end - _position);
    }

    private void SkipComment()
    {
        var multiLine = Peek(1) == '#';
        _position += multiLine ? 2 : 1;
        while (!AtEnd)
        {
            if (multiLine && Current == '#' && Peek(1) == '#')
            {
                _position += 2;
                return;
            }

            if ((!multiLine && Current == '\n') || (Current == '}' && Peek(1) == '}')
                || (Current is '-' or '~' && Peek(1) == '}' && Peek(2) == '}'))
            {
                return;
            }

            _position++;
        }
    }
}
