using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Clientele.Plugins;

/// <summary>Hands a plugin's log entries to the host as texts and plain numbers: a sink that keeps or queues them keeps nothing of the plugin.</summary>
internal sealed class PluginLogger(ILogger host, string id, string version) : ILogger
{
    private static readonly KeyValuePair<string, object?>[] None = [];
    private readonly Entry _scope = new($"{id} {version}", [new("PluginId", id), new("PluginVersion", version)]);

    public bool IsEnabled(LogLevel logLevel) => host.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => host.BeginScope(new Entry(Text(state), Values(state)));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        // The exception itself would keep the plugin loaded through its stack trace.
        var message = exception is null ? formatter(state, null) : $"{formatter(state, exception)} {Text(exception)}";
        using (host.BeginScope(_scope))
        {
            host.Log(logLevel, new EventId(eventId.Id, eventId.Name), new Entry(message, Values(state)), exception: null, static (entry, _) => entry.ToString());
        }
    }

    private static KeyValuePair<string, object?>[] Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs
        ? [.. pairs.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value is null or decimal or DateOnly or Guid || pair.Value.GetType().IsPrimitive ? pair.Value : Text(pair.Value)))]
        : None;

    private static string Text(object? value)
    {
        try
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
        catch (Exception error) when (Failure.IsContainable(error))
        {
            return $"({value!.GetType().Name}, which cannot be written as text)";
        }
    }

    /// <summary>An entry or a scope as the host keeps it.</summary>
    private sealed class Entry(string text, KeyValuePair<string, object?>[] values) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => values.Length;

        public KeyValuePair<string, object?> this[int index] => values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => text;
    }
}
