using Clientele.Plugins;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class WatcherTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();
    private readonly string _shadow = Path.Combine(Path.GetTempPath(), "clientele-shadow-" + Path.GetRandomFileName());
    private readonly SemaphoreSlim _reloads = new(0);
    private int _count;

    private PluginOptions Options => _plugins.Options with { Collectible = true, ShadowDirectory = _shadow };

    public void Dispose()
    {
        _plugins.Dispose();
        _reloads.Dispose();
        Directory.Delete(_shadow, recursive: true);
    }

    [Theory]
    [InlineData("in place")]
    [InlineData("rename over")]
    [InlineData("delete and create")]
    [InlineData("sub-folder")]
    [InlineData("burst")]
    [Trait("Scenario", "113")]
    public async Task Every_way_to_replace_a_file_reloads_the_plugin_once(string way)
    {
        var folder = _plugins.Add("test.p", Kind("p.visit"));
        await using var set = PluginLoader.Load(Options);
        using var watcher = new PluginWatcher(set, TimeSpan.FromMilliseconds(700), Count);

        Replace(Path.Combine(folder, "Fixture.test.p.dll"), way);

        Assert.True(await _reloads.WaitAsync(TimeSpan.FromSeconds(30)));
        await Task.Delay(1200);
        Assert.Equal(1, _count);
    }

    [Fact]
    [Trait("Scenario", "117")]
    public async Task A_listener_that_throws_does_not_keep_the_plugin_from_being_reloaded_again()
    {
        var folder = _plugins.Add("test.p", Kind("p.old"));
        await using var set = PluginLoader.Load(Options);
        using var watcher = new PluginWatcher(set, TimeSpan.FromMilliseconds(300), async report =>
        {
            await Count(report);
            throw new InvalidOperationException("listener");
        });

        _plugins.Add("test.p", Kind("p.new"));
        Assert.True(await _reloads.WaitAsync(TimeSpan.FromSeconds(30)));
        File.SetLastWriteTimeUtc(Path.Combine(folder, "plugin.json"), new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(await _reloads.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(["p.new"], set.Catalogue.Kinds.Keys);
    }

    private Task Count(ReloadReport report)
    {
        Assert.True(report.Reloaded, string.Join('\n', report.Diagnostics));
        Interlocked.Increment(ref _count);
        _reloads.Release();
        return Task.CompletedTask;
    }

    private static void Replace(string file, string way)
    {
        var content = File.ReadAllBytes(file);
        switch (way)
        {
            case "in place":
                File.WriteAllBytes(file, content);
                break;
            case "rename over":
                File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(file)!, "..", "new.tmp"), content);
                File.Move(Path.Combine(Path.GetDirectoryName(file)!, "..", "new.tmp"), file, overwrite: true);
                break;
            case "delete and create":
                File.Delete(file);
                File.WriteAllBytes(file, content);
                break;
            case "sub-folder":
                Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "zh-Hans"));
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, "zh-Hans", "words.txt"), "词");
                break;
            default:
                for (var write = 0; write < 50; write++)
                {
                    File.WriteAllBytes(file, content);
                    Thread.Sleep(2);
                }

                break;
        }
    }
}
