using Clientele.Documents;

namespace Clientele.Host.Commands;

/// <summary>Finds the letters that serve the follow-ups due as of a day.</summary>
internal static class DueLetters
{
    public static async Task<IReadOnlyList<LetterRequest>> RequestsAsync(Crm crm, DateOnly asOf, string? only, ClientId? client, CancellationToken cancellationToken)
    {
        await crm.Segments.RunAsync(asOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        await crm.Planner.PlanAsync(asOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        var requests = new List<LetterRequest>();
        await foreach (var followUp in crm.Care.DueAsync(asOf, cancellationToken).ConfigureAwait(false))
        {
            if (client is not null && followUp.Client != client)
            {
                continue;
            }

            requests.AddRange(crm.Catalogue.Letters.Values
                .Where(letter => letter.Policy == followUp.Policy && (only is null || letter.Name == only))
                .Select(letter => crm.Letters.Request(letter.Name, followUp.Client, asOf) with { FollowUp = followUp, Matter = followUp.Matter }));
        }

        return requests;
    }
}
