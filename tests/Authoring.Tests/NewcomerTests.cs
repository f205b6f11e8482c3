namespace Clientele.Authoring.Tests;

/// <summary>A plugin for an industry the repository does not have, written from the guide alone, works.</summary>
[Collection(Authors.Name)]
public sealed class NewcomerTests(Feed feed) : IDisposable
{
    private readonly Author _author = new(feed);

    public void Dispose() => _author.Dispose();

    [Fact]
    public async Task A_dental_clinic_is_built_tested_packed_installed_and_writes_its_letters()
    {
        var fixture = Path.Combine(Sdk.RepoRoot, "tests", "Fixtures", "DentalClinic");
        foreach (var file in Directory.GetFiles(fixture, "*", SearchOption.AllDirectories))
        {
            _author.Write(Path.GetRelativePath(fixture, file).Replace('\\', '/'), await File.ReadAllTextAsync(file));
        }

        var build = await _author.TypeAsync("dotnet build DentalClinic -c Release");
        var tests = await _author.TypeAsync("dotnet test DentalClinic.Tests -c Release");
        await _author.TypeAsync("clientele plugins conform DentalClinic/bin/Release/net10.0");
        await _author.TypeAsync("clientele plugins pack DentalClinic/bin/Release/net10.0");
        await _author.TypeAsync("clientele plugins install bright-smile.dental-clinic.1.0.0.nupkg");
        var demo = await _author.TypeAsync("clientele demo --plugin bright-smile.dental-clinic --output demo");

        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);
        Assert.Contains("Passed!", tests, StringComparison.Ordinal);
        Assert.Contains("4 letters, 2 reports", demo, StringComparison.Ordinal);
        var letters = string.Concat(Directory.GetFiles(_author.Path("demo"), "*.txt", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Contains("Time for your check-up", letters, StringComparison.Ordinal);
        Assert.Contains("治疗方案的说明", letters, StringComparison.Ordinal);
    }
}
