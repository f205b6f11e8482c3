namespace Clientele.Templating;

/// <content>Numbers. Only their extent is found here; the parser computes the value.</content>
internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var start = _position;
        if (Current == '0' && Peek(1) is 'x' or 'X')
        {
            ReadPrefixed(TokenKind.HexInteger, start, char.IsAsciiHexDigit);
            return;
        }

        if (Current == '0' && Peek(1) is 'b' or 'B')
        {
            ReadBinary(start);
            return;
        }

        var kind = TokenKind.Integer;
        SkipDigits();
        if (Current == '.' && Peek(1) != '.')
        {
            kind = TokenKind.Float;
            _position++;
            SkipDigits();
        }

        if (Current is 'e' or 'E')
        {
            ReadExponent();
        }

        if (Current is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !ContinuesIdentifier(Peek(1)))
        {
            kind = TokenKind.Float;
            _position++;
        }

        _tokens.Add(new Token(kind, start, _position));
    }

    private void ReadExponent()
    {
        _position++;
        if (Current is '+' or '-')
        {
            _position++;
        }

        if (!char.IsAsciiDigit(Current))
        {
            Error(_position, _position + 1, "Expected digits after the exponent.");
            return;
        }

        SkipDigits();
    }

    private void ReadPrefixed(TokenKind kind, int start, Func<char, bool> isDigit)
    {
        _position += 2;
        while (isDigit(Current) || Current == '_')
        {
            _position++;
        }

        if (Current is 'u' or 'U')
        {
            _position++;
        }

        if (_position == start + 2)
        {
            Error(start, _position, "Expected digits after the prefix.");
        }

        _tokens.Add(new Token(kind, start, _position));
    }

    private void ReadBinary(int start)
    {
        ReadPrefixed(TokenKind.BinaryInteger, start, c => c is '0' or '1');
        if (Current != '.' || Peek(1) is not ('0' or '1'))
        {
            return;
        }

        _position++;
        while (Current is '0' or '1' or '_')
        {
            _position++;
        }

        if (Current is 'f' or 'F' or 'd' or 'D' && !ContinuesIdentifier(Peek(1)))
        {
            _position++;
        }

        _tokens[^1] = new Token(TokenKind.BinaryInteger, start, _position);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || Current == '_')
        {
            _position++;
        }
    }
}
