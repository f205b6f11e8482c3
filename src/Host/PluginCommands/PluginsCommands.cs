using System.CommandLine;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins</c>: each command is a file of this folder.</summary>
internal static class PluginsCommands
{
    public static Command Build(CommandRunner runner) => runner.Command(
        "plugins", "Industry plugins: what there is, installing, and what an author needs.", "行业插件：查看、安装，以及插件作者所需的命令。",
        ListCommand.Build(runner),
        InfoCommand.Build(runner),
        VerifyCommand.Build(runner),
        PlanCommand.Build(runner),
        ApplyCommand.Build(runner),
        InstallCommand.Build(runner),
        UpdateCommand.Build(runner),
        RollBackCommand.Build(runner),
        UninstallCommand.Build(runner),
        EnableCommand.Build(runner),
        DisableCommand.Build(runner),
        ConformCommand.Build(runner),
        PackCommand.Build(runner),
        KeyCommand.Build(runner));
}
