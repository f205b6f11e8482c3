using System.Security.Cryptography;
using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

public sealed class TrustTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private PublisherKey Key => new("acme-2026", "Acme", _key.ExportSubjectPublicKeyInfoPem());

    public void Dispose()
    {
        _plugins.Dispose();
        _key.Dispose();
    }

    [Fact]
    [Trait("Scenario", "66")]
    public void A_plugin_whose_seal_is_signed_with_a_known_key_runs_and_names_its_publisher()
    {
        Seal(_plugins.Add("test.p"));

        var plugin = Assert.Single(Load(new() { WhenUnsigned = UnsignedPlugins.Refuse, Keys = [Key] }).Plugins);

        Assert.Equal((PluginState.Running, "Acme"), (plugin.State, plugin.SignedBy));
        Assert.Empty(plugin.Diagnostics);
    }

    [Theory]
    [InlineData("Fixture.test.p.dll")]
    [InlineData("plugin.json")]
    [InlineData("templates/letter.md")]
    [Trait("Scenario", "67")]
    public void One_changed_byte_in_any_file_is_found(string file)
    {
        var folder = Letter(_plugins.Add("test.p"));
        Seal(folder);
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path) + " ");

        var diagnostics = Load(new()).Diagnostics;

        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == PluginCodes.FileModified && diagnostic.Message.Contains(file, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Scenario", "68")]
    [Trait("Scenario", "69")]
    public void A_file_too_many_and_a_file_too_few_are_both_found_in_one_pass()
    {
        var folder = Letter(_plugins.Add("test.p"));
        Seal(folder);
        File.WriteAllText(Path.Combine(folder, "extra.txt"), "");
        File.Delete(Path.Combine(folder, "templates", "letter.md"));

        var codes = Load(new() { Keys = [Key] }).Diagnostics.Select(diagnostic => diagnostic.Code);

        Assert.Equal([PluginCodes.FileModified, PluginCodes.FileUnlisted], codes);
    }

    [Theory]
    [InlineData(UnsignedPlugins.Accept, PluginState.Running, null)]
    [InlineData(UnsignedPlugins.Warn, PluginState.Running, PluginSeverity.Warning)]
    [InlineData(UnsignedPlugins.Refuse, PluginState.Rejected, PluginSeverity.Error)]
    [Trait("Scenario", "70")]
    public void An_unsigned_plugin_is_accepted_warned_of_or_refused_as_the_host_decides(UnsignedPlugins policy, PluginState state, PluginSeverity? severity)
    {
        _plugins.Add("test.p");

        var plugin = Assert.Single(Load(new() { WhenUnsigned = policy }).Plugins);

        Assert.Equal(state, plugin.State);
        Assert.Equal(severity is null ? [] : [(PluginCodes.NotSigned, severity.Value)], plugin.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)));
    }

    [Fact]
    [Trait("Scenario", "71")]
    public void Unknown_revoked_and_borrowed_signatures_are_told_apart()
    {
        var folder = _plugins.Add("test.p");
        Seal(folder);
        string Code(PluginTrust trust) => Assert.Single(Load(trust).Diagnostics).Code;

        Assert.Equal(PluginCodes.KeyUnknown, Code(new() { WhenUnsigned = UnsignedPlugins.Refuse }));
        Assert.Equal(PluginCodes.KeyRevoked, Code(new() { Keys = [Key with { Revoked = true }] }));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(PluginCodes.FileModified, Code(new() { Keys = [Key with { PublicKeyPem = other.ExportSubjectPublicKeyInfoPem() }] }));
        Seal(folder, version: "2.0.0");
        Assert.Equal(PluginCodes.IdentityMismatch, Code(new() { Keys = [Key] }));
    }

    [Fact]
    [Trait("Scenario", "72")]
    public async Task A_file_that_is_swapped_after_it_was_verified_is_not_the_file_that_is_loaded()
    {
        var folder = _plugins.Add("test.p", PluginDirectory.Kind("p.good"));
        Seal(folder);
        var shadow = Path.Combine(_plugins.Root, "..", Path.GetRandomFileName());
        await using var set = PluginLoader.Load(_plugins.Options with { ShadowDirectory = shadow, Collectible = true, Trust = new() { Keys = [Key] } });

        _plugins.Add("test.p", PluginDirectory.Kind("p.evil"));
        var report = await set.ReloadAsync("test.p");

        Assert.Equal(["p.good"], set.Catalogue.Kinds.Keys);
        Assert.False(report.Reloaded);
        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == PluginCodes.FileModified);
        await set.DisposeAsync();
        Directory.Delete(shadow, recursive: true);
    }

    [Fact]
    [Trait("Scenario", "73")]
    public void A_seal_with_backslashes_in_its_paths_holds_the_same()
    {
        var folder = Letter(_plugins.Add("test.p"));
        Seal(folder);
        var path = Path.Combine(folder, PluginSeal.FileName);
        File.WriteAllText(path, File.ReadAllText(path).Replace("templates/letter.md", "templates\\\\letter.md", StringComparison.Ordinal));

        Assert.Equal("Acme", Assert.Single(Load(new() { Keys = [Key] }).Plugins).SignedBy);
    }

    [Fact]
    public void A_plugin_that_is_not_on_the_list_of_allowed_ones_does_not_run()
    {
        _plugins.Add("test.p");
        _plugins.Add("test.q");

        var set = Load(new() { Allowed = ["test.q"] });

        Assert.Equal(PluginCodes.NotAllowed, Assert.Single(set.Find("test.p")!.Diagnostics).Code);
        Assert.Equal(PluginState.Running, set.Find("test.q")!.State);
    }

    private PluginSet Load(PluginTrust trust) => PluginLoader.Load(_plugins.Options with { Trust = trust });

    private static string Letter(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "templates"));
        File.WriteAllText(Path.Combine(folder, "templates", "letter.md"), "Dear client");
        return folder;
    }

    private void Seal(string folder, string? version = null)
    {
        var manifest = ManifestReader.Read(folder, [])!;
        var seal = PluginSeal.Of(manifest with { Version = version ?? manifest.Version }, FolderHashes.Of(folder), "acme-2026", _key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(Path.Combine(folder, PluginSeal.FileName), seal.ToJson());
    }
}
