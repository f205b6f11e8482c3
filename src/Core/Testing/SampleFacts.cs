using System.Globalization;
using Clientele.Storage.Writing;

namespace Clientele.Testing;

/// <summary>Makes facts from what is registered, the same ones every time: clients with every value of every choice, a matter in every stage that can be reached, a touchpoint of every kind.</summary>
/// <remarks>Every fact is from a source named <c>invented…</c>, and every document that rests on them says so.</remarks>
public sealed class SampleFacts
{
    private const string Source = "invented:clientele-testing";
    private const int LeastClients = 6;

    private readonly Crm _crm;
    private readonly DateOnly _asOf;
    private readonly List<Client> _clients = [];
    private int _facts;

    private SampleFacts(Crm crm, DateOnly asOf)
    {
        _crm = crm;
        _asOf = asOf;
    }

    /// <summary>Fills a CRM.</summary>
    /// <param name="crm">The CRM, best an empty one.</param>
    /// <param name="asOf">The day the facts lead up to.</param>
    /// <param name="cancellationToken">Stops the filling; nothing is kept then.</param>
    /// <returns>The clients.</returns>
    public static Task<IReadOnlyList<Client>> AddAsync(Crm crm, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(crm);
        return new SampleFacts(crm, asOf).AddAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Client>> AddAsync(CancellationToken cancellationToken)
    {
        var batch = await _crm.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var stages = _crm.Catalogue.MatterTypes.Values.SelectMany(type => type.Stages.Select(stage => (Type: type, Way: Way(type, stage.Name)))).Where(pair => pair.Way is not null).ToList();
            for (var number = 0; number < Math.Max(LeastClients, Math.Max(stages.Count, MostChoices())); number++)
            {
                var client = await ClientAsync(batch, number, cancellationToken).ConfigureAwait(false);
                if (number < stages.Count)
                {
                    await MatterAsync(batch, client, stages[number].Type, stages[number].Way!, cancellationToken).ConfigureAwait(false);
                }
            }

            foreach (var (kind, number) in _crm.Catalogue.Kinds.Values.Select((kind, number) => (kind, number)))
            {
                // With the first client everything has happened; with the others, one thing after the other.
                await TouchpointAsync(batch, _clients[0], kind, matter: null, _asOf.AddDays(-number % 300), cancellationToken).ConfigureAwait(false);
                if (number % _clients.Count is > 0 and var other)
                {
                    await TouchpointAsync(batch, _clients[other], kind, matter: null, _asOf.AddDays(-number % 300), cancellationToken).ConfigureAwait(false);
                }
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return _clients;
    }

    // The moves that lead from the first stage to another; null when none do.
    private static IReadOnlyList<Move>? Way(MatterType type, string stage)
    {
        var ways = new Dictionary<string, IReadOnlyList<Move>>(StringComparer.Ordinal) { [type.Stages[0].Name] = [] };
        var queue = new Queue<string>(ways.Keys);
        while (queue.TryDequeue(out var current))
        {
            foreach (var move in type.Moves.Where(move => move.From == current && !ways.ContainsKey(move.To)))
            {
                ways.Add(move.To, [.. ways[current], move]);
                queue.Enqueue(move.To);
            }
        }

        return ways.GetValueOrDefault(stage);
    }

    private int MostChoices() => _crm.Catalogue.Attributes.Values.Concat(_crm.Catalogue.ContactAttributes.Values).Select(attribute => attribute.Choices.Count).DefaultIfEmpty().Max();

    private async Task<Client> ClientAsync(StoreBatch batch, int number, CancellationToken cancellationToken)
    {
        var since = _asOf.AddYears(-2);
        var client = await batch.SaveAsync(
            new Client
            {
                Id = ClientId.From(Source, $"client-{number}"),
                Name = $"样例客户 Sample {number + 1}",
                Kind = number % 4 == 3 ? ClientKind.Person : ClientKind.Organisation,
                Since = since,
                Source = Source,
                ExternalId = $"client-{number}",
                Culture = number % 2 == 0 ? "zh-CN" : "en",
            },
            cancellationToken).ConfigureAwait(false);
        _clients.Add(client);
        var contact = new Contact { Id = ContactId.From(Source, $"contact-{number}"), Client = client.Id, Name = number % 2 == 0 ? "王芳" : "Ann Lee", Salutation = Salutation.Ms, Primary = true, Source = Source, ExternalId = $"contact-{number}" };
        await batch.PutAsync(contact, cancellationToken).ConfigureAwait(false);
        foreach (var purpose in _crm.Catalogue.Letters.Values.Select(letter => letter.Purpose).Where(purpose => purpose.Length > 0).Distinct(StringComparer.Ordinal))
        {
            await batch.PutAsync(new Consent(contact.Id, purpose, Granted: true, since, Source), cancellationToken).ConfigureAwait(false);
        }

        foreach (var attribute in _crm.Catalogue.Attributes.Values)
        {
            await batch.PutAsync(new AttributeValue(client.Id, attribute.Name, Value(attribute, number), since, Source: Source), cancellationToken).ConfigureAwait(false);
        }

        foreach (var attribute in _crm.Catalogue.ContactAttributes.Values)
        {
            await batch.PutAsync(new ContactAttributeValue(contact.Id, attribute.Name, Value(attribute, number), since, Source: Source), cancellationToken).ConfigureAwait(false);
        }

        return client;
    }

    private async Task MatterAsync(StoreBatch batch, Client client, MatterType type, IReadOnlyList<Move> way, CancellationToken cancellationToken)
    {
        var name = $"{type.Name}-{(way.Count > 0 ? way[^1].To : type.Stages[0].Name)}";
        var matter = new Matter { Id = MatterId.From(Source, name), Client = client.Id, Type = type.Name, Title = $"样例 {name}", OpenedOn = _asOf.AddDays(-10 * (way.Count + 1)), Source = Source, ExternalId = name };
        await batch.PutAsync(matter, cancellationToken).ConfigureAwait(false);
        for (var step = 0; step < way.Count; step++)
        {
            await TouchpointAsync(batch, client, _crm.Catalogue.Kinds[way[step].On], matter.Id, _asOf.AddDays(-10 * (way.Count - step)), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task TouchpointAsync(StoreBatch batch, Client client, TouchpointKind kind, MatterId? matter, DateOnly day, CancellationToken cancellationToken)
    {
        var number = _facts++;
        var carriesAmount = (kind.Roles & (TouchpointRoles.Sale | TouchpointRoles.Payment | TouchpointRoles.Cost)) != TouchpointRoles.None;
        return batch.AppendAsync(
            new Touchpoint
            {
                Id = TouchpointId.From(Source, $"fact-{number}"),
                Client = client.Id,
                Kind = kind.Name,
                OccurredOn = day,
                Matter = matter,
                Amount = carriesAmount ? new Money(1000m * (number + 1), _crm.Store.Currency) : null,
                Details = kind.Details.ToDictionary(field => field.Name, field => Value(field.Kind, number), StringComparer.Ordinal),
                Source = Source,
            },
            cancellationToken);
    }

    private string Value(AttributeDefinition attribute, int number) => attribute switch
    {
        { Kind: ValueKind.Choice } => attribute.Choices[number % attribute.Choices.Count].Value,
        { Kind: ValueKind.Number, Least: { } least, Most: { } most } => (least + (number % (decimal.Floor(most - least) + 1))).ToString(CultureInfo.InvariantCulture),
        _ => Value(attribute.Kind, number),
    };

    private string Value(ValueKind kind, int number) => kind switch
    {
        ValueKind.Number => (number + 1).ToString(CultureInfo.InvariantCulture),
        ValueKind.Date => _asOf.AddDays(-number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.Boolean => number % 2 == 0 ? "true" : "false",
        _ => $"样例 sample {number + 1}",
    };
}
