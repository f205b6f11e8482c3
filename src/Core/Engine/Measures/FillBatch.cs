using Clientele.Storage.Reading;

namespace Clientele.Measures;

/// <summary>Some hundred clients that are filled together, within one deadline. When it passes while a plugin computes, the batch ends before that client, and its thread is left to the plugin.</summary>
/// <param name="plan">What to fill.</param>
/// <param name="asOf">The day.</param>
/// <param name="source">The clients; nobody else moves it while the batch runs.</param>
/// <param name="pool">Values to use again.</param>
/// <param name="again">Whether to begin with the client that the source stands at, because the batch before was abandoned at it.</param>
internal sealed class FillBatch(MeasurePlan plan, DateOnly asOf, IAsyncEnumerator<ClientFacts> source, ClientValues[] pool, bool again)
{
    /// <summary>How many clients at most.</summary>
    public const int Most = 256;

    private readonly Lock _lock = new();
    private readonly List<FilledClient> _done = new(Most);
    private ClientValues? _current;

    /// <summary>The clients that were filled.</summary>
    public IReadOnlyList<FilledClient> Done => _done;

    /// <summary>Whether there are no more clients.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Whether a plugin did not come back.</summary>
    public bool IsAbandoned { get; private set; }

    public async Task RunAsync(TimeSpan deadline)
    {
        var running = Task.Factory.StartNew(FillAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        while (true)
        {
            try
            {
                await running.WaitAsync(deadline).ConfigureAwait(false);
                return;
            }
            catch (TimeoutException) when (!running.IsCompleted)
            {
                if (Abandon(running))
                {
                    return;
                }
            }
        }
    }

    private async Task FillAsync()
    {
        var stands = again;
        for (var at = 0; at < Most; at++)
        {
            if (!stands && !await source.MoveNextAsync().ConfigureAwait(false))
            {
                IsLast = true;
                return;
            }

            stands = false;
            var values = pool[at] ??= new ClientValues(plan.SlotCount);
            _current = values;
            plan.Fill(source.Current, asOf, values);
            lock (_lock)
            {
                if (IsAbandoned)
                {
                    return;
                }

                _current = null;
                _done.Add(new(source.Current.Id, source.Current.Since, values));
            }
        }
    }

    // Slow facts are nobody's fault; only a plugin that is computing at this moment is given up.
    private bool Abandon(Task running)
    {
        lock (_lock)
        {
            if (_current?.Inside is not { } gate)
            {
                return false;
            }

            IsAbandoned = true;
            _current.IsAbandoned = true;
            pool[_done.Count] = new ClientValues(plan.SlotCount);
            gate.Abandon(running);
            return true;
        }
    }
}
