using System.Runtime.InteropServices;

namespace Clientele.Templating;

/// <summary>Where captured output starts, and how the output around it stood.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Capture(int Start, LineState Line, bool AfterNewLine);
