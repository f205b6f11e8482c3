using Clientele.Import;

namespace Clientele.Insights;

/// <summary>The settings of one computation: what was asked for, else what the operator set, else the default.</summary>
internal sealed class InsightSettings
{
    private readonly Insight _insight;
    private readonly Catalogue _catalogue;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public InsightSettings(Insight insight, Catalogue catalogue, params IEnumerable<IReadOnlyDictionary<string, string?>?> given)
    {
        _insight = insight;
        _catalogue = catalogue;
        foreach (var (name, value) in given.SelectMany(values => values ?? new Dictionary<string, string?>(StringComparer.Ordinal)))
        {
            _values[name] = Judged(name, value);
        }
    }

    /// <summary>Every setting with the value in use.</summary>
    public IReadOnlyList<ShownSetting> Shown => [.. _insight.Settings.Select(setting => ShownSetting.Of(setting, _values.GetValueOrDefault(setting.Name, setting.DefaultText), _values.ContainsKey(setting.Name)))];

    /// <summary>What a reader of the result must know: which settings are not the defaults.</summary>
    public IEnumerable<Reason> Reasons => Shown.Where(setting => setting.IsSet && setting.Value != setting.Default).Select(setting => new Reason("setting", new(
        $"Set: {setting.Title.En} is {Printed(setting.Value, "nothing")} in place of {Printed(setting.Default, "nothing")}.",
        $"已设置：{setting.Title.Zh}为 {Printed(setting.Value, "空")}，默认为 {Printed(setting.Default, "空")}。")));

    /// <summary>The measures, attributes or schemes that an operator chose.</summary>
    public IEnumerable<string> Names(SettingNames of) => _insight.Settings.OfType<NamesSetting>().Where(setting => setting.Of == of).SelectMany(Read);

    public T Read<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (_insight.Settings.OfType<Setting<T>>().All(declared => declared.Name != setting.Name))
        {
            throw new InvalidOperationException($"The computation reads the setting '{setting.Name}', which {_insight.Name} does not declare in Settings.");
        }

        return _values.TryGetValue(setting.Name, out var text) && setting.TryRead(text, out var value) ? value : setting.Default;
    }

    private string Judged(string name, string? value)
    {
        var setting = _insight.Settings.FirstOrDefault(declared => declared.Name == name) ?? throw Unknown(name);
        if (value is null || !setting.Allows(value))
        {
            throw new ClienteleException(ErrorCodes.SettingInvalid, new LocalizedText(
                $"The setting '{name}' of {_insight.Name} must be {setting.Allowed.En}{(value is null || setting.Secret ? "" : $", not '{value}'")}.",
                $"{_insight.Name} 的设置“{name}”应为{setting.Allowed.Zh}{(value is null || setting.Secret ? "" : $"，而不是“{value}”")}。"));
        }

        if (setting is NamesSetting names)
        {
            Registered(names, value);
        }

        return value;
    }

    private void Registered(NamesSetting setting, string value)
    {
        IReadOnlyList<string> known = setting.Of == SettingNames.Schemes
            ? [.. _catalogue.Schemes.Keys]
            : [.. _catalogue.Measures.Keys, .. _catalogue.Attributes.Values.Where(attribute => attribute.Kind == ValueKind.Number).Select(attribute => attribute.Name)];
        setting.TryRead(value, out var names);
        if (names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            var nearest = Nearest.To(unknown, known);
            throw new ClienteleException(ErrorCodes.SettingInvalid, new LocalizedText(
                $"The setting '{setting.Name}' of {_insight.Name} names '{unknown}', which is no {(setting.Of == SettingNames.Schemes ? "scheme" : "measure or numeric attribute")}{(nearest.Count > 0 ? $"; did you mean {string.Join(" or ", nearest)}?" : ".")}",
                $"{_insight.Name} 的设置“{setting.Name}”所指“{unknown}”不是已注册的{(setting.Of == SettingNames.Schemes ? "分类法" : "指标或数值属性")}{(nearest.Count > 0 ? $"；是否指 {string.Join(" 或 ", nearest)}？" : "。")}"));
        }
    }

    private ClienteleException Unknown(string name)
    {
        string[] known = [.. _insight.Settings.Select(setting => setting.Name)];
        return new ClienteleException(ErrorCodes.SettingInvalid, known.Length == 0
            ? new LocalizedText($"The insight {_insight.Name} has no settings, and so no '{name}'.", $"洞察 {_insight.Name} 没有可设置的参数，也就没有“{name}”。")
            : new LocalizedText($"The insight {_insight.Name} has no setting '{name}'; it has: {string.Join(", ", known)}.", $"洞察 {_insight.Name} 没有设置“{name}”；现有：{string.Join("、", known)}。"));
    }

    private static string Printed(string value, string nothing) => value.Length > 0 ? value : nothing;
}
