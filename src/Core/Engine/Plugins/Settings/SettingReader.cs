using Clientele.Import;

namespace Clientele.Plugins;

/// <summary>Gives a plugin the settings it declares, and notes every value that is not allowed, so that an operator sees all of them at once.</summary>
internal sealed class SettingReader(string pluginId, IReadOnlyDictionary<string, string?> given)
{
    private readonly Dictionary<string, ShownSetting> _declared = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];

    /// <summary>What was declared so far, in the order of the names.</summary>
    public IReadOnlyList<ShownSetting> Declared => [.. _declared.Values.OrderBy(setting => setting.Name, StringComparer.Ordinal)];

    /// <summary>A sentence for each value that is not allowed.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>A sentence for each key that was set and that nothing reads. Call when all is declared.</summary>
    public IEnumerable<string> Unknown => given.Keys
        .Where(key => !_declared.ContainsKey(key))
        .Order(StringComparer.Ordinal)
        .Select(key => _declared.Count == 0
            ? $"The plugin '{pluginId}' has no settings; '{key}' was ignored."
            : $"The plugin '{pluginId}' has no setting '{key}', which was ignored; {Nearest.Hint(key, [.. _declared.Keys.Order(StringComparer.Ordinal)])}");

    public T Read<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (!setting.Allows(setting.DefaultText))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The default of the setting '{setting.Name}' is not {setting.Allowed.En}.");
        }

        var isSet = given.TryGetValue(setting.Name, out var text);
        var value = setting.Default;
        if (isSet && (text is null || !setting.TryRead(text, out value)))
        {
            value = setting.Default;
            _wrong.Add($"The setting '{setting.Name}' of the plugin '{pluginId}' must be {setting.Allowed.En}{(setting.Secret || text is null ? "" : $", not '{text}'")}.");
        }

        Note(setting, isSet ? text ?? "" : setting.DefaultText, isSet);
        return value;
    }

    private void Note(Setting setting, string text, bool isSet)
    {
        if (!_declared.TryAdd(setting.Name, ShownSetting.Of(setting, text, isSet)))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The setting '{setting.Name}' is declared twice.");
        }
    }
}
