namespace Clientele.Host.Tests;

/// <summary>Runs the command line inside the test, as a pipe would see it.</summary>
internal static class Cli
{
    public static async Task<Outcome> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync([.. args, "--language", "en"], output, error, TimeProvider.System);
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    internal sealed record Outcome(int Exit, string Output, string Error);
}
