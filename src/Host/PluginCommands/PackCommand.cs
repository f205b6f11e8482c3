using System.CommandLine;
using System.Security.Cryptography;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins pack DIR</c>: one file from a built plugin that is in order, signed where there is a key.</summary>
internal static class PackCommand
{
    public static Command Build(CommandRunner runner)
    {
        var folder = FolderArgument(runner);
        var output = new Option<string>("--output", "-o") { Description = runner.Say("The folder the package goes to; the current one by default.", "插件包的输出文件夹，默认当前文件夹。"), DefaultValueFactory = _ => ".", HelpName = "DIR" };
        var key = new Option<string>("--key") { Description = runner.Say("Sign with this private key (a PEM file; 'clientele plugins key' makes one).", "用该私钥签名（PEM 文件，可由 clientele plugins key 生成）。"), HelpName = "FILE" };
        var keyId = new Option<string>("--key-id") { Description = runner.Say("The name of the key, as those who trust it know it; the name of its file by default.", "密钥名称，供信任方识别，默认取文件名。"), HelpName = "NAME" };
        return runner.Command("pack", "Pack a built plugin into one file.", "将生成好的插件打包为一个文件。", (run, token) => PackAsync(run, run.Value(folder)!, run.Value(output)!, run.Value(key), run.Value(keyId), token), folder, output, key, keyId);
    }

    public static Argument<string> FolderArgument(CommandRunner runner) =>
        new("folder") { Description = runner.Say("The folder the plugin was built to, such as bin/Release/net10.0.", "插件的生成输出文件夹，如 bin/Release/net10.0。"), HelpName = "DIR" };

    private static async Task<int> PackAsync(Run run, string folder, string output, string? key, string? keyId, CancellationToken cancellationToken)
    {
        var plugin = PluginTarget.Folder(run, PluginPlaces.Of(run), Path.GetFullPath(folder));
        plugin = plugin with { Diagnostics = [.. plugin.Diagnostics.Where(problem => problem.Code != PluginCodes.NotSigned)] };
        if (!PluginTarget.IsInOrder(plugin))
        {
            return await PluginAnswer.GiveAsync(run, run.Say("Nothing was packed.", "未打包任何内容。"), new PluginAnswer(plugin.Id, plugin.Version, PluginAnswer.Refused, plugin.Folder, plugin.Diagnostics)).ConfigureAwait(false);
        }

        var pem = key is null ? "" : await File.ReadAllTextAsync(key, cancellationToken).ConfigureAwait(false);
        var package = PluginPackage.Pack(plugin.Folder, Path.GetFullPath(output), keyId ?? Path.GetFileNameWithoutExtension(key) ?? "", pem);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(package, cancellationToken).ConfigureAwait(false)));
        return await PluginAnswer.GiveAsync(
            run,
            run.Say($"{package}\nSHA-256 {hash}{(key is null ? "; not signed" : "; signed")}. To install it: clientele plugins install {package}", $"{package}\nSHA-256 {hash}；{(key is null ? "未签名" : "已签名")}。安装：clientele plugins install {package}"),
            new PluginAnswer(plugin.Id, plugin.Version, "packed", package, plugin.Diagnostics)).ConfigureAwait(false);
    }
}
