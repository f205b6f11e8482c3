using System.Runtime.CompilerServices;
using Clientele.Documents;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Insights;

/// <summary>Streams from the store what an insight declared, and nothing else.</summary>
internal sealed class StoredInsightInput(Store store, Catalogue catalogue, TemplateEngine engine, Insight insight, InsightSettings settings, DateOnly asOf, InsightFocus? focus) : IInsightInput
{
    private readonly HashSet<string> _kinds = catalogue.KindsOf(insight.Kinds, insight.Roles);
    private readonly string[] _schemes = [.. insight.Schemes.Concat(settings.Names(SettingNames.Schemes)).Distinct(StringComparer.Ordinal)];

    public DateOnly AsOf => asOf;

    public string Currency => store.Currency;

    public IReadOnlyList<IndicatorMeasure> Indicators { get; } = insight.ReadsIndicators
        ? [.. catalogue.Measures.Values.Where(measure => measure.Indicator is not null).Select(measure => new IndicatorMeasure(measure.Name, measure.Title, measure.Indicator!))]
        : [];

    public IReadOnlyList<TaggedPart> Parts => [.. catalogue.Origins.Where(origin => origin.Prefix != Origin.CorePrefix).Select(origin => new TaggedPart(origin.Id, origin.Title ?? LocalizedText.Same(origin.Id), origin.Tags))];

    public T Setting<T>(Setting<T> setting) => settings.Read(setting);

    public LocalizedText Title(string name) => catalogue.TitleOf(name);

    public IReadOnlyList<string> Segments(string scheme) => catalogue.Schemes.TryGetValue(scheme, out var known) ? [.. known.All.Select(segment => segment.Name)] : [];

    public TouchpointRoles Roles(string kind) => catalogue.Kinds.GetValueOrDefault(kind)?.Roles ?? TouchpointRoles.None;

    public async IAsyncEnumerable<InsightClient> ClientsAsync(DateOnly? asOf = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var day = asOf ?? AsOf;
        var plan = new MeasurePlan(catalogue, engine);
        var slots = insight.Reads.Concat(settings.Names(SettingNames.Measures)).Concat(Indicators.Select(indicator => indicator.Measure)).Distinct(StringComparer.Ordinal).ToDictionary(name => name, plan.Slot, StringComparer.Ordinal);
        var segments = new SegmentColumns(store, _schemes, day, cancellationToken);
        await using (segments.ConfigureAwait(false))
        {
            await foreach (var (client, since, values) in new Filling(plan, day).RunAsync(store.Facts.StreamAsync(plan.Query(day) with { Client = focus?.Client }, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                await segments.MoveAsync(client).ConfigureAwait(false);
                yield return new InsightClient(client, since, name => values[Declared(slots, name)].NumberOrNull(), name => values[Declared(slots, name)].TextOrNull(), segments.Of);
            }
        }
    }

    public async IAsyncEnumerable<ContactFacts> ContactsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var people = new PeopleReading(catalogue, insight.ContactReads, insight.Name);
        if (!people.Any)
        {
            yield break;
        }

        await foreach (var facts in store.Facts.StreamAsync(new FactQuery(AsOf, []) { People = true, Client = focus?.Client }, cancellationToken).ConfigureAwait(false))
        {
            foreach (var person in people.Of(facts))
            {
                yield return person;
            }
        }
    }

    public async IAsyncEnumerable<ClientMonth> MonthsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var months = new MonthlyFacts();
        await foreach (var facts in store.Facts.StreamAsync(new FactQuery(AsOf, []) { Client = focus?.Client }, cancellationToken).ConfigureAwait(false))
        {
            foreach (var month in months.Of(facts, _kinds, AsOf, singly: false))
            {
                yield return new ClientMonth(facts.Id, month.Kind, month.First, month.Last, month.Count, month.Amount);
            }
        }
    }

    public IAsyncEnumerable<Touchpoint> TouchpointsAsync(CancellationToken cancellationToken = default) => store.Touchpoints.OfKindsAsync(_kinds, AsOf, focus?.Client, cancellationToken)
        .Where(touchpoint => focus?.Matter is null || touchpoint.Matter == focus.Matter);

    public IAsyncEnumerable<Membership> MembershipsAsync(string scheme, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) => _schemes.Contains(scheme)
        ? store.Memberships.DuringAsync(scheme, first, last, cancellationToken).Where(row => focus is null || row.Client == focus.Client).Select(row => new Membership(row.Client, row.Scheme, row.Segment, row.From, row.Until, []))
        : throw new InvalidOperationException($"The computation reads the scheme '{scheme}', which {insight.Name} does not declare in Schemes.");

    public IAsyncEnumerable<RegisterEntry> RegisterAsync(string name, DateOnly? asOf = null, CancellationToken cancellationToken = default) => insight.Registers.Contains(name)
        ? store.Registers.InForceAsync(name, asOf ?? AsOf, cancellationToken)
        : throw new InvalidOperationException($"The computation reads the register '{name}', which {insight.Name} does not declare in Registers.");

    public IAsyncEnumerable<AskedFollowUp> FollowUpsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) => insight.FollowUps
        ? store.FollowUps.DueDuringAsync(first, last, cancellationToken).Select(row => new AskedFollowUp(row.FollowUp, catalogue.Policies.TryGetValue(row.FollowUp.Policy, out var policy) ? policy.Title : LocalizedText.Same(row.FollowUp.Policy), row.DoneOn))
        : throw new InvalidOperationException($"The computation reads follow-ups, which {insight.Name} does not declare.");

    public IAsyncEnumerable<InsightMatter> MattersAsync(CancellationToken cancellationToken = default) => store.Matters.WithStagesAsync(AsOf, insight.ReadsMatters ? null : insight.MatterTypes, cancellationToken)
        .Where(matter => catalogue.MatterTypes.ContainsKey(matter.Matter.Type) && (focus is null || matter.Matter.Client == focus.Client))
        .Select(matter => new InsightMatter(matter.Matter, catalogue.MatterTypes[matter.Matter.Type], [.. matter.Stages.Where(stage => stage.From <= AsOf)]));

    private int Declared(Dictionary<string, int> slots, string name) => slots.TryGetValue(name, out var slot)
        ? slot
        : throw new InvalidOperationException($"The computation reads '{name}', which {insight.Name} does not declare in Reads.");
}
