namespace Clientele.Packaging.Tests;

public sealed class PackedLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-pack-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_tool_installs_with_its_plugins_inside()
    {
        var packages = Path.Combine(_folder, "packages");
        await Sdk.DotnetAsync(Sdk.RepoRoot, "pack", "src/Host/Clientele.Host.csproj", "--no-build", "-c", Sdk.Configuration, "-o", packages);
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), """<configuration><packageSources><add key="packed" value="packages" /></packageSources></configuration>""");
        var tools = Path.Combine(_folder, "tools");
        // The tool cache keeps a version for ever; a cache of its own shows the package just made.
        await Sdk.DotnetAsync(_folder, "tool", "install", "Clientele.Host", "--version", "0.1.0", "--tool-path", tools, "--no-cache");

        var output = await Sdk.RunAsync(Path.Combine(tools, "clientele"), _folder, "plugins", "list", "--json");

        Assert.Equal(3, output.Split("\"running\"").Length - 1);
    }

    [Fact]
    public async Task An_empty_project_restores_the_package_and_runs_the_sample()
    {
        var packages = Path.Combine(_folder, "packages");
        foreach (var project in new[] { "Abstractions/Clientele.Abstractions", "Analysis/Clientele.Analysis", "Calendar/Clientele.Calendar", "Templating/Clientele.Templating", "Storage/Clientele.Storage", "Practices/Clientele.Practices", "Engine/Clientele" })
        {
            await Sdk.DotnetAsync(Sdk.RepoRoot, "pack", $"src/Core/{project}.csproj", "--no-build", "-c", Sdk.Configuration, "-o", packages);
        }

        var application = Directory.CreateDirectory(Path.Combine(_folder, "application")).FullName;
        await File.WriteAllTextAsync(Path.Combine(application, "application.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>restored</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Clientele" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(application, "nuget.config"), """<configuration><packageSources><add key="packed" value="../packages" /></packageSources></configuration>""");
        File.Copy(Path.Combine(Sdk.RepoRoot, "samples/Minimal/Program.cs"), Path.Combine(application, "Program.cs"));

        var output = await Sdk.DotnetAsync(application, "run", "--", Path.Combine(_folder, "crm.db"));

        Assert.EndsWith("A (first 80%): 1\nB (next 15%): 1\nC (last 5%): 1\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
