using Microsoft.Extensions.Logging;

namespace Clientele.Plugins;

/// <summary>What a running plugin owns, tidied up when it stops whether or not its own code does.</summary>
internal sealed class PluginContext(string id, string version, IServiceProvider services, ILogger logger, GrantedFacts? facts) : IPluginContext, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Stack<IDisposable> _owned = new();
    private readonly Lock _lock = new();

    public string Id => id;

    public string Version => version;

    public IServiceProvider Services => services;

    public ILogger Logger => logger;

    public IPluginFacts Facts => facts ?? throw new ClienteleException(PluginCodes.NotAvailable, "There are no facts here: the plugins were loaded without a database.");

    public CancellationToken Stopping => _stopping.Token;

    public T Own<T>(T disposable)
        where T : IDisposable
    {
        lock (_lock)
        {
            _owned.Push(disposable);
        }

        return disposable;
    }

    public Task StopAsync() => _stopping.CancelAsync();

    // Last in, first out, as they may lean on each other.
    public void Dispose()
    {
        facts?.Close();
        while (true)
        {
            IDisposable? next;
            lock (_lock)
            {
                _owned.TryPop(out next);
            }

            if (next is null)
            {
                break;
            }

            next.Dispose();
        }

        _stopping.Dispose();
    }
}
