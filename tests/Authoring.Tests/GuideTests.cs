using System.Text.RegularExpressions;
using Clientele.Plugins;
using Clientele.Testing;

namespace Clientele.Authoring.Tests;

/// <summary>Does what <c>docs/write-a-plugin.md</c> says, with nothing but the files on that page, the way an author outside this repository would.</summary>
public sealed class GuideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-author-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_plugin_written_only_from_the_guide_builds_conforms_packs_installs_updates_rolls_back_and_uninstalls()
    {
        var plugin = await WriteFromGuideAsync();

        var output = await Sdk.DotnetAsync(plugin, "build", "-c", "Release");
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
        var built = Path.Combine(plugin, "bin", "Release", "net10.0");
        Assert.Equal(["Landscaping.deps.json", "Landscaping.dll", "Landscaping.pdb", "Landscaping.runtimeconfig.json", "plugin.json"], Directory.GetFiles(built).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var report = await PluginConformance.RunAsync(built);
        Assert.True(report.Conforms, report.ToString());

        var root = Path.Combine(_folder, "installed");
        var store = new PluginStore(root);
        Assert.True((await store.InstallAsync(PluginPackage.Pack(built, _folder))).Installed);
        Assert.Equal("1.0.0", Running(root));

        var manifest = Path.Combine(plugin, "plugin.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("1.0.0\"", "1.1.0\"", StringComparison.Ordinal));
        await Sdk.DotnetAsync(plugin, "build", "-c", "Release");
        Assert.True((await store.InstallAsync(PluginPackage.Pack(built, _folder))).Installed);
        Assert.Equal("1.1.0", Running(root));

        store.RollBack("acme.landscaping", "1.0.0");
        Assert.Equal("1.0.0", Running(root));
        Assert.True(store.Uninstall("acme.landscaping"));
        Assert.Equal("", Running(root));
    }

    [Fact]
    [Trait("Scenario", "129")]
    public async Task A_plugin_that_would_carry_the_contract_with_it_does_not_build()
    {
        var plugin = await WriteFromGuideAsync();
        var project = Path.Combine(plugin, "Landscaping.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace(" ExcludeAssets=\"runtime\"", "", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Sdk.DotnetAsync(plugin, "build"));

        Assert.Contains("CLIPLG01", error.Message, StringComparison.Ordinal);
        Assert.Contains("Clientele.Abstractions.dll", error.Message, StringComparison.Ordinal);
    }

    private static string Running(string root)
    {
        var options = new ClienteleOptions();
        options.PluginDirectories.Add(root);
        return Crm.LoadPlugins(options).Plugins.FirstOrDefault(plugin => plugin.State == PluginState.Running)?.Version ?? "";
    }

    private async Task<string> WriteFromGuideAsync()
    {
        await Sdk.DotnetAsync(Sdk.RepoRoot, "pack", "src/Core/Abstractions/Clientele.Abstractions.csproj", "--no-build", "-c", Sdk.Configuration, "-o", Path.Combine(_folder, "packages"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), """<configuration><packageSources><add key="packed" value="packages" /></packageSources></configuration>""");

        // A package folder of its own: the version under test must not be the one an earlier test left in the machine's.
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"), """<Project><PropertyGroup><RestorePackagesPath>$(MSBuildThisFileDirectory)restored</RestorePackagesPath></PropertyGroup></Project>""");
        var plugin = Path.Combine(_folder, "Landscaping");
        var guide = await File.ReadAllTextAsync(Path.Combine(Sdk.RepoRoot, "docs", "write-a-plugin.md"));
        foreach (Match block in Regex.Matches(guide.ReplaceLineEndings("\n"), "<!-- file: (?<path>[^ ]+) -->\n```[a-z]+\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        {
            var path = Path.Combine(plugin, block.Groups["path"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, block.Groups["text"].Value + "\n");
        }

        return plugin;
    }
}
