using Clientele.Insights;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele.Care;

/// <summary>Turns policies into follow-ups as of a day: due ones are opened, fulfilled ones closed by their touchpoint, those no longer asked for lapse. The matters that come of others are opened before that.</summary>
/// <remarks>
/// Thread-safe. Planning the same day twice changes nothing. Run the segments of the day first: policies read them.
/// A day is planned in this order: what each policy wants; working days and blackout days; what is held back; owners and escalation; the merge window and the frequency cap; the owners' capacity.
/// </remarks>
public sealed class CarePlanner
{
    // Holidays and blackout days move a due day by less than this, as a rule.
    private const int LookingFurther = 31;

    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly InsightDesk _insights;
    private readonly TemplateEngine _engine;
    private readonly CareSettings _settings;

    internal CarePlanner(Store store, Catalogue catalogue, InsightDesk insights, TemplateEngine engine, CareSettings settings)
    {
        _insights = insights;
        _store = store;
        _catalogue = catalogue;
        _engine = engine;
        _settings = settings;
    }

    /// <summary>Plans all policies.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="aheadDays">How many days ahead a follow-up is opened; 0 or more, 30 by default.</param>
    /// <param name="cancellationToken">Stops the planning; nothing is then changed.</param>
    /// <returns>What it did.</returns>
    public async Task<CarePlanResult> PlanAsync(DateOnly asOf, int aheadDays = 30, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aheadDays);
        await _store.CatchUpAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        await new FollowOnOpening(_store, _catalogue).RunAsync(asOf, cancellationToken).ConfigureAwait(false);
        var population = await Population.ReadAsync(_store, _catalogue, _engine, _settings, asOf, cancellationToken).ConfigureAwait(false);
        var horizon = asOf.AddDays(aheadDays);

        // What falls due shortly after the horizon may be done together with what falls due within it.
        var day = new PlanningDay(_store, _catalogue, _settings, population, asOf, horizon.AddDays(_settings.Furthest + LookingFurther));
        // Insights are computed before the batch is opened, so that nothing waits for the writer.
        var listed = new Dictionary<Policy, IReadOnlyList<FollowUp>>();
        foreach (var policy in _catalogue.Policies.Values.OfType<InsightPolicy>())
        {
            listed[policy] = await new InsightPlanning(day, _insights, policy).WantedAsync(cancellationToken).ConfigureAwait(false);
        }

        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var open = new OpenFollowUps(batch, await batch.OpenFollowUpsAsync(cancellationToken).ConfigureAwait(false));
            await new Settling(_store, _catalogue, open, asOf).RunAsync(cancellationToken).ConfigureAwait(false);
            var wanted = await WantedAsync(day, batch, open, listed, cancellationToken).ConfigureAwait(false);
            await ArrangeAsync(day, batch, wanted, cancellationToken).ConfigureAwait(false);
            wanted.RemoveAll(planned => planned.FollowUp.PlannedOn > horizon);
            var result = await new FollowUpReconciliation(_store, _catalogue, open, asOf).RunAsync(wanted, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    private async Task<List<Planned>> WantedAsync(PlanningDay day, StoreBatch batch, OpenFollowUps open, IReadOnlyDictionary<Policy, IReadOnlyList<FollowUp>> listed, CancellationToken cancellationToken)
    {
        var resting = await Resting.ClientsAsync(_store, _catalogue, day.AsOf, cancellationToken).ConfigureAwait(false);
        var all = new List<Planned>();
        foreach (var policy in _catalogue.Policies.Values)
        {
            var fulfilling = Fulfilment.Kinds(_catalogue, policy);
            var fulfilled = await batch.FulfilledFollowUpsAsync(policy.Name, cancellationToken).ConfigureAwait(false);
            var wanted = policy switch
            {
                CadencePolicy cadence => await new CadencePlanning(day, cadence, fulfilling, fulfilled).WantedAsync(cancellationToken).ConfigureAwait(false),
                StagePolicy stage => await new StagePlanning(day, stage, fulfilling).WantedAsync(cancellationToken).ConfigureAwait(false),
                SegmentPolicy entry => await new SegmentPlanning(day, entry).WantedAsync(cancellationToken).ConfigureAwait(false),
                OccasionPolicy occasion => await new OccasionPlanning(day, occasion, fulfilling).WantedAsync(cancellationToken).ConfigureAwait(false),
                DatePolicy date => await new DatePlanning(day, date, fulfilling).WantedAsync(cancellationToken).ConfigureAwait(false),
                BirthdayPolicy birthday => await new BirthdayPlanning(day, birthday, fulfilling).WantedAsync(cancellationToken).ConfigureAwait(false),
                EventPolicy after => await new EventPlanning(day, after, fulfilling).WantedAsync(cancellationToken).ConfigureAwait(false),
                _ => listed.GetValueOrDefault(policy, []),
            };
            all.AddRange(wanted
                .Where(followUp => !resting.Contains(followUp.Client) && (policy is CadencePolicy || !fulfilled.ContainsKey(followUp.Id)))
                .Select(followUp => new Planned(policy, open.Known(followUp))));
        }

        return all;
    }

    private async Task ArrangeAsync(PlanningDay day, StoreBatch batch, List<Planned> wanted, CancellationToken cancellationToken)
    {
        var owners = await Owners.ReadAsync(_store, day.AsOf, cancellationToken).ConfigureAwait(false);
        var (days, escalating) = (new DueDays(_settings, day.AsOf), new Escalating(owners, day.AsOf));
        foreach (var planned in wanted)
        {
            days.Apply(planned);
            planned.Set(planned.FollowUp with { Owner = planned.FollowUp.Owner.Length > 0 ? planned.FollowUp.Owner : owners.Of(planned.FollowUp.Client, planned.Policy.OwnerRole), IsHeld = day.Population.Holds(planned.Policy, planned.FollowUp.Client) });
            if (planned.FollowUp.IsHeld)
            {
                planned.Because(new("held", new($"Held back while this holds: {planned.Policy.BlockedWhile}.", $"暂缓办理，因为：{planned.Policy.BlockedWhile}。")));
            }

            escalating.Apply(planned);
        }

        var made = await batch.MadeContactsAsync(day.AsOf.AddDays(-_settings.OneContactInDays), day.AsOf, cancellationToken).ConfigureAwait(false);
        var last = made.Where(contact => _settings.OneContactInDays > 0 && _catalogue.Policies.TryGetValue(contact.Policy, out var policy) && policy.Merges)
            .GroupBy(contact => contact.Client).ToDictionary(client => client.Key, client => client.Max(contact => contact.On));
        new MergeWindow(_settings, days, last).Apply(wanted);
        var today = made.Where(contact => contact.On == day.AsOf).CountBy(contact => contact.Owner, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        new Capacity(_settings, days, day.Population, today, day.AsOf).Apply(wanted);
    }
}
