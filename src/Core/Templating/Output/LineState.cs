using System.Buffers;
using System.Runtime.InteropServices;

namespace Clientele.Templating;

/// <summary>What the escaping of Markdown has to know of the line it writes into, kept up to date character by character.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineState
{
    private static readonly SearchValues<char> ContainerMarks = SearchValues.Create(" \t>-+*0123456789.)#");

    private char _last;
    private char _beforeLast;

    public static LineState AtStart => new() { IsStart = true };

    /// <summary>Whether a block can begin here: only spaces, or the marks of a quotation or a list, stand since the last line break.</summary>
    public bool IsStart { get; private set; }

    /// <summary>Whether the line ends in an open link destination, <c>](</c> without its closing.</summary>
    public bool IsInLinkDestination { get; private set; }

    /// <summary>Whether the link destination has only just begun, so that what is written next could be its scheme.</summary>
    public bool IsLinkStart { get; private set; }

    public void Read(ReadOnlySpan<char> text)
    {
        var newLine = text.LastIndexOf('\n');
        if (newLine >= 0)
        {
            this = AtStart;
            text = text[(newLine + 1)..];
        }

        foreach (var c in text)
        {
            IsStart &= ContainerMarks.Contains(c);
            IsLinkStart = c == '(' && _last == ']' && _beforeLast != '\\';
            IsInLinkDestination = IsLinkStart || (IsInLinkDestination && c != ')');
            (_beforeLast, _last) = (_last, c);
        }
    }
}
