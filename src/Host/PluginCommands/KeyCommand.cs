using System.CommandLine;
using System.Security.Cryptography;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins key NAME</c>: a key pair for signing packages; the private half stays with the publisher.</summary>
internal static class KeyCommand
{
    public static Command Build(CommandRunner runner)
    {
        var name = new Argument<string>("name") { Description = runner.Say("The path and name of the key, such as keys/acme-2026.", "密钥的路径与名称，如 keys/acme-2026。"), HelpName = "NAME" };
        return runner.Command("key", "Make a key pair to sign packages with: NAME.pem to keep secret, NAME.pub.pem to give away.", "生成签名密钥对：NAME.pem 须保密，NAME.pub.pem 可公开。", (run, token) => MakeAsync(run, Path.GetFullPath(run.Value(name)!), token), name);
    }

    private static async Task<int> MakeAsync(Run run, string name, CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        await WriteNewAsync($"{name}.pem", key.ExportPkcs8PrivateKeyPem(), cancellationToken).ConfigureAwait(false);
        await WriteNewAsync($"{name}.pub.pem", key.ExportSubjectPublicKeyInfoPem(), cancellationToken).ConfigureAwait(false);
        await run.LineAsync(run.Say(
            $"{name}.pem is the private key: keep it secret, sign with 'clientele plugins pack DIR --key {name}.pem'. {name}.pub.pem is the public key: give it to those who are to trust it.",
            $"{name}.pem 为私钥，须保密；签名：clientele plugins pack DIR --key {name}.pem。{name}.pub.pem 为公钥，交给需要信任您的用户。")).ConfigureAwait(false);
        return 0;
    }

    // A key that exists is never overwritten, and only its owner can read the new one.
    private static async Task WriteNewAsync(string path, string pem, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var writer = new StreamWriter(path, System.Text.Encoding.ASCII, options);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync((pem + "\n").AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }
}
