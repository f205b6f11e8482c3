namespace Clientele.Host.Tests;

/// <summary>Runs the command line inside the test, as a pipe would see it.</summary>
internal static class Cli
{
    public static Task<Outcome> RunAsync(params string[] args) => RunInAsync("en", args);

    public static async Task<Outcome> RunInAsync(string language, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync([.. args, "--language", language], output, error, TimeProvider.System);
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    internal sealed record Outcome(int Exit, string Output, string Error);
}
