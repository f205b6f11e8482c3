using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <content>Writing: template text as it is, values escaped, both indented where a block is.</content>
internal sealed partial class RenderState
{
    private string _indent = "";
    private bool _afterNewLine = true;
    private bool _isCut;

    /// <summary>The indentation in force, to be restored by <see cref="Indent"/>.</summary>
    public string Indentation => _indent;

    public void Indent(string indentation) => _indent = indentation;

    public void WriteRaw(ReadOnlySpan<char> text, TextSpan span)
    {
        if (text.Length > 0 && _indent.Length == 0 && Output.TryAppend(text))
        {
            _afterNewLine = text[^1] == '\n';
        }
        else
        {
            WriteSlowly(text, span);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteSlowly(ReadOnlySpan<char> text, TextSpan span)
    {
        if (text.Length == 0 || _isCut)
        {
            return;
        }

        if (IsCompatible && Settings.LimitToString > 0 && Output.Total + text.Length > Settings.LimitToString && !Output.IsCapturing)
        {
            text = Cut(text);
        }

        if (Output.Total + text.Length > Limits.OutputChars)
        {
            throw Fail(span, $"More than {Number(Limits.OutputChars)} characters of output.", TemplateErrorCode.OutputLimit);
        }

        if (_indent.Length == 0)
        {
            _afterNewLine = text[^1] == '\n';
            Output.Append(text);
        }
        else
        {
            WriteIndented(text, span);
        }
    }

    public void Write(in Value value, TextSpan span)
    {
        var escaping = Escaping;
        if (value.Kind == ValueKind.String)
        {
            WriteText(value.Text, span);
        }
        else if (value.Kind == ValueKind.Safe && value.Safe.Format == escaping)
        {
            WriteRaw(value.Text, span);
        }
        else if (value.Kind == ValueKind.Int && Escape.IsNumberSafe(escaping))
        {
            WriteInt(value.Int, span);
        }
        else
        {
            WriteText(Text(value, span), span);
        }
    }

    /// <summary>Writes text that is a value: escaped.</summary>
    public void WriteText(ReadOnlySpan<char> text, TextSpan span)
    {
        var escaping = Escaping;
        if (escaping == Escaping.None)
        {
            WriteRaw(text, span);
        }
        else if (escaping == Escaping.Html)
        {
            WriteHtml(text, span);
        }
        else
        {
            WriteRaw(Escape.Text(text.ToString(), escaping, this), span);
        }
    }

    /// <summary>Writes two pieces of one value.</summary>
    public void WriteText(ReadOnlySpan<char> text, string rest, TextSpan span)
    {
        if (rest.Length == 0 || Escaping is Escaping.None or Escaping.Html)
        {
            WriteText(text, span);
            WriteText(rest, span);
        }
        else
        {
            WriteText(string.Concat(text, rest), span);
        }
    }

    /// <summary>Formats a number where it will stand. False, with nothing written, where it has to be indented or escaped, or does not fit.</summary>
    public bool TryWriteFormatted<T>(T number, string format)
        where T : struct, ISpanFormattable
    {
        var escaping = Escaping;
        var room = Output.Room;
        if (_indent.Length > 0 || escaping is not (Escaping.None or Escaping.Html) || !number.TryFormat(room, out var length, format, Culture)
            || length == 0 || (escaping == Escaping.Html && Escape.NextInHtml(room[..length]) >= 0))
        {
            return false;
        }

        _afterNewLine = room[length - 1] == '\n';
        Output.Advance(length);
        return true;
    }

    private void WriteHtml(ReadOnlySpan<char> text, TextSpan span)
    {
        for (var i = Escape.NextInHtml(text); i >= 0; i = Escape.NextInHtml(text))
        {
            WriteRaw(text[..i], span);
            WriteRaw(Escape.Entity(text[i]), span);
            text = text[(i + 1)..];
        }

        WriteRaw(text, span);
    }

    // Apart from the rest, whose frames would otherwise all make room for the digits.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteInt(int number, TextSpan span)
    {
        Span<char> digits = stackalloc char[16];
        number.TryFormat(digits, out var length, default, Culture);
        WriteRaw(digits[..length], span);
    }

    public Capture BeginCapture() => Output.StartCapture(_afterNewLine);

    public string EndCapture(Capture capture, TextSpan span)
    {
        _afterNewLine = capture.AfterNewLine;
        var text = Output.EndCapture(capture);
        ChargeString(span, text.Length);
        return text;
    }

    public void AbandonCapture(Capture capture)
    {
        _afterNewLine = capture.AfterNewLine;
        Output.AbandonCapture(capture);
    }

    public void CheckScribanLength(TextSpan span, long length)
    {
        if (IsCompatible && Settings.LimitToString is > 0 and var limit && length > limit)
        {
            throw Fail(span, $"A string of more than {limit} characters.", TemplateErrorCode.StringLimit);
        }
    }

    private void WriteIndented(ReadOnlySpan<char> text, TextSpan span)
    {
        while (text.Length > 0)
        {
            if (_afterNewLine)
            {
                if (Settings.IndentOnEmptyLines || text[0] is not ('\n' or '\r'))
                {
                    Output.Append(_indent);
                }

                _afterNewLine = false;
            }

            var next = text.IndexOf('\n');
            if (next < 0)
            {
                Output.Append(text);
                return;
            }

            Output.Append(text[..(next + 1)]);
            text = text[(next + 1)..];
            _afterNewLine = true;
            Step(span);
        }
    }

    private ReadOnlySpan<char> Cut(ReadOnlySpan<char> text)
    {
        _isCut = true;
        var room = (int)Math.Max(0, Settings.LimitToString - Output.Total);
        return string.Concat(text[..room], "...");
    }
}
