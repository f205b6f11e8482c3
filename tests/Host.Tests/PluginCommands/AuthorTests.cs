namespace Clientele.Host.Tests.PluginCommands;

/// <summary>What the author of a plugin gets from the command line.</summary>
public sealed class AuthorTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Conform_lists_every_check_and_ends_with_one_when_a_plugin_does_not_pass()
    {
        var good = await _shop.RunAsync("plugins", "conform", _shop.Build("acme.garden"));
        var bad = await _shop.RunAsync("plugins", "conform", _shop.Build("acme.sloppy", configure: """builder.TouchpointKinds(new TouchpointKind { Name = "sloppy.visit", Title = new("Visit", "Visit") });"""), "--json");

        Assert.Equal((0, 1), (good.Exit, bad.Exit));
        Assert.Contains("acme.garden 1.0.0 conforms.", good.Error, StringComparison.Ordinal);
        Assert.Equal("languages", Assert.Single(Shop.Rows(bad), row => !row.GetProperty("passed").GetBoolean()).GetProperty("check").GetString());
    }

    [Theory]
    [InlineData("pack")]
    [InlineData("conform")]
    public async Task A_folder_that_holds_no_built_plugin_is_refused_with_the_folder_to_name(string command)
    {
        var project = Directory.CreateDirectory(Path.Combine(_shop.Root, "Garden")).FullName;
        var nothing = await _shop.RunAsync("plugins", command, project);
        await File.WriteAllTextAsync(Path.Combine(project, "plugin.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(project, "Garden.csproj"), "<Project />");
        var source = await _shop.RunAsync("plugins", command, project);

        Assert.Equal((1, 1), (nothing.Exit, source.Exit));
        Assert.Contains("bin/Release/net10.0", nothing.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(project, "bin", "Release", "net10.0"), source.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_host_would_refuse_is_not_packed_and_all_that_is_wrong_is_said()
    {
        var folder = _shop.Build("acme.garden");
        File.Delete(Path.Combine(folder, "Fixture.acme.garden.dll"));

        var outcome = await _shop.RunAsync("plugins", "pack", folder, "--output", _shop.Root);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("PLG5001", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was packed.\n", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_shop.Root, "*.nupkg"));
    }

    [Fact]
    public async Task Info_shows_an_installed_plugin_with_what_it_registers_and_a_package_without_running_it()
    {
        var package = await _shop.PackageAsync("acme.garden");
        var before = await _shop.RunAsync("plugins", "info", package);
        await _shop.RunAsync("plugins", "install", package);
        var after = await _shop.RunAsync("plugins", "info", "ACME.Garden", "--json");

        Assert.Equal((0, 0), (before.Exit, after.Exit));
        Assert.Contains("Contract: [0.1.0,0.2.0)\n", before.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("garden.visit", before.Output, StringComparison.Ordinal);
        var card = System.Text.Json.JsonDocument.Parse(after.Output).RootElement;
        Assert.Equal("garden.visit", card.GetProperty("touchpoint_kinds")[0].GetString());
        Assert.Equal("1.0.0", card.GetProperty("installed_versions")[0].GetString());
    }

    [Fact]
    public async Task The_demo_shows_an_installed_plugin_with_facts_made_from_what_it_registers()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));

        var demo = await _shop.RunAsync("demo", "--output", Path.Combine(_shop.Root, "demo"), "--as-of", "2026-03-31");
        var clients = await Cli.RunAsync("clients", "list", "--workspace", Path.Combine(_shop.Root, "demo", "garden"));

        Assert.Equal(0, demo.Exit);
        Assert.Contains("acme.garden: facts made from what the plugin registers", demo.Output, StringComparison.Ordinal);
        Assert.Contains("everything here is invented", demo.Output, StringComparison.Ordinal);
        Assert.Contains("样例客户", clients.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_explains_itself_in_both_languages()
    {
        var output = new StringWriter { NewLine = "\n" };
        var english = await Cli.RunAsync("plugins", "--help");
        await CommandLine.RunAsync(["plugins", "--help", "--language", "zh-CN"], output, TextWriter.Null, TimeProvider.System);

        foreach (var command in new[] { "list", "info", "verify", "install", "update", "rollback", "uninstall", "enable", "disable", "conform", "pack", "key" })
        {
            Assert.Contains($"  {command}", english.Output, StringComparison.Ordinal);
            Assert.Matches($@"  {command} .*\p{{IsCJKUnifiedIdeographs}}", output.ToString());
        }
    }
}
