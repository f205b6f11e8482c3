using Clientele.Host.Printing;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary>What a command did to one plugin, or why it did nothing.</summary>
/// <param name="Plugin">The id.</param>
/// <param name="Version">The version; empty where all are meant.</param>
/// <param name="Done">What became of it, such as <c>installed</c>; <c>refused</c> when nothing did.</param>
/// <param name="Folder">Where it is; empty when it is nowhere.</param>
/// <param name="Problems">What was found about it.</param>
internal sealed record PluginAnswer(string Plugin, string Version, string Done, string Folder, IReadOnlyList<PluginDiagnostic> Problems)
{
    private static readonly Listing<PluginAnswer> Columns = new(
        new("plugin", new("Plugin", "插件"), answer => answer.Plugin),
        new("version", new("Version", "版本"), answer => answer.Version),
        new("done", new("Done", "结果"), answer => answer.Done),
        new("folder", new("Folder", "文件夹"), answer => answer.Folder),
        new("problems", new("Problems", "问题"), answer => answer.Problems.Select(problem => problem.ToString().TrimEnd()).ToList()));

    public static string Refused => "refused";

    /// <summary>Prints the problems on standard error, and one sentence or JSON on standard output.</summary>
    /// <returns>The exit code: 1 when something was refused.</returns>
    public static async Task<int> GiveAsync(Run run, string sentence, params IReadOnlyList<PluginAnswer> answers)
    {
        foreach (var problem in answers.SelectMany(answer => answer.Problems))
        {
            await run.NoteAsync(problem.ToString().TrimEnd()).ConfigureAwait(false);
        }

        var refused = answers.Any(answer => answer.Done == Refused);
        await (run.Json ? run.ListAsync(Columns, answers) : refused ? run.NoteAsync(sentence) : run.LineAsync(sentence)).ConfigureAwait(false);
        return refused ? 1 : 0;
    }
}
