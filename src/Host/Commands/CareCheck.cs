using System.CommandLine;
using Clientele.Care;

namespace Clientele.Host.Commands;

/// <summary><c>clientele care check</c>: whether the firm's care rules are in order.</summary>
internal static class CareCheck
{
    public static Command Build(CommandRunner runner)
    {
        var file = new Argument<string?>("file") { Description = runner.Say("The file; care.yaml of the workspace by default.", "规则文件，默认工作区的 care.yaml。"), Arity = ArgumentArity.ZeroOrOne };
        return runner.Command("check", "Check the firm's own care rules (care.yaml), every problem with its line.", "检查本企业的关怀规则（care.yaml），逐行指出问题。", (run, token) => CheckAsync(run, run.Value(file), token), file);
    }

    private static async Task<int> CheckAsync(Run run, string? stated, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(stated ?? run.Workspace.CareRules);
        if (!File.Exists(path))
        {
            throw new ClienteleException(ErrorCodes.CareRulesInvalid, run.Say($"There is no file '{path}'; docs/care.md shows what to write into it.", $"没有文件“{path}”；写法见 docs/care.md。"));
        }

        var problems = CareFile.TryParse(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), out var file);
        var lines = problems.OrderBy(problem => problem.Line).Select(problem => problem.ToString()).ToList();
        if (file is not null)
        {
            lines = await ReferencesAsync(run, path, cancellationToken).ConfigureAwait(false);
        }

        foreach (var line in lines)
        {
            await run.LineAsync($"{Path.GetFileName(path)}: {line}").ConfigureAwait(false);
        }

        if (lines.Count == 0)
        {
            await run.LineAsync(run.Say($"{file!.Policies.Count} policies, all in order.", $"{file!.Policies.Count} 条规则，均无误。")).ConfigureAwait(false);
        }

        return lines.Count == 0 ? 0 : 1;
    }

    // What the file refers to is looked for among what the plugins of the workspace register.
    private static async Task<List<string>> ReferencesAsync(Run run, string path, CancellationToken cancellationToken)
    {
        var options = run.Workspace.Options(run.StatedPlugins);
        options.CareRules = path;
        var plugins = Crm.LoadPlugins(options, cancellationToken);
        await using (plugins.ConfigureAwait(false))
        {
            return [.. plugins.Diagnostics.Where(diagnostic => diagnostic.PluginId == CareFile.Origin).Select(diagnostic => diagnostic.Message)];
        }
    }
}
