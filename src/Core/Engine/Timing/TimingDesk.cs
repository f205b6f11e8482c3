using System.Globalization;
using Clientele.Documents;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Templating;

namespace Clientele.Timing;

/// <summary>Says whether it is the right time to propose something to a client, and when it will be.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class TimingDesk
{
    private readonly Store _store;
    private readonly MeasureReader _measures;
    private readonly Catalogue _catalogue;
    private readonly IReadOnlyList<(TimingWindow Window, RuleExpression? Rule)> _windows;

    internal TimingDesk(Store store, Catalogue catalogue, MeasureReader measures, TemplateEngine rules)
    {
        _store = store;
        _measures = measures;
        _catalogue = catalogue;
        _windows = [.. catalogue.Windows.Values.Select(window => (window, window is RuleWindow rule ? rules.CompileRule(rule.When, window.Name) : null))];
    }

    /// <summary>Asks every window of a purpose.</summary>
    /// <param name="client">The client.</param>
    /// <param name="purpose">The purpose, such as <c>sales</c>; one that no window is about, such as <c>care</c>, is always allowed.</param>
    /// <param name="on">The day; what happened up to it counts.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>What blocks it, what favours it, and the next good day.</returns>
    /// <exception cref="ClienteleException">The client is not stored (<see cref="ErrorCodes.NotFound"/>).</exception>
    public async Task<TimingAnswer> AskAsync(ClientId client, string purpose, DateOnly on, CancellationToken cancellationToken = default)
    {
        if (!IsAsked(purpose))
        {
            return new TimingAnswer(client, purpose, on, [], [], on);
        }

        var stored = await _store.Clients.FindAsync(client, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no client {client}.");
        var measures = (await _measures.OfClientAsync(client, on, cancellationToken).ConfigureAwait(false)).ToDictionary(measure => measure.Measure.Name, measure => measure.Value, StringComparer.Ordinal);
        var attributes = await _store.Clients.AttributesAsync(client, on, cancellationToken).ConfigureAwait(false);
        return await AskAsync(
            new LetterFacts
            {
                Letter = new LetterDefinition { Name = "core.proposal", Title = new("Proposal", "洽谈"), Template = "none", Purpose = purpose },
                AsOf = on, Language = DocumentLanguage.Chinese, Currency = _store.Currency, Firm = new Firm { Name = LocalizedText.Same("-") }, Client = stored, Measures = measures,
                Attributes = [.. attributes.Where(value => _catalogue.Attributes.ContainsKey(value.Name)).Select(value => new AttributeFact(_catalogue.Attributes[value.Name], value.Value))],
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks every window of a letter's or an action's purpose, from facts that were gathered already.</summary>
    internal async Task<TimingAnswer> AskAsync(LetterFacts facts, CancellationToken cancellationToken)
    {
        var (purpose, day) = (facts.Action?.Purpose ?? facts.Letter.Purpose, facts.AsOf);
        if (!IsAsked(purpose))
        {
            return new TimingAnswer(facts.Client.Id, purpose, day, [], [], day);
        }

        var timeline = await _store.Touchpoints.TimelineAsync(facts.Client.Id, day, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        timeline.Reverse();
        var asked = _windows.Where(entry => entry.Window.Purposes.Contains(purpose, StringComparer.Ordinal)).ToList();
        var open = Open(asked, facts, timeline, day);
        return new TimingAnswer(
            facts.Client.Id, purpose, day,
            [.. open.Where(window => window.Window.Effect == WindowEffect.Blocks)],
            [.. open.Where(window => window.Window.Effect == WindowEffect.Favours)],
            NextGoodDay([.. asked.Where(entry => entry.Window.Effect == WindowEffect.Blocks)], facts, timeline, day));
    }

    private bool IsAsked(string purpose) => _windows.Any(entry => entry.Window.Purposes.Contains(purpose, StringComparer.Ordinal));

    // Every step goes to the end of what blocks the day, so that there are as many as there are windows behind one another.
    private static DateOnly? NextGoodDay(IReadOnlyList<(TimingWindow Window, RuleExpression? Rule)> windows, LetterFacts facts, IReadOnlyList<Touchpoint> timeline, DateOnly day)
    {
        for (var last = day.AddYears(2); day <= last;)
        {
            var open = Open(windows, facts, timeline, day);
            if (open.Count == 0)
            {
                return day;
            }

            if (open.Any(window => window.Until is null))
            {
                return null;
            }

            day = open.Max(window => window.Until!.Value);
        }

        return null;
    }

    private static List<OpenWindow> Open(IReadOnlyList<(TimingWindow Window, RuleExpression? Rule)> windows, LetterFacts facts, IReadOnlyList<Touchpoint> timeline, DateOnly day)
    {
        var open = new List<OpenWindow>();
        foreach (var (window, rule) in windows)
        {
            var found = window switch
            {
                EventWindow opened => EventWindowTimes.On(opened, timeline, day),
                CalendarWindow calendar => CalendarWindowTimes.On(calendar, day),
                _ => Holds(rule!, facts) ? new OpenWindow(window, null, new Reason("timing", new($"{window.Title.En}: as long as {((RuleWindow)window).When}.", $"{window.Title.Zh}：在 {((RuleWindow)window).When} 期间。"))) : null,
            };
            if (found is not null)
            {
                open.Add(found);
            }
        }

        return open;
    }

    private static bool Holds(RuleExpression rule, LetterFacts facts)
    {
        try
        {
            return rule.Evaluate(new GuardFacts(facts, rule.Names)) == RuleOutcome.Holds;
        }
        catch (TemplateException)
        {
            // A value that the rule cannot work with decides nothing.
            return false;
        }
    }

    /// <summary>What a blocking window says as a guard of letters and actions.</summary>
    internal static GuardRefusal Refusal(TimingAnswer answer, OpenWindow window)
    {
        var next = answer.NextGoodDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var guard = new Guard
        {
            Name = window.Window.Name, Title = window.Window.Title, OverridableBy = window.Window.OverridableBy, AllowedWhen = "false",
            Refusal = next is null
                ? new("It is not the time to propose business; care goes on. When it will be is not known yet.", "目前不宜洽谈业务，关怀维护照常；何时适宜尚不确定。")
                : new($"It is not the time to propose business; care goes on. The next good day is {next}.", $"目前不宜洽谈业务，关怀维护照常；最早适宜日期为 {next}。"),
        };
        return new GuardRefusal(guard, [window.Reason]);
    }
}
