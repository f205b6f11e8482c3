namespace Clientele.Host.Tests.PluginCommands;

public sealed class EnableTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    [Trait("Scenario", "64")]
    public async Task Disabling_and_enabling_takes_along_what_belongs_together_or_refuses_and_outlasts_the_process()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.tools"));
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden", needs: "acme.tools"));

        Assert.Contains("PLG3007", (await _shop.RunAsync("plugins", "disable", "acme.tools")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _shop.RunAsync("plugins", "disable", "acme.tools", "--with-dependents")).Exit);
        Assert.Equal([("acme.garden", "1.0.0", "disabled"), ("acme.tools", "1.0.0", "disabled")], await _shop.ListAsync());

        Assert.Contains("PLG3005", (await _shop.RunAsync("plugins", "enable", "acme.garden")).Error, StringComparison.Ordinal);
        var enabled = await _shop.RunAsync("plugins", "enable", "acme.garden", "--with-dependencies");
        Assert.Equal("acme.tools, acme.garden enabled.\n", enabled.Output);
        Assert.Equal([("acme.garden", "1.0.0", "running"), ("acme.tools", "1.0.0", "running")], await _shop.ListAsync());
    }

    [Fact]
    public async Task A_plugin_that_comes_with_the_host_is_disabled_for_the_workspace_alone()
    {
        Assert.Equal(0, (await _shop.RunAsync("plugins", "disable", "clientele.contractor")).Exit);

        Assert.Contains(await StatesAsync(_shop.Workspace), row => row == ("clientele.contractor", "disabled"));
        Assert.Contains(await StatesAsync(_shop.Root), row => row == ("clientele.contractor", "running"));
    }

    [Fact]
    public async Task What_the_settings_disable_is_enabled_in_the_settings()
    {
        _shop.Settings("""{ "disabled_plugins": ["clientele.contractor"] }""");

        var outcome = await _shop.RunAsync("plugins", "enable", "clientele.contractor");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("disabled_plugins", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_of_a_disabled_plugin_stays_disabled()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));
        await _shop.RunAsync("plugins", "disable", "acme.garden");

        var update = await _shop.RunAsync("plugins", "update", await _shop.PackageAsync("acme.garden", "2.0.0"));

        Assert.Contains("clientele plugins enable acme.garden", update.Output, StringComparison.Ordinal);
        Assert.Contains(("acme.garden", "2.0.0", "disabled"), await _shop.ListAsync());
    }

    private static async Task<IReadOnlyList<(string, string)>> StatesAsync(string workspace) =>
        [.. Shop.Rows(await Cli.RunAsync("plugins", "list", "--json", "--workspace", workspace)).Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("state").GetString()!))];
}
