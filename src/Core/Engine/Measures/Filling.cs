using System.Runtime.CompilerServices;
using Clientele.Plugins;
using Clientele.Storage.Reading;

namespace Clientele.Measures;

/// <summary>A client with the values of a plan; both are valid until the next client is asked for.</summary>
internal readonly record struct FilledClient(ClientId Id, DateOnly Since, ClientValues Values);

/// <summary>Fills the values of one client after the other. Where plugins compute some of them, on a thread of its own and some hundred clients at a time, so that a computation that never returns stops only itself.</summary>
internal sealed class Filling(MeasurePlan plan, DateOnly asOf)
{
    public IAsyncEnumerable<FilledClient> RunAsync(IAsyncEnumerable<ClientFacts> facts, CancellationToken cancellationToken = default) =>
        plan.Gates is { Count: > 0 } gates ? TogetherAsync(facts, gates, cancellationToken) : OneByOneAsync(facts, cancellationToken);

    private async IAsyncEnumerable<FilledClient> OneByOneAsync(IAsyncEnumerable<ClientFacts> facts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var values = new ClientValues(plan.SlotCount);
        await foreach (var client in facts.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            plan.Fill(client, asOf, values);
            yield return new(client.Id, client.Since, values);
        }
    }

    private async IAsyncEnumerable<FilledClient> TogetherAsync(IAsyncEnumerable<ClientFacts> facts, IReadOnlyList<PluginGate> gates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var deadline = gates.Min(gate => gate.Limits.Batch);
        var values = new ClientValues[FillBatch.Most];
        var source = facts.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            FillBatch? before = null;
            do
            {
                var batch = new FillBatch(plan, asOf, source, values, again: before is { IsAbandoned: true });
                await batch.RunAsync(deadline).ConfigureAwait(false);
                foreach (var client in batch.Done)
                {
                    yield return client;
                }

                before = batch;
            }
            while (!before.IsLast);
        }
    }
}
