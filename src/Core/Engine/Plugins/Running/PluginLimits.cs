namespace Clientele.Plugins;

/// <summary>How much patience the host has with a plugin.</summary>
public sealed record PluginLimits
{
    /// <summary>How long a start may take.</summary>
    /// <value>The default is 15 seconds.</value>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stop may take.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an insight may take to compute.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan Insight { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long calls that are under way may take to return before a plugin is unloaded all the same.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many calls in a row must fail to open the circuit.</summary>
    /// <value>The default is 20, the least 1.</value>
    public int FailuresToOpen { get; init; } = 20;

    /// <summary>How long an open circuit refuses calls before it lets one through to see.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many calls may be inside the plugin at once.</summary>
    /// <value>The default is 64.</value>
    public int MostAtOnce { get; init; } = 64;

    /// <summary>How many contexts of one plugin may leak before it is no longer reloaded.</summary>
    /// <value>The default is 3.</value>
    public int MostLeaked { get; init; } = 3;
}
