using Clientele.Host.Workspaces;

namespace Clientele.Host.Tests.PluginCommands;

/// <summary>From a publisher's key to what a workspace lets in.</summary>
public sealed class TrustTests : IDisposable
{
    private readonly Shop _shop = new();

    private string Key => Path.Combine(_shop.Root, "acme-2026");

    public void Dispose() => _shop.Dispose();

    [Fact]
    [Trait("Scenario", "66")]
    public async Task A_signed_package_is_let_in_where_signatures_are_required_and_an_unsigned_one_is_not()
    {
        await _shop.RunAsync("plugins", "key", Key);
        _shop.Settings(Requiring());

        var unsigned = await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));
        var signed = await _shop.RunAsync("plugins", "install", await _shop.PackAsync(_shop.Build("acme.garden"), "--key", $"{Key}.pem"), "--json");
        var list = await _shop.RunAsync("plugins", "list", "--json");

        Assert.Equal((1, 0), (unsigned.Exit, signed.Exit));
        Assert.Contains("PLG4001", unsigned.Error, StringComparison.Ordinal);
        Assert.Equal("", signed.Error);
        Assert.Contains(Shop.Rows(list), row => row.GetProperty("id").GetString() == "acme.garden" && row.GetProperty("signed_by").GetString() == "Acme");
        // What comes with the host is trusted as the host is.
        Assert.Equal(4, list.Output.Split("\"running\"").Length - 1);
    }

    [Fact]
    [Trait("Scenario", "71")]
    public async Task A_package_signed_with_a_key_nobody_knows_or_a_revoked_one_is_refused()
    {
        await _shop.RunAsync("plugins", "key", Key);
        var package = await _shop.PackAsync(_shop.Build("acme.garden"), "--key", $"{Key}.pem", "--key-id", "other");

        _shop.Settings(Requiring());
        var unknown = await _shop.RunAsync("plugins", "install", package);
        _shop.Settings(Requiring(id: "other", revoked: "true"));
        var revoked = await _shop.RunAsync("plugins", "install", package);

        Assert.Contains("PLG4004", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("PLG4005", revoked.Error, StringComparison.Ordinal);
        Assert.Empty(await _shop.ListAsync());
    }

    [Fact]
    [Trait("Scenario", "67")]
    [Trait("Scenario", "68")]
    public async Task Verify_finds_a_file_that_was_changed_and_one_that_was_added_after_the_installation()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));
        Assert.Equal(0, (await _shop.RunAsync("plugins", "verify", "acme.garden")).Exit);
        var folder = Path.Combine(_shop.Installed, "acme.garden", "1.0.0");

        await File.AppendAllTextAsync(Path.Combine(folder, "plugin.json"), " ");
        await File.WriteAllTextAsync(Path.Combine(folder, "more.txt"), "more");
        var outcome = await _shop.RunAsync("plugins", "verify");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("PLG4002", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("PLG4003", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_never_overwritten_and_what_is_no_key_does_not_sign()
    {
        Assert.Equal(0, (await _shop.RunAsync("plugins", "key", Key)).Exit);
        var again = await _shop.RunAsync("plugins", "key", Key);
        var wrong = await _shop.RunAsync("plugins", "pack", _shop.Build("acme.garden"), "--output", _shop.Root, "--key", $"{Key}.pub.pem");
        var missing = await _shop.RunAsync("plugins", "pack", _shop.Build("acme.garden"), "--key", Path.Combine(_shop.Root, "none.pem"));

        Assert.Equal((1, 1, 1), (again.Exit, wrong.Exit, missing.Exit));
        Assert.Contains("PLG4009", wrong.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_shop.Root, "*.nupkg"));
    }

    [Fact]
    public async Task Settings_that_name_a_key_file_that_is_not_there_say_so()
    {
        _shop.Settings(Requiring());

        var outcome = await _shop.RunAsync("plugins", "list");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("acme-2026.pub.pem", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Allow", null, "Allow")]
    [InlineData("Allow", "require", "Require")]
    [InlineData("Require", "development", "Require")]
    [InlineData("Development", "Allow", "Allow")]
    [Trait("Scenario", "70")]
    public void The_host_can_make_a_workspaces_policy_stricter_and_never_looser(string workspace, string? host, string expected) =>
        Assert.Equal(expected, TrustSettings.Stricter(Enum.Parse<TrustPolicy>(workspace), host).ToString());

    [Theory]
    [InlineData("everything")]
    [InlineData("7")]
    public void A_policy_of_the_host_that_does_not_exist_is_no_policy_at_all(string host) =>
        Assert.Contains("require, allow or development", Assert.Throws<ClienteleException>(() => TrustSettings.Stricter(TrustPolicy.Allow, host)).Message, StringComparison.Ordinal);

    private static string Requiring(string id = "acme-2026", string revoked = "false") =>
        $$"""{ "trust": { "policy": "require", "keys": [{ "id": "{{id}}", "publisher": "Acme", "file": "../acme-2026.pub.pem", "revoked": {{revoked}} }] } }""";
}
