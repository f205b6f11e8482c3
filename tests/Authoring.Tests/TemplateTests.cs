namespace Clientele.Authoring.Tests;

/// <summary>What comes out of the template under another name, and what the build makes of a mistake.</summary>
[Collection(Authors.Name)]
public sealed class TemplateTests(Feed feed) : IDisposable
{
    private readonly Author _author = new(feed);

    public void Dispose() => _author.Dispose();

    [Fact]
    [Trait("Scenario", "128")]
    public async Task A_scaffolded_plugin_builds_without_a_warning_and_its_tests_pass()
    {
        await _author.TypeAsync("dotnet new install Clientele.Templates");
        await _author.TypeAsync("dotnet new clientele-plugin -n Tree.Nursery");
        await _author.TypeAsync("cd Tree.Nursery");
        Assert.Contains("\"prefix\": \"treenursery\"", await File.ReadAllTextAsync(_author.Path("Tree.Nursery", "plugin.json")), StringComparison.Ordinal);

        var build = await _author.TypeAsync("dotnet build Tree.Nursery.Tests");
        var tests = await _author.TypeAsync("dotnet test Tree.Nursery.Tests --no-build");

        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);
        Assert.Contains("Passed!", tests, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_author.Path("Tree.Nursery", "bin", "Debug", "net10.0")), file => Path.GetFileName(file).StartsWith("Clientele.", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Scenario", "129")]
    public async Task A_plugin_that_would_carry_the_contract_with_it_does_not_build()
    {
        foreach (var (path, text) in Guide.Files())
        {
            _author.Write(path, text.Replace(" ExcludeAssets=\"runtime\"", "", StringComparison.Ordinal));
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _author.TypeAsync("dotnet build Landscaping"));

        Assert.Contains("CLIPLG01", error.Message, StringComparison.Ordinal);
        Assert.Contains("Clientele.Abstractions.dll", error.Message, StringComparison.Ordinal);
    }
}
