namespace Clientele.Plugins;

/// <summary>The one way from the framework into a plugin's code: counts who is inside, refuses when the plugin is stopping or failing, and turns whatever is thrown into strings.</summary>
/// <remarks>
/// Thread-safe. Holds nothing of the plugin, so it may be kept after the plugin is gone and then answers <c>PLG9002</c>.
/// Out of memory, a stack overflow and a process that is told to exit are not contained; nothing in a process can contain them.
/// </remarks>
public sealed class PluginGate
{
    // How long a call that was told to stop has to notice, on a machine that is busy.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Circuit _circuit;
    private readonly PluginLimits _limits;
    private readonly TimeProvider _time;
    private int _inside;
    private int _abandoned;
    private volatile bool _closed;

    internal PluginGate(string pluginId, PluginLimits limits, TimeProvider time)
    {
        PluginId = pluginId;
        _limits = limits;
        _time = time;
        _circuit = new Circuit(limits.FailuresToOpen, limits.OpenFor, time);
    }

    /// <summary>Whose gate it is.</summary>
    public string PluginId { get; }

    internal PluginLimits Limits => _limits;

    /// <summary>How many calls are inside the plugin, abandoned ones included.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>How many calls overran their deadline and have not returned yet.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Whether calls are refused because too many failed in a row.</summary>
    public bool IsOpen => _circuit.IsOpen;

    /// <summary>Calls the plugin on this thread. Without allocation when the call succeeds and <paramref name="call"/> captures nothing.</summary>
    /// <typeparam name="TArgument">What the call is given.</typeparam>
    /// <typeparam name="TResult">What the call gives; not a type of the plugin's own.</typeparam>
    /// <param name="operation">What is called, for the fault.</param>
    /// <param name="argument">What the call is given.</param>
    /// <param name="call">The call.</param>
    /// <returns>The result or the fault.</returns>
    public PluginOutcome<TResult> Call<TArgument, TResult>(string operation, TArgument argument, Func<TArgument, TResult> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Enter() is { } refusal)
        {
            return Refuse<TResult>(refusal, operation);
        }

        var flow = ExecutionContext.Capture();
        var synchronization = SynchronizationContext.Current;
        try
        {
            return Accept(call(argument), operation);
        }
        catch (Exception error) when (Failure.IsContainable(error))
        {
            return Failed<TResult>(error, operation);
        }
        finally
        {
            Restore(flow, synchronization);
            Leave();
        }
    }

    /// <summary>Calls the plugin and waits for it, until a deadline at the longest.</summary>
    /// <typeparam name="TResult">What the call gives; not a type of the plugin's own.</typeparam>
    /// <param name="operation">What is called, for the fault.</param>
    /// <param name="deadline">How long it may take. The token it is given is cancelled then; a call that ignores it is abandoned, and the circuit opens.</param>
    /// <param name="call">The call; it runs on a thread of its own, so that one that never yields harms nobody else.</param>
    /// <param name="cancellationToken">Cancels the call for the caller's reasons.</param>
    /// <returns>The result or the fault.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<PluginOutcome<TResult>> CallAsync<TResult>(string operation, TimeSpan deadline, Func<CancellationToken, ValueTask<TResult>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Enter() is { } refusal)
        {
            return Refuse<TResult>(refusal, operation);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(operation, call, limit.Token);
        try
        {
            return await running.WaitAsync(deadline, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await limit.CancelAsync().ConfigureAwait(false);
            return await AfterDeadlineAsync(running, operation, deadline).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses calls from now on, and waits until those inside have returned.</summary>
    internal async Task<bool> CloseAsync(TimeSpan drain)
    {
        _closed = true;
        var started = _time.GetTimestamp();
        while (Inside > 0 && _time.GetElapsedTime(started) < drain)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), _time).ConfigureAwait(false);
        }

        return Inside == 0;
    }

    // A cooperative call is given a moment to notice; one that does not is left on its thread, and nobody is sent after it.
    private async Task<PluginOutcome<TResult>> AfterDeadlineAsync<TResult>(Task<PluginOutcome<TResult>> running, string operation, TimeSpan deadline)
    {
        if (await Task.WhenAny(running, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false) != running)
        {
            Interlocked.Increment(ref _abandoned);
            _ = running.ContinueWith(_ => Interlocked.Decrement(ref _abandoned), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            _circuit.Open();
        }

        return new(default, Fault(PluginCodes.CallTimeout, operation, $"It took longer than {deadline.TotalSeconds:0.###} s."));
    }

    private Task<PluginOutcome<TResult>> RunAsync<TResult>(string operation, Func<CancellationToken, ValueTask<TResult>> call, CancellationToken token) =>
        Task.Factory.StartNew(() => InsideAsync(operation, call, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private async Task<PluginOutcome<TResult>> InsideAsync<TResult>(string operation, Func<CancellationToken, ValueTask<TResult>> call, CancellationToken token)
    {
        try
        {
            return Accept(await call(token).ConfigureAwait(false), operation);
        }
        catch (Exception error) when (Failure.IsContainable(error))
        {
            return Failed<TResult>(error, operation);
        }
        finally
        {
            Leave();
        }
    }

    // What the plugin did to the culture and to ambient values of this thread ends here; left in place, it would also keep the plugin loaded.
    private static void Restore(ExecutionContext? flow, SynchronizationContext? synchronization)
    {
        if (flow is not null && !ReferenceEquals(flow, ExecutionContext.Capture()))
        {
            ExecutionContext.Restore(flow);
        }

        if (!ReferenceEquals(synchronization, SynchronizationContext.Current))
        {
            SynchronizationContext.SetSynchronizationContext(synchronization);
        }
    }

    private string? Enter()
    {
        var inside = Interlocked.Increment(ref _inside);
        var refusal = _closed ? PluginCodes.NotAvailable
            : inside - Abandoned > _limits.MostAtOnce ? PluginCodes.TooManyCalls
            : _circuit.Admits() ? null
            : PluginCodes.CircuitOpen;
        if (refusal is not null)
        {
            Leave();
        }

        return refusal;
    }

    private void Leave() => Interlocked.Decrement(ref _inside);

    private PluginOutcome<TResult> Accept<TResult>(TResult result, string operation)
    {
        if (!typeof(TResult).IsValueType && result?.GetType() is { IsCollectible: true } own)
        {
            _circuit.Failed();
            return new(default, Fault(PluginCodes.PluginTypeCrossed, operation, $"It gave a {own.Name}, a type of the plugin's own; only types of the contract may leave a plugin."));
        }

        _circuit.Succeeded();
        return new(result, null);
    }

    private PluginOutcome<TResult> Failed<TResult>(Exception error, string operation)
    {
        _circuit.Failed();
        var code = error is DllNotFoundException or EntryPointNotFoundException ? PluginCodes.NativeLibrary : PluginCodes.CallFailed;
        return new(default, Fault(code, operation, Failure.From(error, code, "", []).Message));
    }

    private PluginOutcome<TResult> Refuse<TResult>(string code, string operation) => new(default, Fault(code, operation, code switch
    {
        PluginCodes.NotAvailable => "The plugin is being unloaded or is gone.",
        PluginCodes.TooManyCalls => $"There are {_limits.MostAtOnce} calls inside the plugin already.",
        _ => $"The last {_limits.FailuresToOpen} calls failed, so the plugin is given a rest.",
    }));

    private PluginFault Fault(string code, string operation, string message) => new(code, PluginId, operation, message, _time.GetUtcNow());
}
