namespace Clientele.Templating;

/// <summary>A template's text and name, able to say which line and column an offset is in. Lines are found only when an error asks.</summary>
internal sealed class SourceText(string text, string name)
{
    /// <summary>Stands for no text at all.</summary>
    public static SourceText None { get; } = new("", "");

    public string Text { get; } = text;

    public string Name { get; } = name;

    public (int Line, int Column) Position(int offset)
    {
        var end = Math.Clamp(offset, 0, Text.Length);
        var line = 1;
        var start = 0;
        for (var i = Text.IndexOf('\n', 0); i >= 0 && i < end; i = i + 1 < Text.Length ? Text.IndexOf('\n', i + 1) : -1)
        {
            line++;
            start = i + 1;
        }

        return (line, end - start + 1);
    }

    /// <summary>The text of a line, without its line break, shortened so that a machine-written line of a megabyte stays readable.</summary>
    public string Line(int number)
    {
        var start = 0;
        for (var line = 1; line < number; line++)
        {
            var next = Text.IndexOf('\n', start);
            if (next < 0)
            {
                return "";
            }

            start = next + 1;
        }

        var end = Text.IndexOf('\n', start);
        return Text[start..(end < 0 ? Text.Length : end)].TrimEnd('\r');
    }

    public string Slice(TextSpan span) => Text[Math.Clamp(span.Start, 0, Text.Length)..Math.Clamp(span.End, 0, Text.Length)];
}
