using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Reads the registers that a letter or a report names.</summary>
internal static class RegisterFactsReader
{
    public static async Task<IReadOnlyList<RegisterFacts>> ReadAsync(Store store, Catalogue catalogue, IReadOnlyList<string> registers, DateOnly asOf, CancellationToken cancellationToken)
    {
        var facts = new List<RegisterFacts>();
        foreach (var name in registers)
        {
            var entries = await store.Registers.InForceAsync(name, asOf, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            facts.Add(new RegisterFacts(catalogue.Register(name), entries));
        }

        return facts;
    }
}
