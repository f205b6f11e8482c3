using Clientele.Promises;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>What is begun with a client and not ended, as a letter and its guards read it: the promises it speaks of, and what is open.</summary>
internal sealed class LoopFactsReader(Store store, Catalogue catalogue)
{
    // Most letters speak of no promise and most firms' guards ask for nothing of this; then nothing is read.
    private readonly bool _openMatters = catalogue.Guards.Values.Any(guard => guard.AllowedWhen.Contains("client.open_matters", StringComparison.Ordinal));
    private readonly bool _overdue = catalogue.Guards.Values.Any(guard => guard.AllowedWhen.Contains("client.overdue_promises", StringComparison.Ordinal));

    public async Task<LetterFacts> AddAsync(LetterFacts facts, LetterRequest request, CancellationToken cancellationToken)
    {
        var spoken = request.Promises.ToHashSet();
        if (facts.Matter?.Matter is { Type: PromiseReading.MatterType } promise)
        {
            spoken.Add(promise.Id);
        }

        if (spoken.Count > 0 || _overdue)
        {
            var promises = await new PromiseReading(store).ReadAsync(request.AsOf.ToDateTime(TimeOnly.MaxValue), request.Client, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            facts = facts with { Promises = [.. promises.Where(line => spoken.Remove(line.Matter.Id))], OverduePromises = promises.Count(line => line.Overdue) };
        }

        if (spoken.Count > 0)
        {
            throw new ClienteleException(ErrorCodes.NotFound, $"The client {facts.Client.Name} has no promise {spoken.First()} on that day; list them with 'clientele promises list'.");
        }

        return _openMatters
            ? facts with { OpenMatters = [.. (await store.Matters.InStageAsync(request.AsOf, client: request.Client, cancellationToken: cancellationToken).Where(matter => !catalogue.IsOver(matter)).Select(matter => matter.Matter.Type).ToListAsync(cancellationToken).ConfigureAwait(false)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] }
            : facts;
    }
}
