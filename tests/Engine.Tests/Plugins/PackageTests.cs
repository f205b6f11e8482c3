using System.IO.Compression;
using System.Security.Cryptography;
using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class PackageTests : IDisposable
{
    private readonly PluginDirectory _sources = new();
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("clientele-packages-");

    private string Root => Path.Combine(_work.FullName, "store");

    private PluginOptions Options => new() { Directories = [Root], ContractVersion = "0.1.0", Collectible = true };

    private PluginStore Store => new(Root, Options);

    public void Dispose()
    {
        _sources.Dispose();
        _work.Delete(recursive: true);
    }

    [Fact]
    [Trait("Scenario", "120")]
    public async Task A_package_is_installed_into_a_folder_of_its_id_and_version_and_runs()
    {
        var report = await Store.InstallAsync(Pack("test.p", "1.0.0", "p.visit"));

        Assert.Equal((true, "test.p", "1.0.0", Path.Combine(Root, "test.p", "1.0.0")), (report.Installed, report.Id, report.Version, report.Folder));
        Assert.Empty(Directory.GetDirectories(Path.Combine(Root, ".staging")));
        await using var set = PluginLoader.Load(Options);
        Assert.Empty(set.Diagnostics);
        Assert.Equal(["p.visit"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    public void Packing_the_same_folder_twice_gives_the_same_bytes()
    {
        var first = File.ReadAllBytes(Pack("test.p", "1.0.0", "p.visit", keep: true));

        Assert.Equal(first, File.ReadAllBytes(PluginPackage.Pack(Path.Combine(_sources.Root, "test.p"), _work.FullName)));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("plugin/../../evil.txt")]
    [InlineData("plugin/..\\evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("plugin/foo\0bar.txt")]
    [InlineData("plugin/./evil.txt")]
    [InlineData("plugin//evil.txt")]
    [InlineData("plugin/fixture.TEST.p.dll")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("plugin/evil.txt.")]
    [InlineData("plugin/evil?.txt")]
    [InlineData("plugin/Fixture.test.p.dll/evil.txt")]
    [Trait("Scenario", "121")]
    public async Task A_package_with_an_entry_that_could_do_harm_writes_nothing(string name)
    {
        var package = Pack("test.p", "1.0.0", "p.visit");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Update))
        {
            zip.CreateEntry(name).Open().Dispose();
        }

        await AssertRefusedAsync(package, PluginCodes.UnsafeEntry);
    }

    [Fact]
    [Trait("Scenario", "121")]
    public async Task A_package_with_a_link_writes_nothing()
    {
        var package = Pack("test.p", "1.0.0", "p.visit");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Update))
        {
            var entry = zip.CreateEntry("plugin/link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var writer = new StreamWriter(entry.Open());
            writer.Write("/etc/passwd");
        }

        await AssertRefusedAsync(package, PluginCodes.UnsafeEntry);
    }

    [Fact]
    [Trait("Scenario", "121")]
    public async Task A_package_that_unpacks_to_gigabytes_writes_nothing()
    {
        var package = Pack("test.p", "1.0.0", "p.visit");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Update))
        {
            using var stream = zip.CreateEntry("plugin/bomb", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 513; megabyte++)
            {
                stream.Write(zeros);
            }
        }

        await AssertRefusedAsync(package, PluginCodes.TooLarge);
    }

    [Fact]
    [Trait("Scenario", "122")]
    public async Task A_package_with_another_hash_than_expected_is_not_installed()
    {
        var package = Pack("test.p", "1.0.0", "p.visit");

        await AssertRefusedAsync(package, PluginCodes.ChecksumMismatch, sha256: new string('0', 64));
        var hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(package)));
        Assert.True((await Store.InstallAsync(package, hash)).Installed);
    }

    [Theory]
    [InlineData("plugin.json", PluginCodes.NotAPackage)]
    [InlineData("test.p.nuspec", PluginCodes.NotAPackage)]
    [Trait("Scenario", "123")]
    public async Task A_package_without_a_manifest_or_without_its_type_is_no_plugin(string missing, string code)
    {
        var package = Pack("test.p", "1.0.0", "p.visit");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Update))
        {
            zip.GetEntry(missing)!.Delete();
        }

        await AssertRefusedAsync(package, code);
        var text = Path.Combine(_work.FullName, "text.nupkg");
        await File.WriteAllTextAsync(text, "not a zip");
        await AssertRefusedAsync(text, PluginCodes.NotAPackage);
    }

    [Fact]
    [Trait("Scenario", "124")]
    public async Task A_package_that_says_it_is_another_than_its_manifest_is_refused()
    {
        var package = Pack("test.p", "1.0.0", "p.visit");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Update))
        {
            var nuspec = zip.GetEntry("test.p.nuspec")!;
            string text;
            using (var reader = new StreamReader(nuspec.Open()))
            {
                text = reader.ReadToEnd();
            }

            nuspec.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("test.p.nuspec").Open());
            writer.Write(text.Replace("<version>1.0.0", "<version>9.9.9", StringComparison.Ordinal));
        }

        await AssertRefusedAsync(package, PluginCodes.IdentityMismatch);
    }

    [Fact]
    [Trait("Scenario", "11")]
    public async Task The_newest_version_runs_and_the_older_one_stays_on_disk_superseded()
    {
        await Store.InstallAsync(Pack("test.p", "1.0.0", "p.old"));
        await Store.InstallAsync(Pack("test.p", "2.0.0", "p.new"));

        await using var set = PluginLoader.Load(Options);

        Assert.Equal([("1.0.0", PluginState.Superseded), ("2.0.0", PluginState.Running)], set.Plugins.Select(plugin => (plugin.Version, plugin.State)));
        Assert.Equal(["p.new"], set.Catalogue.Kinds.Keys);
        Assert.Equal(["2.0.0", "1.0.0"], Store.Versions("test.p"));
    }

    [Fact]
    [Trait("Scenario", "12")]
    [Trait("Scenario", "13")]
    public async Task A_disabled_plugin_stays_disabled_in_all_its_versions_and_on_disk()
    {
        await Store.InstallAsync(Pack("test.a", "1.0.0", "a.old"));
        await Store.InstallAsync(Pack("test.a", "2.0.0", "a.new"));
        await Store.InstallAsync(Pack("test.b", "1.0.0", "b.visit"));
        Store.Disable("test.a");

        await using var set = PluginLoader.Load(Options);
        Assert.Equal([PluginState.Superseded, PluginState.Disabled, PluginState.Running], set.Plugins.Select(plugin => plugin.State));
        Assert.Equal(["2.0.0", "1.0.0"], Store.Versions("test.a"));

        Store.Enable("test.a");
        await using var again = PluginLoader.Load(Options);
        Assert.Equal(["a.new", "b.visit"], again.Catalogue.Kinds.Keys);
    }

    [Fact]
    public async Task Rolling_back_runs_the_older_version_until_a_newer_one_is_installed()
    {
        await Store.InstallAsync(Pack("test.p", "1.0.0", "p.old"));
        await Store.InstallAsync(Pack("test.p", "2.0.0", "p.new"));

        Store.RollBack("test.p", "1.0.0");

        await using var set = PluginLoader.Load(Options);
        Assert.Equal(["p.old"], set.Catalogue.Kinds.Keys);
        Assert.Equal(PluginCodes.NotAvailable, Assert.Throws<ClienteleException>(() => Store.RollBack("test.p", "3.0.0")).Code);
        await Store.InstallAsync(Pack("test.p", "2.1.0", "p.newest"));
        Assert.True((await set.ReloadAsync("test.p")).Reloaded);
        Assert.Equal(["p.newest"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    [Trait("Scenario", "125")]
    public async Task An_update_that_does_not_run_is_undone_and_the_version_before_runs()
    {
        await Store.InstallAsync(Pack("test.p", "1.0.0", "p.old"));
        var broken = PackRaw("test.p", "2.0.0", """throw new InvalidOperationException("no good");""");

        var report = await Store.InstallAsync(broken, trial: token => Task.FromResult(PluginLoader.Load(Options, cancellationToken: token)));

        Assert.False(report.Installed);
        Assert.Equal([PluginCodes.ConfigureFailed, PluginCodes.RolledBack], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        await using var set = PluginLoader.Load(Options);
        Assert.Equal(["p.old"], set.Catalogue.Kinds.Keys);
        Assert.Equal(["1.0.0"], Store.Versions("test.p"));
    }

    [Fact]
    [Trait("Scenario", "126")]
    public async Task Cancelling_an_installation_leaves_no_trace()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.InstallAsync(Pack("test.p", "1.0.0", "p.visit"), cancellationToken: cancel.Token));

        Assert.Empty(Store.Versions("test.p"));
        Assert.False(Directory.Exists(Path.Combine(Root, ".staging")) && Directory.EnumerateFileSystemEntries(Path.Combine(Root, ".staging")).Any());
    }

    [Fact]
    [Trait("Scenario", "127")]
    public async Task Installing_the_same_version_again_changes_nothing_and_other_content_under_it_is_refused()
    {
        await Store.InstallAsync(Pack("test.p", "1.0.0", "p.visit"));

        Assert.True((await Store.InstallAsync(Pack("test.p", "1.0.0", "p.visit", keep: true))).Installed);
        var other = await Store.InstallAsync(Pack("test.p", "1.0.0", "p.other"));

        Assert.Equal(PluginCodes.AlreadyInstalled, Assert.Single(other.Diagnostics).Code);
        await using var set = PluginLoader.Load(Options);
        Assert.Equal(["p.visit"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    [Trait("Scenario", "119")]
    public async Task Uninstalling_deletes_the_folder_and_what_could_not_be_deleted_is_not_found_again()
    {
        await Store.InstallAsync(Pack("test.p", "1.0.0", "p.visit"));
        await Store.InstallAsync(Pack("test.q", "1.0.0", "q.visit"));
        new StoreState { Deleting = ["test.q/1.0.0"] }.Write(Root);

        Assert.Equal(["p.visit"], PluginLoader.Load(Options).Catalogue.Kinds.Keys);
        Assert.True(Store.Uninstall("test.p"));

        Assert.False(Directory.Exists(Path.Combine(Root, "test.p")));
        Assert.False(Directory.Exists(Path.Combine(Root, "test.q")));
        Assert.Empty(PluginLoader.Load(Options).Plugins);
    }

    [Fact]
    [Trait("Scenario", "64")]
    [Trait("Scenario", "65")]
    public void Enabling_and_disabling_takes_along_what_belongs_together_or_refuses()
    {
        var store = new PluginStore(_sources.Root);
        _sources.Add("test.base");
        _sources.Add("test.middle", manifest: json => json["dependencies"] = DependsOn("test.base"));
        _sources.Add("test.top", manifest: json => json["dependencies"] = DependsOn("test.middle"));

        var refusedDisable = Assert.Throws<ClienteleException>(() => store.Disable("test.base"));
        Assert.Equal(["test.middle", "test.top", "test.base"], store.Disable("test.base", withDependents: true));
        var refusedEnable = Assert.Throws<ClienteleException>(() => store.Enable("test.top"));
        Assert.Equal(["test.base", "test.middle", "test.top"], store.Enable("test.top", withDependencies: true));

        Assert.Equal((PluginCodes.DependentsRunning, PluginCodes.DependencyNotRunning), (refusedDisable.Code, refusedEnable.Code));
        Assert.All(_sources.Load().Plugins, plugin => Assert.Equal(PluginState.Running, plugin.State));
    }

    [Fact]
    public void A_state_file_that_cannot_be_read_is_an_error_and_starts_nothing_that_was_stopped()
    {
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, StoreState.FileName), "{ \"disabled\": ");

        Assert.Equal(PluginCodes.StateUnreadable, Assert.Throws<ClienteleException>(() => PluginLoader.Load(Options)).Code);
    }

    private async Task AssertRefusedAsync(string package, string code, string? sha256 = null)
    {
        var report = await Store.InstallAsync(package, sha256);

        Assert.False(report.Installed);
        Assert.Equal(code, report.Diagnostics[^1].Code);
        Assert.EndsWith(".", report.Diagnostics[^1].Hint, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories) : []);
        Assert.Empty(_work.EnumerateFiles("evil*", SearchOption.AllDirectories));
    }

    private string Pack(string id, string version, string kind, bool keep = false) =>
        keep && Directory.Exists(Path.Combine(_sources.Root, id)) ? PluginPackage.Pack(Path.Combine(_sources.Root, id), _work.FullName) : PackRaw(id, version, Kind(kind));

    private string PackRaw(string id, string version, string configure)
    {
        var folder = _sources.Add(id, configure, manifest: json => json["version"] = version);
        return PluginPackage.Pack(folder, Path.Combine(_work.FullName, Path.GetRandomFileName()));
    }
}
