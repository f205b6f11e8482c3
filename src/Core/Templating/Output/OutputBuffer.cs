using System.Buffers;

namespace Clientele.Templating;

/// <summary>Where output is collected: a pooled buffer, drained into a writer when there is one.</summary>
internal sealed class OutputBuffer(TextWriter? sink = null) : IDisposable
{
    private static readonly SearchValues<char> ContainerMarks = SearchValues.Create(" \t>-+*0123456789.)#");

    private const int FirstSize = 1024;
    private const int DrainAt = 16 * 1024;

    private char[] _chars = [];
    private int _length;
    private long _drained;
    private int _captures;

    public long Total => _drained + _length;

    public bool IsCapturing => _captures > 0;

    /// <summary>Whether only spaces stand between the last line break and here.</summary>
    public bool IsAtLineStart
    {
        get
        {
            for (var i = _length - 1; i >= 0; i--)
            {
                if (_chars[i] == '\n')
                {
                    return true;
                }

                if (_chars[i] is not (' ' or '\t'))
                {
                    // Inside the marks of a quotation or a list, a block can start as well.
                    return StartsContainer(i);
                }
            }

            return true;
        }
    }

    /// <summary>Whether the line ends in an open Markdown link destination, <c>](</c> without its closing.</summary>
    public bool IsInLinkDestination
    {
        get
        {
            var line = _chars.AsSpan(0, _length);
            line = line[(line.LastIndexOf('\n') + 1)..];
            var open = line.LastIndexOf("](");
            return open >= 0 && (open == 0 || line[open - 1] != '\\') && !line[open..].Contains(')');
        }
    }

    /// <summary>Room for at least the given number of characters; <see cref="Advance"/> says how many were used.</summary>
    public Span<char> Reserve(int count)
    {
        if (_chars.Length - _length < count)
        {
            Grow(count);
        }

        return _chars.AsSpan(_length);
    }

    public void Advance(int count) => _length += count;

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
        if (sink is not null && _length >= DrainAt && _captures == 0)
        {
            Drain();
        }
    }

    public int StartCapture()
    {
        _captures++;
        return _length;
    }

    public string EndCapture(int start)
    {
        _captures--;
        var text = new string(_chars, start, _length - start);
        _length = start;
        return text;
    }

    public void AbandonCapture(int start)
    {
        _captures--;
        _length = start;
    }

    public void Drain()
    {
        sink?.Write(_chars, 0, _length);
        _drained += _length;
        _length = 0;
    }

    public override string ToString() => new(_chars, 0, _length);

    public void Dispose()
    {
        if (_chars.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_chars);
            _chars = [];
        }
    }

    private bool StartsContainer(int last)
    {
        var start = last;
        while (start > 0 && _chars[start - 1] != '\n')
        {
            start--;
        }

        return _chars.AsSpan(start, last - start + 1).IndexOfAnyExcept(ContainerMarks) < 0;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Math.Max(FirstSize, _chars.Length * 2), _length + count));
        _chars.AsSpan(0, _length).CopyTo(larger);
        Dispose();
        _chars = larger;
    }
}
