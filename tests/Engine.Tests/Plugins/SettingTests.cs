using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

public sealed class SettingTests : IDisposable
{
    // Registers an interval taken from the setting, so that a test sees in the catalogue which value was read.
    private const string Reads = """
        var months = builder.Setting(new WholeSetting { Name = "visit_months", Title = new("Months between visits", "回访间隔（月）"), Description = new("How long a client may go unvisited.", "客户最长未回访时间。"), Default = 3, Least = 1, Most = 24 });
        var rate = builder.Setting(new NumberSetting { Name = "rate", Title = new("Rate", "费率"), Default = 0.5m, Most = 1 });
        var quiet = builder.Setting(new SwitchSetting { Name = "quiet", Title = new("Quiet", "静默"), Default = false });
        var season = builder.Setting(new ChoiceSetting { Name = "season", Title = new("Season", "季节"), Default = "spring", Choices = [new("spring", new("Spring", "春")), new("autumn", new("Autumn", "秋"))] });
        var since = builder.Setting(new DaySetting { Name = "since", Title = new("Since", "起始日"), Default = new(2026, 1, 1) });
        var key = builder.Setting(new TextSetting { Name = "api_key", Title = new("Key", "密钥"), Default = "", Secret = true, MostCharacters = 12 });
        builder.TouchpointKinds(new TouchpointKind { Name = $"p.visit_{months}_{(int)(rate * 100)}_{(quiet ? "quiet" : "loud")}_{season}_{since:yyyyMMdd}_{key.Length}", Title = new("Visit", "拜访") });
        """;

    private readonly PluginDirectory _plugins = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, string?>> _settings = new(StringComparer.OrdinalIgnoreCase);

    private PluginOptions Options => _plugins.Options with { Settings = _settings, Collectible = true };

    public void Dispose() => _plugins.Dispose();

    [Fact]
    [Trait("Scenario", "80")]
    public void Settings_that_nobody_sets_have_their_defaults()
    {
        _plugins.Add("test.p", Reads);

        var set = PluginLoader.Load(Options);

        Assert.Empty(set.Diagnostics);
        Assert.Equal(["p.visit_3_50_loud_spring_20260101_0"], set.Catalogue.Kinds.Keys);
    }

    [Fact]
    [Trait("Scenario", "80")]
    public void Settings_are_read_with_their_types_and_listed_with_what_is_allowed()
    {
        _plugins.Add("test.p", Reads);
        Set(("visit_months", "6"), ("rate", "0.25"), ("quiet", "true"), ("season", "autumn"), ("since", "2026-03-31"));

        var set = PluginLoader.Load(Options);

        Assert.Equal(["p.visit_6_25_quiet_autumn_20260331_0"], set.Catalogue.Kinds.Keys);
        var months = set.Find("test.p")!.Settings.Single(setting => setting.Name == "visit_months");
        Assert.Equal(("3", "6", true), (months.Default, months.Value, months.IsSet));
        Assert.Equal(new LocalizedText("a whole number from 1 to 24", "1至24的整数"), months.Allowed);
        Assert.False(set.Find("test.p")!.Settings.Single(setting => setting.Name == "api_key").IsSet);
    }

