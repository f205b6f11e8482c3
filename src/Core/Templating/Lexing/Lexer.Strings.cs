using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <content>Quoted, verbatim and interpolated strings.</content>
internal sealed partial class Lexer
{
    private void ReadText(char quote)
    {
        var start = _position;
        _position++;
        var text = ReadQuoted(quote, start, interpolated: false, out var closed);
        if (!closed)
        {
            Error(start, _position, "The string is not closed.");
        }

        _tokens.Add(new Token(TokenKind.Text, start, _position) { Content = text });
    }

    private void ReadInterpolationStart()
    {
        var start = _position;
        var quote = Peek(1);
        _position += 2;
        ReadInterpolationPart(TokenKind.InterpolationStart, start, quote);
    }

    private void ReadInterpolationRest(Interpolation interpolation)
    {
        var start = _position;
        _interpolations.Pop();
        _position++;
        ReadInterpolationPart(TokenKind.InterpolationMiddle, start, interpolation.Quote);
    }

    private void ReadInterpolationPart(TokenKind kind, int start, char quote)
    {
        var text = ReadQuoted(quote, start, interpolated: true, out var closed);
        if (closed)
        {
            kind = kind == TokenKind.InterpolationStart ? TokenKind.Text : TokenKind.InterpolationEnd;
        }
        else if (AtEnd)
        {
            Error(start, _position, "The interpolated string is not closed.");
            kind = kind == TokenKind.InterpolationStart ? TokenKind.Text : TokenKind.InterpolationEnd;
        }
        else
        {
            _position++;
            _interpolations.Push(new Interpolation(quote, _braces));
        }

        _tokens.Add(new Token(kind, start, _position) { Content = text });
    }

    private string ReadQuoted(char quote, int start, bool interpolated, out bool closed)
    {
        var text = new StringBuilder();
        while (!AtEnd)
        {
            var c = Current;
            if (c == quote)
            {
                _position++;
                closed = true;
                return text.ToString();
            }

            if (interpolated && c == '{')
            {
                break;
            }

            if (c == '\\')
            {
                ReadEscapeSequence(text, start, interpolated);
            }
            else
            {
                text.Append(c);
                _position++;
            }
        }

        closed = false;
        return text.ToString();
    }

    private void ReadEscapeSequence(StringBuilder text, int start, bool interpolated)
    {
        _position++;
        if (AtEnd)
        {
            return;
        }

        var c = Current;
        _position++;
        switch (c)
        {
            case '\n':
                break;
            case '\r':
                if (Current == '\n')
                {
                    _position++;
                }

                break;
            case '0': text.Append('\0'); break;
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'v': text.Append('\v'); break;
            case '\\' or '"' or '\'': text.Append(c); break;
            case '{' or '}' when interpolated: text.Append(c); break;
            case 'u': ReadHex(text, 4); break;
            case 'x': ReadHex(text, 2); break;
            default:
                Error(start, _position, $"Unknown escape `\\{Printable(c)}` in a string.");
                break;
        }
    }

    private void ReadHex(StringBuilder text, int digits)
    {
        var from = _position;
        while (_position - from < digits)
        {
            if (!char.IsAsciiHexDigit(Current))
            {
                Error(_position, Math.Min(_position + 1, _text.Length), $"Expected {digits} hexadecimal digits.");
                return;
            }

            _position++;
        }

        text.Append((char)int.Parse(_text.AsSpan(from, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    private void ReadVerbatimText()
    {
        var start = _position++;
        var text = new StringBuilder();
        while (!AtEnd)
        {
            if (Current == '`')
            {
                _position++;
                if (Current != '`')
                {
                    _tokens.Add(new Token(TokenKind.VerbatimText, start, _position) { Content = text.ToString() });
                    return;
                }
            }

            text.Append(Current);
            _position++;
        }

        Error(start, _position, "The verbatim string is not closed.");
        _tokens.Add(new Token(TokenKind.VerbatimText, start, _position) { Content = text.ToString() });
    }
}
