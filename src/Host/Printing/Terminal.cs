using Spectre.Console;

namespace Clientele.Host.Printing;

/// <summary>Whether somebody watches, and the console to draw on.</summary>
internal static class Terminal
{
    /// <summary>Whether the writer is the real standard output and that is a terminal.</summary>
    public static bool Is(TextWriter output) => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    public static IAnsiConsole On(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
}
