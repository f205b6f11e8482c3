using Clientele.Insights;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Templating;

namespace Clientele.Care;

/// <summary>The clients of a day as policies look at them: whom each is for, for whom it is held back, and what each client is worth. One pass over the facts, and none where nobody asks.</summary>
internal sealed class Population
{
    private readonly List<(ClientId Id, DateOnly Since)> _clients = [];
    private readonly Dictionary<string, HashSet<ClientId>> _included = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<ClientId>> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<ClientId, decimal> _values = [];

    private Population()
    {
    }

    public static async Task<Population> ReadAsync(Store store, Catalogue catalogue, TemplateEngine engine, CareSettings settings, DateOnly asOf, CancellationToken cancellationToken)
    {
        var population = new Population();
        var valued = catalogue.Measures.ContainsKey(settings.ValueMeasure) && (settings.ContactsADay is not null || settings.ContactsADayOf.Count > 0);
        if (!valued && catalogue.Policies.Values.All(policy => policy is not OccasionPolicy && policy.When.Length == 0 && policy.BlockedWhile.Length == 0))
        {
            return population;
        }

        var plan = new MeasurePlan(catalogue, engine);
        var rules = new List<(HashSet<ClientId> Clients, BoundRule Rule)>();
        foreach (var policy in catalogue.Policies.Values)
        {
            Add(population._included, policy.Name, policy.When);
            Add(population._held, policy.Name, policy.BlockedWhile);
        }

        var worth = valued ? plan.Slot(settings.ValueMeasure) : (int?)null;
        var segments = plan.Names.Where(name => name.StartsWith(SegmentSlot.Prefix, StringComparison.Ordinal)).Select(name => (Scheme: name[SegmentSlot.Prefix.Length..], Slot: plan.Slot(name))).ToList();
        var columns = new SegmentColumns(store, [.. segments.Select(segment => segment.Scheme)], asOf, cancellationToken);
        await using (columns.ConfigureAwait(false))
        {
            await foreach (var (client, since, values) in new Filling(plan, asOf).RunAsync(store.Facts.StreamAsync(plan.Query(asOf), cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                await columns.MoveAsync(client).ConfigureAwait(false);
                foreach (var (scheme, slot) in segments)
                {
                    values[slot] = columns.Of(scheme) is { } name ? RuleValue.Of(name) : RuleValue.Missing;
                }

                population.Add(client, since, rules, values, worth);
            }
        }

        return population;

        void Add(Dictionary<string, HashSet<ClientId>> sets, string policy, string rule)
        {
            if (rule.Length > 0)
            {
                var set = sets[policy] = [];
                rules.Add((set, plan.Rule(rule, policy)));
            }
        }
    }

    /// <summary>The clients a policy is for, in the order of ids.</summary>
    public IEnumerable<(ClientId Id, DateOnly Since)> Of(Policy policy) =>
        _included.TryGetValue(policy.Name, out var included) ? _clients.Where(client => included.Contains(client.Id)) : _clients;

    public bool Includes(Policy policy, ClientId client) => !_included.TryGetValue(policy.Name, out var included) || included.Contains(client);

    public bool Holds(Policy policy, ClientId client) => _held.TryGetValue(policy.Name, out var held) && held.Contains(client);

    public decimal ValueOf(ClientId client) => _values.GetValueOrDefault(client);

    private void Add(ClientId client, DateOnly since, List<(HashSet<ClientId> Clients, BoundRule Rule)> rules, ClientValues values, int? worth)
    {
        _clients.Add((client, since));
        foreach (var (clients, rule) in rules)
        {
            if (rule.Outcome(values) == RuleOutcome.Holds)
            {
                clients.Add(client);
            }
        }

        if (worth is { } slot && values[slot].NumberOrNull() is { } value)
        {
            _values[client] = value;
        }
    }
}
