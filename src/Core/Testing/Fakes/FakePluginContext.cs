using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clientele.Testing;

/// <summary>What a plugin gets when it is started, to test an <see cref="IPluginLifecycle"/> without a host.</summary>
/// <param name="services">The services the plugin asks for; <see langword="null"/> for none.</param>
/// <remarks>Thread-safe. <see cref="DisposeAsync"/> does what a host does when it stops a plugin: it cancels <see cref="Stopping"/> and disposes what was handed over, the last first.</remarks>
public sealed class FakePluginContext(IServiceProvider? services = null) : IPluginContext, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Stack<IDisposable> _owned = new();
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public string Id { get; init; } = "fake.plugin";

    /// <inheritdoc/>
    public string Version { get; init; } = "1.0.0";

    /// <inheritdoc/>
    public IServiceProvider Services { get; } = services ?? new NoServices();

    /// <inheritdoc/>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The facts the plugin sees.</summary>
    public IPluginFacts Facts { get; init; } = new FakeFacts();

    /// <inheritdoc/>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>What was handed over so far.</summary>
    public IReadOnlyList<IDisposable> Owned
    {
        get
        {
            lock (_lock)
            {
                return [.. _owned.Reverse()];
            }
        }
    }

    /// <inheritdoc/>
    public T Own<T>(T disposable)
        where T : IDisposable
    {
        lock (_lock)
        {
            _owned.Push(disposable);
        }

        return disposable;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        lock (_lock)
        {
            while (_owned.TryPop(out var disposable))
            {
                disposable.Dispose();
            }
        }

        _stopping.Dispose();
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
