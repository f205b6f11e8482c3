using Microsoft.Extensions.Logging;

namespace Clientele.Plugins;

/// <summary>A plugin's way into the host's log. Categories begin with the plugin's id, so that the host's levels can be set for one plugin.</summary>
/// <remarks>Providers of the plugin's own are not taken: where the log goes is the host's to say.</remarks>
internal sealed class PluginLogging(ILoggerFactory host, string id, string version) : ILoggerFactory
{
    public ILogger Own() => new PluginLogger(host.CreateLogger(id), id, version);

    public ILogger CreateLogger(string categoryName) => new PluginLogger(host.CreateLogger($"{id}.{categoryName}"), id, version);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    // The host's factory is the host's to dispose.
    public void Dispose()
    {
    }
}
