namespace Clientele.Packaging.Tests;

public sealed class ContractBaselineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-contract-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Measures/IMeasureComputation.cs", "MeasureResult Of(decimal value)", "MeasureResult From(decimal value)", "CP0002", "MeasureResult.Of(decimal)")]
    [InlineData("Measures/IMeasureComputation.cs", "MeasureResult Compute(MeasureInput input);", "MeasureResult Compute(MeasureInput input); void Forget();", "CP0006", "IMeasureComputation.Forget()")]
    [InlineData("Measures/IMeasureComputation.cs", "MeasureResult Compute(MeasureInput input);", "MeasureResult Compute(MeasureInput input); void Forget() { }", "", "")]
    [Trait("Scenario", "131")]
    public async Task Packing_a_contract_that_breaks_plugins_fails_and_one_that_only_adds_does_not(string file, string before, string after, string code, string member)
    {
        Copy(Path.Combine(Sdk.RepoRoot, "src", "Core", "Abstractions"), _folder);
        var changed = Path.Combine(_folder, file);
        var text = await File.ReadAllTextAsync(changed);
        Assert.Contains(before, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(changed, text.Replace(before, after, StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(_folder, "Clientele.Abstractions.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{Sdk.RepoRoot}eng/ContractBaseline.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <VersionPrefix>0.1.0</VersionPrefix>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.Extensions.DependencyInjection.Abstractions" Version="10.0.14" />
                <PackageReference Include="Microsoft.Extensions.Logging.Abstractions" Version="10.0.14" />
              </ItemGroup>
            </Project>
            """);

        var packing = Sdk.DotnetAsync(_folder, "pack", "-o", "packages");

        if (code.Length == 0)
        {
            await packing;
            return;
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => packing);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.cs", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(from, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(from, file).StartsWith("bin", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
