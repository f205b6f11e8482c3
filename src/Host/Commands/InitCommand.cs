using System.CommandLine;
using Clientele.Host.Workspaces;

namespace Clientele.Host.Commands;

/// <summary><c>clientele init</c>: makes a folder a workspace.</summary>
internal static class InitCommand
{
    public static Command Build(CommandRunner runner)
    {
        var folder = new Argument<string>("folder") { Description = runner.Say("The folder to make a workspace; the current one by default.", "工作区文件夹，默认当前文件夹。"), DefaultValueFactory = _ => "." };
        var firm = new Option<string>("--firm") { Description = runner.Say("The name of your firm, as letters show it.", "贵公司名称，用于函件抬头。"), HelpName = "NAME" };
        var currency = new Option<string>("--currency") { Description = runner.Say("The currency of all amounts (ISO 4217).", "金额币种（ISO 4217）。"), DefaultValueFactory = _ => "CNY", HelpName = "CODE" };
        var culture = new Option<string>("--culture") { Description = runner.Say("The language of letters: zh-CN or en.", "函件语言：zh-CN 或 en。"), DefaultValueFactory = _ => "zh-CN", HelpName = "LANG" };
        return runner.Command("init", "Make a folder a workspace.", "将文件夹设为工作区。", (run, cancellationToken) => InitAsync(run, Path.GetFullPath(run.Value(folder)!), run.Value(firm), run.Value(currency)!, run.Value(culture)!, cancellationToken), folder, firm, currency, culture);
    }

    private static async Task<int> InitAsync(Run run, string folder, string? firm, string currency, string culture, CancellationToken cancellationToken)
    {
        if (Workspace.IsOne(folder))
        {
            throw new ClienteleException(ErrorCodes.WorkspaceInvalid, run.Say($"'{folder}' is a workspace already; edit its {Workspace.SettingsFile}.", $"“{folder}”已是工作区；请编辑其中的 {Workspace.SettingsFile}。"));
        }

        _ = new Money(0, currency);
        var settings = new WorkspaceSettings { Currency = currency, Culture = culture, Firm = firm is null ? new FirmSettings() : new FirmSettings { Name = new BothLanguages(firm, firm) } };
        var workspace = Workspace.Create(folder, settings);
        var crm = await Crm.OpenAsync(workspace.Options(run.StatedPlugins), run.Time, cancellationToken).ConfigureAwait(false);
        await crm.DisposeAsync().ConfigureAwait(false);
        await run.LineAsync(run.Say($"{folder} is a workspace now. Put your firm's details into {Workspace.SettingsFile}, then: clientele import FILE --workspace {folder}", $"{folder} 已设为工作区。请在 {Workspace.SettingsFile} 中填写公司信息，然后运行：clientele import 文件 --workspace {folder}")).ConfigureAwait(false);
        return 0;
    }
}
