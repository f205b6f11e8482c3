using System.CommandLine;
using Clientele.Templating;

namespace Clientele.Host;

/// <summary>Runs the body of a command: gives it what it works with, and turns failures into one sentence and an exit code.</summary>
internal sealed class CommandRunner(Globals globals, TimeProvider time, TextWriter output, TextWriter error)
{
    public Globals Globals => globals;

    public string Say(string en, string zh) => globals.Say(en, zh);

    public Command Command(string name, string en, string zh, params ReadOnlySpan<Symbol> parts)
    {
        var command = new Command(name, Say(en, zh));
        foreach (var part in parts)
        {
            switch (part)
            {
                case Argument argument: command.Add(argument); break;
                case Option option: command.Add(option); break;
                case Command sub: command.Add(sub); break;
            }
        }

        return command;
    }

    public Command Command(string name, string en, string zh, Func<Run, CancellationToken, Task<int>> body, params ReadOnlySpan<Symbol> parts)
    {
        var command = Command(name, en, zh, parts);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, body, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<Run, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        var run = new Run(parsed, globals, time, output, error);
        await using (run.ConfigureAwait(false))
        {
            try
            {
                return await body(run, cancellationToken).ConfigureAwait(false);
            }
            catch (UsageException failure)
            {
                await error.WriteLineAsync(failure.Message).ConfigureAwait(false);
                return 2;
            }
            catch (ClienteleException failure)
            {
                return await FailAsync($"{failure.Code}: {globals.Language.Say(failure.Text)}").ConfigureAwait(false);
            }
            catch (TemplateException failure)
            {
                return await FailAsync(failure.Message).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return await FailAsync(failure.Message).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return await FailAsync(Say("Stopped; nothing half done was kept.", "已停止，未保留任何未完成的改动。")).ConfigureAwait(false);
            }
        }
    }

    private async Task<int> FailAsync(string sentence)
    {
        await error.WriteLineAsync(sentence).ConfigureAwait(false);
        return 1;
    }
}