    [Fact]
    [Trait("Scenario", "80")]
    public void Every_value_that_is_not_allowed_is_reported_and_the_other_plugins_run()
    {
        _plugins.Add("test.p", Reads);
        _plugins.Add("test.good", PluginDirectory.Kind("good.visit"));
        Set(("visit_months", "25"), ("rate", "half"), ("quiet", "1"), ("season", "winter"), ("since", "31.3.2026"), ("api_key", null));

        var set = PluginLoader.Load(Options);

        Assert.Equal((PluginState.Faulted, PluginState.Running), (set.Find("test.p")!.State, set.Find("test.good")!.State));
        Assert.All(set.Diagnostics, diagnostic => Assert.Equal((PluginCodes.SettingInvalid, "test.p"), (diagnostic.Code, diagnostic.PluginId)));
        Assert.Equal(
            [
                "The setting 'visit_months' of the plugin 'test.p' must be a whole number from 1 to 24, not '25'.",
                "The setting 'rate' of the plugin 'test.p' must be a number from 0 to 1, not 'half'.",
                "The setting 'quiet' of the plugin 'test.p' must be true or false, not '1'.",
                "The setting 'season' of the plugin 'test.p' must be one of spring, autumn, not 'winter'.",
                "The setting 'since' of the plugin 'test.p' must be a day such as 2026-03-31, not '31.3.2026'.",
                "The setting 'api_key' of the plugin 'test.p' must be a text of up to 12 characters.",
            ],
            set.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    [Trait("Scenario", "81")]
    public void A_key_that_nothing_reads_is_a_warning_with_the_nearest_name()
    {
        _plugins.Add("test.p", Reads);
        Set(("visit_month", "6"));
        _settings["test.typo"] = new Dictionary<string, string?>(StringComparer.Ordinal) { ["x"] = "1" };

        var set = PluginLoader.Load(Options);

        Assert.Equal(PluginState.Running, set.Find("test.p")!.State);
        Assert.All(set.Diagnostics, diagnostic => Assert.Equal((PluginCodes.SettingUnknown, PluginSeverity.Warning), (diagnostic.Code, diagnostic.Severity)));
        Assert.Equal(["test.typo", "test.p"], set.Diagnostics.Select(diagnostic => diagnostic.PluginId));
        Assert.Equal("The plugin 'test.p' has no setting 'visit_month', which was ignored; did you mean 'visit_months'?", set.Diagnostics[1].Message);
    }

    [Fact]
    [Trait("Scenario", "82")]
    public void A_secret_is_in_no_diagnostic_and_no_list()
    {
        _plugins.Add("test.p", Reads);
        Set(("api_key", "do-not-show-this"));

        var set = PluginLoader.Load(Options);

        Assert.Equal("The setting 'api_key' of the plugin 'test.p' must be a text of up to 12 characters.", Assert.Single(set.Diagnostics).Message);
        var key = set.Find("test.p")!.Settings.Single(setting => setting.Name == "api_key");
        Assert.Equal((ShownSetting.Hidden, true), (key.Value, key.IsSet));
        Assert.DoesNotContain("do-not-show", string.Join('\n', set.Plugins), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "83")]
    public async Task A_changed_setting_takes_effect_when_the_plugin_is_loaded_again_and_a_wrong_one_leaves_the_old_value()
    {
        _plugins.Add("test.p", Reads);
        await using var set = PluginLoader.Load(Options);

        Set(("visit_months", "6"));
        var changed = await set.ReloadAsync("test.p");
        Set(("visit_months", "0"));
        var wrong = await set.ReloadAsync("test.p");

        Assert.True(changed.Reloaded && changed.Old!.Collected);
        Assert.False(wrong.Reloaded);
        Assert.Equal([PluginCodes.SettingInvalid, PluginCodes.ReloadRolledBack], wrong.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.StartsWith("p.visit_6_", Assert.Single(set.Catalogue.Kinds.Keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""builder.Setting(new WholeSetting { Name = "a", Title = new("A", "甲"), Default = 0, Least = 1 });""", "The default of the setting 'a' is not")]
    [InlineData("""for (var i = 0; i < 2; i++) builder.Setting(new SwitchSetting { Name = "a", Title = new("A", "甲"), Default = true });""", "The setting 'a' is declared twice.")]
    public void A_declaration_that_contradicts_itself_is_the_authors_mistake(string configure, string message)
    {
        _plugins.Add("test.p", configure);

        var diagnostic = Assert.Single(PluginLoader.Load(Options).Diagnostics);

        Assert.Equal(PluginCodes.ConfigureFailed, diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }

    private void Set(params (string Name, string? Value)[] values) =>
        _settings["test.P"] = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
