using Clientele.Storage.Guarding;
using Clientele.Storage.Writing;

namespace Clientele.Documents;

/// <summary>Keeps with an archived letter who overrode which guard, and what next year's letters are compared with.</summary>
internal static class GuardTraces
{
    public static async Task KeepAsync(StoreBatch batch, Guid document, PassedLetter passed, RenderedLetter letter, CancellationToken cancellationToken)
    {
        var facts = passed.Facts;
        foreach (var decision in passed.Overridden)
        {
            await batch.LogAsync(
                new GuardDecision("letter", document, facts.Letter.Name, decision.Guard, GuardOutcome.Overridden, facts.Client.Id, facts.Contact?.Id, facts.AsOf, decision.Person, decision.Role, decision.Because), cancellationToken).ConfigureAwait(false);
        }

        if (BatchRules.Standard.Purposes.Contains(facts.Letter.Purpose, StringComparer.Ordinal))
        {
            await batch.KeepAsync(new LetterFingerprint(document, facts.Client.Id, facts.Contact?.Id, facts.Letter.Purpose, facts.AsOf, BodyPairs.Of(facts, letter)), cancellationToken).ConfigureAwait(false);
        }
    }
}
