using System.CommandLine;
using System.Globalization;
using Clientele.Host.Commands;
using Clientele.Host.Mailings;
using Clientele.Host.PluginCommands;

namespace Clientele.Host;

/// <summary>The command line as a whole: what there is, and how a run ends (0 fine, 1 the work failed, 2 wrong usage).</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider time)
    {
        var language = Language.Of(args);
        // The command-line library brings its own words in both languages.
        CultureInfo.CurrentUICulture = language.Culture;
        var parsed = Root(new Globals(language), time, output, error).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            }

            await error.WriteLineAsync(language.Say("Run 'clientele --help', or a command with --help, to see what it takes.", "运行 clientele --help，或在命令后加 --help，查看用法。")).ConfigureAwait(false);
            return 2;
        }

        using var interrupted = new CancellationTokenSource();
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, interrupted.Token).ConfigureAwait(false);
    }

    private static RootCommand Root(Globals globals, TimeProvider time, TextWriter output, TextWriter error)
    {
        var runner = new CommandRunner(globals, time, output, error);
        var root = new RootCommand(globals.Say("Clientele: client lists in; segments, due visits, letters and reports out.", "Clientele：导入客户名单，得到客户细分、应回访清单、跟进函与报告。"));
        foreach (var option in globals.All)
        {
            root.Add(option);
        }

        root.Add(DemoCommand.Build(runner));
        root.Add(InitCommand.Build(runner));
        root.Add(ImportCommand.Build(runner));
        root.Add(ClientsCommands.Build(runner));
        root.Add(MeasuresCommands.Build(runner));
        root.Add(SegmentsCommands.Build(runner));
        root.Add(InsightsCommands.Build(runner));
        root.Add(CareCommands.Build(runner));
        root.Add(CalendarCommand.Build(runner));
        root.Add(MattersCommands.Build(runner));
        root.Add(PromisesCommands.Build(runner));
        root.Add(HandoverCommands.Build(runner));
        root.Add(RegistersCommands.Build(runner));
        root.Add(QuotationsCommands.Build(runner));
        root.Add(GuardsCommands.Build(runner));
        root.Add(LettersCommands.Build(runner));
        root.Add(OutboxCommands.Build(runner));
        root.Add(ArchiveCommands.Build(runner));
        root.Add(ReportsCommands.Build(runner));
        root.Add(TemplatesCommands.Build(runner));
        root.Add(PluginsCommands.Build(runner));
        return root;
    }
}
