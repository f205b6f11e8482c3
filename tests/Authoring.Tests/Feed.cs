namespace Clientele.Authoring.Tests;

/// <summary>The packages an author finds on a feed, packed once for all tests, with the command-line tool installed from them.</summary>
public sealed class Feed : IAsyncLifetime
{
    private static readonly string[] Projects =
    [
        "Core/Abstractions/Clientele.Abstractions", "Core/Analysis/Clientele.Analysis", "Core/Calendar/Clientele.Calendar", "Core/Templating/Clientele.Templating", "Core/Storage/Clientele.Storage", "Core/Practices/Clientele.Practices", "Core/Engine/Clientele",
        "Core/Testing/Clientele.Testing", "Core/Testing.Xunit/Clientele.Testing.Xunit", "Templates/Clientele.Templates", "Host/Clientele.Host",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("clientele-feed-").FullName;

    internal string Packages => Path.Combine(_root, "packages");

    internal string Tool => Path.Combine(_root, "tools", "clientele");

    public async Task InitializeAsync()
    {
        foreach (var project in Projects)
        {
            await Sdk.DotnetAsync(Sdk.RepoRoot, "pack", $"src/{project}.csproj", "--no-build", "-c", Sdk.Configuration, "-o", Packages);
        }

        Connect(_root);
        await Sdk.DotnetAsync(_root, "tool", "install", "Clientele.Host", "--version", "0.1.0", "--tool-path", Path.Combine(_root, "tools"), "--no-cache");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Lets the projects in a folder restore from here, into a package folder of their own: an earlier test may have left another package of the same version in the machine's.</summary>
    internal void Connect(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{Packages}" /></packageSources></configuration>""");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), """<Project><PropertyGroup><RestorePackagesPath>$(MSBuildThisFileDirectory)restored</RestorePackagesPath></PropertyGroup></Project>""");
    }
}

/// <summary>Tests that build with the SDK, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Authors : ICollectionFixture<Feed>
{
    public const string Name = "authors";
}
