namespace Clientele.Packaging.Tests;

public sealed class PackedLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-pack-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_empty_project_restores_the_package_and_runs_the_sample()
    {
        var packages = Path.Combine(_folder, "packages");
        foreach (var project in new[] { "Abstractions/Clientele.Abstractions", "Templating/Clientele.Templating", "Storage/Clientele.Storage", "Practices/Clientele.Practices", "Engine/Clientele" })
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
