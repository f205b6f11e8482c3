using Spectre.Console;

namespace Clientele.Host.Printing;

/// <summary>Shows a progress bar on standard error while long work runs, when somebody watches; nothing in a pipe.</summary>
internal static class LongWork
{
    public static async Task<T> RunAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected || System.Console.IsOutputRedirected)
        {
            return await work(new Silent()).ConfigureAwait(false);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return await console.Progress().AutoClear(enabled: true).HideCompleted(enabled: true).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return await work(new Bar(task)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
