namespace Clientele.Host.Tests.PluginCommands;

public sealed class ListTests
{
    [Fact]
    public async Task The_three_industries_run()
    {
        var outcome = await Cli.RunAsync("plugins", "list");

        Assert.Equal(0, outcome.Exit);
        foreach (var id in new[] { "clientele.contractor", "clientele.design-institute", "clientele.real-estate" })
        {
            Assert.Contains(outcome.Output.Split('\n'), line => line.StartsWith($"{id}\t0.1.0\t", StringComparison.Ordinal) && line.Contains("\trunning\t", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_broken_manifest_is_listed_with_its_code_and_an_empty_folder_is_no_plugin()
    {
        var folder = Directory.CreateTempSubdirectory("clientele-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "empty"));
        Directory.CreateDirectory(Path.Combine(folder, "broken"));
        await File.WriteAllTextAsync(Path.Combine(folder, "broken", "plugin.json"), "{ \"id\": ");

        var outcome = await Cli.RunAsync("plugins", "list", "--plugins", folder);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("PLG1002", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("empty", outcome.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
