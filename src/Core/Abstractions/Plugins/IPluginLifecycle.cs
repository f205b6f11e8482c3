using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clientele;

/// <summary>Implemented by an entry class that does something while it runs; most plugins only register and need none of it.</summary>
/// <remarks>
/// The framework calls <see cref="StartAsync"/> once after all plugins have registered and those this one depends on have started, and <see cref="StopAsync"/>
/// once before the plugin is unloaded, both on a pool thread and under a time limit. Either may throw: the plugin is then listed with <c>PLG8002</c> or <c>PLG9005</c>.
/// What is handed to <see cref="IPluginContext.Own{T}"/> is disposed by the framework, after <see cref="StopAsync"/> or after a failed start.
/// </remarks>
public interface IPluginLifecycle
{
    /// <summary>Starts whatever the plugin runs in the background.</summary>
    /// <param name="context">What the plugin may use while it runs; valid until <see cref="StopAsync"/> returns.</param>
    /// <param name="cancellationToken">Cancelled when the time limit is over.</param>
    /// <returns>A task that ends when the plugin has started, not when it stops.</returns>
    ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken);

    /// <summary>Stops it. Threads, timers and subscriptions that are left behind keep the plugin from being unloaded.</summary>
    /// <param name="cancellationToken">Cancelled when the time limit is over.</param>
    /// <returns>A task that ends when nothing of the plugin runs any more.</returns>
    ValueTask StopAsync(CancellationToken cancellationToken);
}

/// <summary>What a running plugin may use, and what tidies up after it.</summary>
/// <remarks>Supplied by the framework and by test kits. Thread-safe.</remarks>
public interface IPluginContext
{
    /// <summary>The plugin's id.</summary>
    string Id { get; }

    /// <summary>The plugin's version.</summary>
    string Version { get; }

    /// <summary>The services that the plugin registered; nothing of the host's is among them but its <see cref="TimeProvider"/> and the plugin's own <see cref="ILogger"/>, <see cref="ILogger{T}"/> and <see cref="ILoggerFactory"/>.</summary>
    IServiceProvider Services { get; }

    /// <summary>The plugin's own log, whose category is its id.</summary>
    ILogger Logger => NullLogger.Instance;

    /// <summary>What the plugin may do with the facts, as far as its capabilities reach.</summary>
    /// <exception cref="ClienteleException">There are no facts here, as in a host that only lists plugins.</exception>
    IPluginFacts Facts => throw new ClienteleException("PLG9002", "There are no facts here: the plugins were loaded without a database.");

    /// <summary>Cancelled when the plugin is asked to stop.</summary>
    CancellationToken Stopping { get; }

    /// <summary>Hands something over to be disposed when the plugin stops: a timer, a subscription, a watcher.</summary>
    /// <typeparam name="T">What kind of thing it is.</typeparam>
    /// <param name="disposable">The thing.</param>
    /// <returns>The same thing.</returns>
    T Own<T>(T disposable)
        where T : IDisposable;
}
