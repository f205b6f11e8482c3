using System.CommandLine;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary>What <c>plan</c> and <c>apply</c> are asked in the same words.</summary>
internal sealed class PlanQuestion(CommandRunner runner)
{
    private readonly Argument<string[]> _packages = new("package") { Description = runner.Say("Packages to install or to update to; without any, what the plugins that are there would do to the data.", "要安装或更新的插件包；省略则查看现有插件对数据的影响。"), HelpName = "PACKAGE", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _remove = new("--remove") { Description = runner.Say("The id of an installed plugin to remove; may be given more than once.", "要移除的已安装插件的编号，可重复给出。"), HelpName = "ID" };
    private readonly Option<bool> _dropData = new("--drop-data") { Description = runner.Say("Also remove the attributes, segments and follow-ups of the removed plugins.", "同时删除被移除插件的属性、细分与跟进事项。") };

    public Symbol[] Parts => [_packages, _remove, _dropData];

    public PluginRequest Request(Run run) => new()
    {
        Packages = [.. (run.Value(_packages) ?? []).Select(Path.GetFullPath)],
        Remove = run.Value(_remove) ?? [],
        DropData = run.Value(_dropData),
    };

    /// <summary>The same question, as it is typed.</summary>
    public string Again(Run run) => string.Concat(
        (run.Value(_packages) ?? []).Concat((run.Value(_remove) ?? []).Select(id => $"--remove {id}")).Concat(run.Value(_dropData) ? ["--drop-data"] : []).Select(part => part + " "));

    public static PluginPlanner Planner(Run run)
    {
        // What would become of data is counted in a workspace, so there must be one.
        _ = run.Workspace;
        var places = PluginPlaces.Of(run);
        return new PluginPlanner(places.Options(), places.Installed, run.Time);
    }
}
