namespace Clientele.Templating;

/// <content>The text between code blocks, and the whitespace control around it.</content>
internal sealed partial class Lexer
{
    private void ReadTemplate()
    {
        var rawStart = 0;
        while (!AtEnd)
        {
            if (Current == '{' && Peek(1) == '{')
            {
                var strip = Peek(2) is '-' or '~' ? Peek(2) : '\0';
                AddRaw(rawStart, _position, strip);
                Add(TokenKind.CodeEnter, strip == '\0' ? 2 : 3);
                ReadCode(untilExit: true);
                rawStart = _position;
            }
            else if (Current == '{' && Peek(1) == '%' && EscapeLevel() is var level and > 0)
            {
                var open = level + 2;
                var strip = Peek(open) is '-' or '~' ? Peek(open) : '\0';
                AddRaw(rawStart, _position, strip);
                _position += strip == '\0' ? open : open + 1;
                ReadEscape(level);
                rawStart = _position;
            }
            else
            {
                var next = _text.IndexOf('{', _position + 1);
                _position = next < 0 ? _text.Length : next;
            }
        }

        AddRaw(rawStart, _text.Length, '\0');
    }

    private int EscapeLevel()
    {
        var end = _position + 1;
        while (end < _text.Length && _text[end] == '%')
        {
            end++;
        }

        return end < _text.Length && _text[end] == '{' ? end - _position - 1 : 0;
    }

    private void ReadEscape(int level)
    {
        var start = _position;
        var closing = "}" + new string('%', level) + "}";
        var end = _text.IndexOf(closing, start, StringComparison.Ordinal);
        if (end < 0)
        {
            AddLiteral(start, _text.Length);
            _position = _text.Length;
            return;
        }

        var strip = end > start && _text[end - 1] is '-' or '~' ? _text[end - 1] : '\0';
        AddLiteral(start, strip == '\0' ? end : end - 1);
        _position = end + closing.Length;
        StripAfter(strip);
    }

    private void AddRaw(int start, int end, char stripAtEnd)
    {
        if (stripAtEnd == '-')
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }
        }
        else if (stripAtEnd == '~')
        {
            while (end > start && _text[end - 1] is ' ' or '\t')
            {
                end--;
            }
        }

        AddLiteral(start, end);
    }

    private void AddLiteral(int start, int end)
    {
        if (end > start)
        {
            _tokens.Add(new Token(TokenKind.Raw, start, end));
        }
    }

    private void StripAfter(char strip)
    {
        if (strip == '-')
        {
            while (!AtEnd && char.IsWhiteSpace(Current))
            {
                _position++;
            }
        }
        else if (strip == '~')
        {
            while (Current is ' ' or '\t' or '\r')
            {
                _position++;
            }

            if (Current == '\n')
            {
                _position++;
            }
        }
    }
}
