using System.Text.Json;

namespace Clientele.Host.Tests;

public sealed class IndependenceTests
{
    [Fact]
    public void The_host_references_no_plugin()
    {
        var references = typeof(CommandLine).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.DoesNotContain(references, IsPlugin);
        Assert.Contains("Clientele", references);
    }

    [Fact]
    public void The_hosts_dependency_file_names_no_plugin()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Clientele.Host.deps.json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var libraries = json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).ToList();

        Assert.DoesNotContain(libraries, IsPlugin);
        Assert.Contains("Clientele.Abstractions", libraries);
    }

    [Fact]
    public void The_plugins_lie_beside_the_host_in_folders_of_their_own()
    {
        var folders = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "plugins"));

        Assert.Equal(3, folders.Length);
        Assert.All(folders, folder => Assert.True(File.Exists(Path.Combine(folder, "plugin.json"))));
        Assert.All(folders, folder => Assert.False(File.Exists(Path.Combine(folder, "Clientele.Abstractions.dll"))));
    }

    private static bool IsPlugin(string name) =>
        Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "plugins")).Any(folder => string.Equals(Path.GetFileName(folder), name, StringComparison.OrdinalIgnoreCase));
}
