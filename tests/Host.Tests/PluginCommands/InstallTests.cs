using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Host.Tests.PluginCommands;

/// <summary>A plugin's life in a workspace, command by command.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_package_is_installed_into_the_workspace_and_found_there_by_the_other_commands()
    {
        var installed = await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));
        var list = await _shop.RunAsync("plugins", "list");

        Assert.Equal(0, installed.Exit);
        Assert.Contains($"acme.garden 1.0.0 is installed in {Path.Combine(_shop.Installed, "acme.garden", "1.0.0")} and runs.", installed.Output, StringComparison.Ordinal);
        Assert.Contains("PLG4001", installed.Error, StringComparison.Ordinal);
        Assert.Contains(list.Output.Split('\n'), line => line.StartsWith("acme.garden\t1.0.0\t", StringComparison.Ordinal) && line.Contains("\trunning\t", StringComparison.Ordinal));
        Assert.Contains(_shop.Installed, list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installing_the_same_package_twice_is_the_same_as_once()
    {
        var package = await _shop.PackageAsync("acme.garden");
        await _shop.RunAsync("plugins", "install", package);

        Assert.Equal(0, (await _shop.RunAsync("plugins", "install", package)).Exit);
        Assert.Equal([("acme.garden", "1.0.0", "running")], await _shop.ListAsync());
    }

    [Fact]
    [Trait("Scenario", "122")]
    public async Task A_package_with_another_hash_than_its_publisher_states_is_refused()
    {
        var outcome = await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"), "--sha256", new string('0', 64));

        Assert.Equal(1, outcome.Exit);
        Assert.StartsWith("PLG0002", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was installed.\n", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(await _shop.ListAsync());
    }

    [Fact]
    [Trait("Scenario", "123")]
    public async Task A_file_that_is_no_package_is_refused_with_one_sentence()
    {
        var file = Path.Combine(_shop.Root, "holiday.nupkg");
        await File.WriteAllTextAsync(file, "no zip");

        foreach (var command in new[] { "install", "update", "verify", "info" })
        {
            var outcome = await _shop.RunAsync("plugins", command, file);

            Assert.Equal(1, outcome.Exit);
            Assert.Contains("PLG0001", outcome.Error, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await _shop.RunAsync("plugins", "install", Path.Combine(_shop.Root, "nowhere.nupkg"))).Exit);
    }

    [Fact]
    public async Task An_update_runs_at_once_and_can_be_rolled_back_until_there_is_a_newer_one()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));

        Assert.Equal(0, (await _shop.RunAsync("plugins", "update", await _shop.PackageAsync("acme.garden", "2.0.0"))).Exit);
        Assert.Equal([("acme.garden", "1.0.0", "superseded"), ("acme.garden", "2.0.0", "running")], await _shop.ListAsync());

        var back = await _shop.RunAsync("plugins", "rollback", "acme.garden");
        Assert.Contains("acme.garden 1.0.0 is the version that runs now, in place of 2.0.0.", back.Output, StringComparison.Ordinal);
        Assert.Equal([("acme.garden", "1.0.0", "running"), ("acme.garden", "2.0.0", "superseded")], await _shop.ListAsync());
        Assert.Equal(1, (await _shop.RunAsync("plugins", "rollback", "acme.garden")).Exit);

        await _shop.RunAsync("plugins", "update", await _shop.PackageAsync("acme.garden", "2.1.0"));
        Assert.Contains(("acme.garden", "2.1.0", "running"), await _shop.ListAsync());
    }

    [Fact]
    [Trait("Scenario", "125")]
    public async Task An_update_that_does_not_run_leaves_everything_as_it_was_also_a_rollback()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden", "2.0.0"));
        await _shop.RunAsync("plugins", "rollback", "acme.garden");
        var before = await _shop.ListAsync();

        var outcome = await _shop.RunAsync("plugins", "update", await _shop.PackageAsync("acme.garden", "3.0.0", """throw new InvalidOperationException("no good");"""));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("PLG6001", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("PLG0006", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, await _shop.ListAsync());
        Assert.Equal(["1.0.0", "2.0.0"], Directory.GetDirectories(Path.Combine(_shop.Installed, "acme.garden")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Updating_what_is_not_installed_or_to_something_older_says_what_to_do_instead()
    {
        var older = await _shop.PackageAsync("acme.garden");
        var nothing = await _shop.RunAsync("plugins", "update", older);
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden", "2.0.0"));
        var backwards = await _shop.RunAsync("plugins", "update", older);

        Assert.Equal((1, 1), (nothing.Exit, backwards.Exit));
        Assert.Contains("clientele plugins install", nothing.Error, StringComparison.Ordinal);
        Assert.Contains("clientele plugins rollback acme.garden --to 1.0.0", backwards.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_whose_dependency_is_missing_is_not_installed_before_that()
    {
        var (garden, tools) = (await _shop.PackageAsync("acme.garden", needs: "acme.tools"), await _shop.PackageAsync("acme.tools"));

        var alone = await _shop.RunAsync("plugins", "install", garden);
        await _shop.RunAsync("plugins", "install", tools);
        var after = await _shop.RunAsync("plugins", "install", garden);

        Assert.Equal((1, 0), (alone.Exit, after.Exit));
        Assert.Contains("PLG3001", alone.Error, StringComparison.Ordinal);
        Assert.Equal([("acme.garden", "1.0.0", "running"), ("acme.tools", "1.0.0", "running")], await _shop.ListAsync());
    }

    [Fact]
    [Trait("Scenario", "91")]
    public async Task An_update_that_migrated_the_data_is_not_rolled_back_to_a_version_that_cannot_read_them()
    {
        using var firm = await ContractorUpdate.MakeAsync();

        var update = await firm.RunAsync("plugins", "update", firm.Update);
        Assert.Equal(0, (await firm.RunAsync("clients", "list")).Exit);
        var back = await firm.RunAsync("plugins", "rollback", "clientele.contractor");

        Assert.Equal((0, 1), (update.Exit, back.Exit));
        Assert.Contains("PLG7003", back.Error, StringComparison.Ordinal);
        Assert.EndsWith("0.1.0 does not run here, so 0.2.0 stays.\n", back.Error, StringComparison.Ordinal);
        Assert.Contains("\"0.2.0\",", (await firm.RunAsync("plugins", "info", "clientele.contractor", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_after_which_data_would_not_be_read_is_refused_with_the_commands_that_plan_and_accept_it()
    {
        await _shop.RunAsync("init", _shop.Workspace);
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden"));
        await _shop.TouchAsync("garden.visit");

        var outcome = await _shop.RunAsync("plugins", "update", await _shop.PackageAsync("acme.garden", "2.0.0", Kind("garden.inspection")));

        Assert.Equal(1, outcome.Exit);
        Assert.StartsWith("PLG7006", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("clientele plugins plan", outcome.Error, StringComparison.Ordinal);
        Assert.Equal([("acme.garden", "1.0.0", "running")], await _shop.ListAsync());
    }

    [Fact]
    [Trait("Scenario", "65")]
    public async Task Uninstalling_what_another_plugin_needs_is_refused_or_takes_that_along()
    {
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.tools"));
        await _shop.RunAsync("plugins", "install", await _shop.PackageAsync("acme.garden", needs: "acme.tools"));

        var refused = await _shop.RunAsync("plugins", "uninstall", "acme.tools");
        var together = await _shop.RunAsync("plugins", "uninstall", "acme.tools", "--with-dependents", "--json");

        Assert.Equal((1, 0), (refused.Exit, together.Exit));
        Assert.Contains("PLG3007", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["acme.garden", "acme.tools"], Shop.Rows(together).Select(row => row.GetProperty("plugin").GetString()));
        Assert.Empty(Directory.GetDirectories(_shop.Installed).Where(folder => !Path.GetFileName(folder).StartsWith('.')));
    }

    [Fact]
    public async Task What_is_not_installed_cannot_be_uninstalled_and_the_hosts_own_plugins_are_disabled_instead()
    {
        var unknown = await _shop.RunAsync("plugins", "uninstall", "acme.nothing");
        var own = await _shop.RunAsync("plugins", "uninstall", "clientele.contractor");

        Assert.Equal((1, 1), (unknown.Exit, own.Exit));
        Assert.Contains("clientele plugins list", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("clientele plugins disable clientele.contractor", own.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_given_with_plugins_is_installed_into_and_a_workspace_that_does_not_exist_is_not_made()
    {
        var directory = Path.Combine(_shop.Root, "shared");
        var package = await _shop.PackageAsync("acme.garden");

        var shared = await _shop.RunAsync("plugins", "install", package, "--plugins", directory);
        var nowhere = await Cli.RunAsync("plugins", "install", package, "--workspace", Path.Combine(_shop.Root, "typo"));

        Assert.Equal((0, 1), (shared.Exit, nowhere.Exit));
        Assert.True(Directory.Exists(Path.Combine(directory, "acme.garden", "1.0.0")));
        Assert.Contains("clientele init", nowhere.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_shop.Root, "typo")));
    }
}
