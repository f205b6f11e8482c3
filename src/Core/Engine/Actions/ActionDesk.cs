using Clientele.Documents;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Guarding;
using Clientele.Storage.Writing;
using Clientele.Templating;
using Clientele.Timing;

namespace Clientele.Actions;

/// <summary>Asks the guards before something is done with a client: a gift, hospitality, new credit, a proposal.</summary>
/// <remarks>Thread-safe. An action is the touchpoint it will be. Every answer but "allowed" is logged, whether or not the action is then done.</remarks>
/// <example>
/// <code>
/// var gift = new Touchpoint { Id = TouchpointId.New(time), Client = client, Contact = contact, Kind = "core.gift", OccurredOn = today, Amount = new Money(150, "CNY"), By = "Zhou Wei" };
/// var answer = await crm.Actions.AskAsync(gift);
/// if (answer.Outcome == ActionOutcome.Allowed) { await crm.Actions.RecordAsync(gift); }
/// </code>
/// </example>
public sealed class ActionDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly MeasureReader _measures;
    private readonly LetterFactsReader _facts;
    private readonly TimingDesk _timing;
    private readonly LetterGate _gate;
    private readonly Firm _firm;

    internal ActionDesk(Store store, Catalogue catalogue, MeasureReader measures, TimingDesk timing, TemplateEngine rules, ClienteleOptions options)
    {
        _store = store;
        _catalogue = catalogue;
        _measures = measures;
        _facts = new LetterFactsReader(store, catalogue);
        _timing = timing;
        _gate = new LetterGate(catalogue.Guards.Values, rules);
        _firm = options.Firm;
    }

    /// <summary>Asks whether an action may be done.</summary>
    /// <param name="action">What would be done, when, by whom and with whom.</param>
    /// <param name="purpose">What for, such as <c>sales</c>; empty for what is not proposing anything.</param>
    /// <param name="overrides">Decisions of those who may override a guard.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>The answer; one that is not "allowed" is logged.</returns>
    /// <exception cref="ClienteleException">The client or contact is not stored (<see cref="ErrorCodes.NotFound"/>), or nobody registered the kind (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public async Task<ActionAnswer> AskAsync(Touchpoint action, string purpose = "", IReadOnlyList<GuardOverride>? overrides = null, CancellationToken cancellationToken = default)
    {
        var answer = await JudgeAsync(action, purpose, overrides ?? [], cancellationToken).ConfigureAwait(false);
        if (answer.Refusals.Count > 0)
        {
            var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
            await using (batch.ConfigureAwait(false))
            {
                foreach (var refusal in answer.Refusals)
                {
                    var outcome = refusal.Guard.OverridableBy.Length > 0 ? GuardOutcome.ApprovalNeeded : GuardOutcome.Refused;
                    await LogAsync(batch, action, refusal.Guard.Name, outcome, action.By, "", string.Join(' ', refusal.Reasons.Select(reason => reason.Text.En)), cancellationToken).ConfigureAwait(false);
                }

                await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return answer;
    }

    /// <summary>Asks, and records the action as a touchpoint when it may be done; the decisions of those who overrode a guard are logged with it.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="purpose">What for; empty for what is not proposing anything.</param>
    /// <param name="overrides">Decisions of those who may override a guard.</param>
    /// <param name="cancellationToken">Stops the recording; nothing but a refusal is then stored.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ClienteleException">It may not be done, or not yet (<see cref="ErrorCodes.ActionRefused"/>); as <see cref="AskAsync"/> besides.</exception>
    public async Task<ActionAnswer> RecordAsync(Touchpoint action, string purpose = "", IReadOnlyList<GuardOverride>? overrides = null, CancellationToken cancellationToken = default)
    {
        var answer = await AskAsync(action, purpose, overrides, cancellationToken).ConfigureAwait(false);
        if (answer.Outcome != ActionOutcome.Allowed)
        {
            throw new ClienteleException(
                ErrorCodes.ActionRefused,
                string.Join(' ', answer.Refusals.Select(refusal => $"{refusal.Guard.Name}: {refusal.Guard.Refusal.En} {string.Join(' ', refusal.Reasons.Select(reason => reason.Text.En))}{(refusal.Guard.OverridableBy.Length > 0 ? $" It needs the approval of {refusal.Guard.OverridableBy}." : "")}")));
        }

        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.AppendAsync(action, cancellationToken).ConfigureAwait(false);
            foreach (var decision in answer.Overridden)
            {
                await LogAsync(batch, action, decision.Guard, GuardOutcome.Overridden, decision.Person, decision.Role, decision.Because, cancellationToken).ConfigureAwait(false);
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    private async Task<ActionAnswer> JudgeAsync(Touchpoint action, string purpose, IReadOnlyList<GuardOverride> overrides, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(purpose);
        if (!_catalogue.Kinds.TryGetValue(action.Kind, out var kind))
        {
            throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the touchpoint kind '{action.Kind}'.");
        }

        var measures = (await _measures.OfClientAsync(action.Client, action.OccurredOn, cancellationToken).ConfigureAwait(false)).ToDictionary(measure => measure.Measure.Name, measure => measure.Value, StringComparer.Ordinal);
        var request = new LetterRequest
        {
            Letter = new LetterDefinition { Name = action.Kind, Title = kind.Title, Template = "none", Purpose = purpose },
            Client = action.Client, AsOf = action.OccurredOn, Firm = _firm, Contact = action.Contact,
        };
        var facts = await _facts.ReadAsync(request, measures, cancellationToken).ConfigureAwait(false);
        facts = facts with { Action = new ActionFacts(action.Kind, purpose, action.Amount?.Amount ?? 0, await InYearAsync(action, cancellationToken).ConfigureAwait(false)) };
        facts = facts with { Timing = await _timing.AskAsync(facts, cancellationToken).ConfigureAwait(false) };
        var gate = _gate.Check(facts, overrides);
        var outcome = gate.Refusals.Count == 0 ? ActionOutcome.Allowed : gate.Refusals.Any(refusal => refusal.Guard.OverridableBy.Length == 0) ? ActionOutcome.Blocked : ActionOutcome.ApprovalNeeded;
        return new ActionAnswer(outcome, gate.Refusals, gate.Overridden, facts.Timing);
    }

    private async Task<IReadOnlyDictionary<string, decimal>> InYearAsync(Touchpoint action, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        await foreach (var touchpoint in _store.Touchpoints.TimelineAsync(action.Client, new DateOnly(action.OccurredOn.Year, 12, 31), cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (touchpoint.OccurredOn.Year < action.OccurredOn.Year)
            {
                break;
            }

            if (touchpoint.Id != action.Id && touchpoint.Contact == action.Contact && touchpoint.Amount is { } amount)
            {
                sums[touchpoint.Kind] = sums.GetValueOrDefault(touchpoint.Kind) + amount.Amount;
            }
        }

        return sums;
    }

    private static Task LogAsync(StoreBatch batch, Touchpoint action, string guard, GuardOutcome outcome, string person, string role, string because, CancellationToken cancellationToken) =>
        batch.LogAsync(new GuardDecision("action", action.Id.Value, action.Kind, guard, outcome, action.Client, action.Contact, action.OccurredOn, person, role, because), cancellationToken);
}
