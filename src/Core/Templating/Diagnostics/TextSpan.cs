using System.Runtime.InteropServices;

namespace Clientele.Templating;

/// <summary>A stretch of template text, by offsets.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int End)
{
    public static TextSpan Covering(TextSpan first, TextSpan last) => new(first.Start, Math.Max(first.End, last.End));
}
