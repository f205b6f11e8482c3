using System.Runtime.CompilerServices;
using Clientele.Storage;

namespace Clientele.Mailings;

/// <summary>A letter that somebody may get.</summary>
internal sealed record MailingTarget(LetterDefinition Letter, ClientId Client, FollowUp? FollowUp);

/// <summary>Streams whom a mailing considers, client by client or follow-up by follow-up.</summary>
internal sealed class MailingTargets(Store store, Catalogue catalogue)
{
    /// <summary>Checks a request and says in words that mean the same again to whom it goes.</summary>
    /// <exception cref="ClienteleException">The letter, scheme or segment is not registered, or the request contradicts itself.</exception>
    public string Check(MailingRequest request)
    {
        if (request.Letter.Length > 0 ? !catalogue.Letters.ContainsKey(request.Letter) : !request.Due)
        {
            throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the letter '{request.Letter}'; there are: {string.Join(", ", catalogue.Letters.Keys)}.");
        }

        if (request.Scheme.Length > 0 && catalogue.Schemes.GetValueOrDefault(request.Scheme)?.All.Any(segment => segment.Name == request.Segment) != true)
        {
            throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the segment '{request.Segment}' of the scheme '{request.Scheme}'; 'clientele segments list' shows what there is.");
        }

        if (request.DailyMaximum < 1 || request.Occasion.Length > 100 || (request.Due && request.Occasion.Length > 0))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "A mailing has a daily maximum of 1 or more, an occasion of at most 100 characters, and no occasion where follow-ups give the reasons.");
        }

        var parts = new List<string> { request.Due ? "due" : "all" };
        parts.AddRange(request.Scheme.Length > 0 ? [$"{request.Scheme}={request.Segment}"] : []);
        parts.AddRange(request.Clients.Select(client => client.ToString()).Order(StringComparer.Ordinal));
        return string.Join(' ', parts);
    }

    public async IAsyncEnumerable<MailingTarget> StreamAsync(MailingRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var only = request.Clients.ToHashSet();
        if (!request.Due)
        {
            var letter = catalogue.Letters[request.Letter];
            await foreach (var client in ClientsAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (only.Count == 0 || only.Contains(client))
                {
                    yield return new MailingTarget(letter, client, null);
                }
            }

            yield break;
        }

        var members = request.Scheme.Length == 0 ? null : await ClientsAsync(request, cancellationToken).ToHashSetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await foreach (var followUp in store.FollowUps.PlannedAsync(request.AsOf, cancellationToken).ConfigureAwait(false))
        {
            if ((only.Count > 0 && !only.Contains(followUp.Client)) || members?.Contains(followUp.Client) == false)
            {
                continue;
            }

            foreach (var letter in catalogue.Letters.Values.Where(letter => letter.Policy == followUp.Policy && (request.Letter.Length == 0 || letter.Name == request.Letter)))
            {
                yield return new MailingTarget(letter, followUp.Client, followUp);
            }
        }
    }

    private IAsyncEnumerable<ClientId> ClientsAsync(MailingRequest request, CancellationToken cancellationToken) => request.Scheme.Length > 0
        ? store.Memberships.InSegmentAsync(request.Scheme, request.Segment, request.AsOf, cancellationToken)
        : store.Clients.AllAsync(cancellationToken).Select(client => client.Id);
}
