using System.Buffers;

namespace Clientele.Templating;

/// <summary>Where output is collected: a pooled buffer, drained into a writer when there is one.</summary>
internal sealed class OutputBuffer(TextWriter? sink = null) : IDisposable
{
    private const int FirstSize = 1024;
    private const int DrainAt = 16 * 1024;

    private char[] _chars = [];
    private int _length;
    private long _drained;
    private int _easy;
    private int _captures;
    private int _read;
    private LineState _line = LineState.AtStart;

    public long Total => _drained + _length;

    /// <summary>Characters that may be written without anybody looking at the limits.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public bool IsCapturing => _captures > 0;

    /// <summary>How the current line of output stands. Costs time only for what was written since it was last asked.</summary>
    public LineState Line
    {
        get
        {
            _line.Read(_chars.AsSpan(_read, _length - _read));
            _read = _length;
            return _line;
        }
    }

    /// <summary>The room in which text may be put without a further look; <see cref="Advance"/> says how much was used.</summary>
    public Span<char> Room => _chars.AsSpan(_length, Math.Max(0, _easy - _length));

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

    /// <summary>Appends where neither the room nor the limit is in the way, which is nearly always.</summary>
    public bool TryAppend(ReadOnlySpan<char> text)
    {
        var end = _length + text.Length;
        if (end > _easy)
        {
            return false;
        }

        text.CopyTo(_chars.AsSpan(_length));
        _length = end;
        return true;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
        if (sink is not null && _length >= DrainAt && _captures == 0)
        {
            Drain();
        }
    }

    /// <summary>Begins to collect output apart. Where it will be written is not known, so it counts as the start of a line.</summary>
    public Capture StartCapture(bool afterNewLine)
    {
        var capture = new Capture(_length, Line, afterNewLine);
        _line = LineState.AtStart;
        _captures++;
        Settle();
        return capture;
    }

    public string EndCapture(Capture capture)
    {
        var text = new string(_chars, capture.Start, _length - capture.Start);
        AbandonCapture(capture);
        return text;
    }

    public void AbandonCapture(Capture capture)
    {
        _captures--;
        _length = _read = capture.Start;
        Settle();
        _line = capture.Line;
    }

    public void Drain()
    {
        if (sink is not null)
        {
            _ = Line;
            sink.Write(_chars, 0, _length);
        }

        _drained += _length;
        _length = _read = 0;
        Settle();
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

    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Math.Max(FirstSize, _chars.Length * 2), _length + count));
        _chars.AsSpan(0, _length).CopyTo(larger);
        Dispose();
        _chars = larger;
        Settle();
    }

    // Up to where text may be appended without a further look.
    private void Settle() =>
        _easy = (int)Math.Min(Math.Min(_chars.Length, Limit - _drained), sink is not null && _captures == 0 ? DrainAt : int.MaxValue);
}
