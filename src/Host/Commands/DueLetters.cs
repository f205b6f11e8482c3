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
        var due = await crm.Care.DueAsync(asOf, cancellationToken).Where(followUp => client is null || followUp.Client == client).ToListAsync(cancellationToken).ConfigureAwait(false);
        var merged = due.Where(followUp => followUp.MergedInto is not null).ToLookup(followUp => followUp.MergedInto!.Value);
        foreach (var contact in due.Where(followUp => followUp.MergedInto is null))
        {
            requests.AddRange(Of(crm, contact, [.. merged[contact.Id]], asOf).Where(request => only is null || request.Letter.Name == only));
        }

        return requests;
    }

    /// <summary>The letters of a contact: those of its own policy, or where it has none, of the first policy merged into it that has one. What is done together gets one letter.</summary>
    public static IReadOnlyList<LetterRequest> Of(Crm crm, FollowUp contact, IReadOnlyList<FollowUp> merged, DateOnly asOf) => new[] { contact }.Concat(merged)
        .Select(followUp => crm.Catalogue.Letters.Values
            .Where(letter => letter.Policy == followUp.Policy)
            .Select(letter => crm.Letters.Request(letter.Name, followUp.Client, asOf) with { FollowUp = followUp, Matter = followUp.Matter, Contact = followUp.Contact }).ToList())
        .FirstOrDefault(letters => letters.Count > 0) ?? [];
}
