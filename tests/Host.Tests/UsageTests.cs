namespace Clientele.Host.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("clients", "list", "--limit", "many")]
    [InlineData("care", "due", "--as-of", "31.12.2026")]
    [InlineData("calendar", "--year", "1900")]
    [InlineData("calendar", "--year", "next")]
    public async Task Wrong_usage_ends_with_two_and_says_where_to_look(params string[] args)
    {
        var outcome = await Cli.RunAsync(args);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("--help", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_workspace_is_refused_with_what_to_do()
    {
        var outcome = await Cli.RunAsync("clients", "list", "--workspace", Path.GetTempPath());

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("clientele init", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_name_line_and_column()
    {
        var folder = Directory.CreateTempSubdirectory("clientele-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "clientele.json"), "{\n  \"currency\": \n}");

        var outcome = await Cli.RunAsync("clients", "list", "--workspace", folder);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("line 3", outcome.Error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_plugin_folder_that_was_named_and_does_not_exist_is_an_error()
    {
        var outcome = await Cli.RunAsync("plugins", "list", "--plugins", "/no/such/folder");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("/no/such/folder", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var outcome = await Cli.RunAsync("--help");

        Assert.Equal(0, outcome.Exit);
        foreach (var command in new[] { "demo", "init", "import", "clients", "segments", "care", "calendar", "letters", "reports", "templates", "plugins" })
        {
            Assert.Contains($"  {command}", outcome.Output, StringComparison.Ordinal);
        }
    }
}
