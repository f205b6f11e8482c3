using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Projection;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Matters;

/// <summary>Opens matters, shows where they stand, and moves them, or says everything that stands against it.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MatterDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;

    internal MatterDesk(Store store, Catalogue catalogue)
    {
        _store = store;
        _catalogue = catalogue;
    }

    /// <summary>Opens a matter, or brings the stored one to this title and day.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="cancellationToken">Stops the opening; nothing is then stored.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ClienteleException">Nobody registered its type (<see cref="ErrorCodes.RegistrationUnknown"/>), or its client or origin is not stored (<see cref="ErrorCodes.ReferenceUnknown"/>).</exception>
    public async Task OpenAsync(Matter matter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matter);
        _ = Type(matter.Type);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.PutAsync(matter, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Streams the matters opened on or before a day with the stage each is in that day, in the order of opening.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="type">Only matters of this type; empty for all.</param>
    /// <param name="client">Only matters of this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The matters, with every fact that is stored.</returns>
    public async IAsyncEnumerable<MatterInStage> ListAsync(DateOnly asOf, string type = "", ClientId? client = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        await foreach (var matter in _store.Matters.InStageAsync(asOf, type, client, cancellationToken).ConfigureAwait(false))
        {
            yield return matter;
        }
    }

    /// <summary>Whether a matter in a stage is over.</summary>
    /// <param name="matter">The matter in its stage.</param>
    /// <returns>Whether the stage is final; no for a type that nobody registers now.</returns>
    public bool IsOver(MatterInStage matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return _catalogue.IsOver(matter);
    }

    /// <summary>Shows a matter as of a day: its stages, its facts, what it came of and what came of it, and what could happen next with what that requires.</summary>
    /// <param name="id">Which matter.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The card.</returns>
    /// <exception cref="ClienteleException">The matter is not stored (<see cref="ErrorCodes.NotFound"/>), or nobody registers its type (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public async Task<MatterCard> ShowAsync(MatterId id, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var (history, facts) = await ReadAsync(id, asOf, null, cancellationToken).ConfigureAwait(false);
        var moves = history.Type.Moves.Where(move => move.From == history.Stages[^1].Stage)
            .Select(move => new PossibleMove(move, KindTitle(move.On), StageOf(history.Type, move.To), _catalogue.Moves.Ask(move, history)));
        return new MatterCard(
            history.Matter,
            history.Type,
            history.Stages,
            facts,
            history.Matter.Origin is { } origin ? await _store.Matters.FindAsync(origin, cancellationToken).ConfigureAwait(false) : null,
            [.. history.Linked.Where(linked => linked.StageOn(asOf) is not null).Select(linked => new MatterInStage(linked.Matter, linked.Stages.Last(stage => stage.From <= asOf)))],
            [.. moves]);
    }

    /// <summary>Records what happened with a matter, provided that it moves the matter; otherwise nothing is recorded and every reason is given.</summary>
    /// <param name="move">What happened.</param>
    /// <param name="cancellationToken">Stops the moving; nothing is then recorded.</param>
    /// <returns>The new stage, or the reasons.</returns>
    /// <exception cref="ClienteleException">The matter is not stored (<see cref="ErrorCodes.NotFound"/>), its type or the kind is not registered (<see cref="ErrorCodes.RegistrationUnknown"/>), or a detail is not declared or of another kind (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public Task<MoveAnswer> MoveAsync(MatterMove move, CancellationToken cancellationToken = default) => MoveTogetherAsync(move, (_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>The same, with what must be written together with the move.</summary>
    internal async Task<MoveAnswer> MoveTogetherAsync(MatterMove move, Func<StoreBatch, Touchpoint, Task> together, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        var (kind, matter) = await CheckAsync(move, cancellationToken).ConfigureAwait(false);
        var touchpoint = Fact(move, matter);
        var missing = DetailCheck.Missing(kind, move.Details).ToList();
        if (missing.Count == 0 && await TryAsync(touchpoint, together, cancellationToken).ConfigureAwait(false) is { } made)
        {
            return made;
        }

        return await RefuseAsync(touchpoint, kind, missing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records what happened with a matter, whether it moves the matter or not: an answer given, an action agreed.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="cancellationToken">Stops the recording; nothing is then recorded.</param>
    /// <returns>The touchpoint.</returns>
    /// <exception cref="ClienteleException">As <see cref="MoveAsync"/>, or a detail that must be given is missing (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<Touchpoint> RecordAsync(MatterMove fact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var (kind, matter) = await CheckAsync(fact, cancellationToken).ConfigureAwait(false);
        if (DetailCheck.Missing(kind, fact.Details).ToList() is { Count: > 0 } missing)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, string.Join(' ', missing.Select(reason => reason.Text.En)));
        }

        var touchpoint = Fact(fact, matter);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.AppendAsync(touchpoint, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return touchpoint;
    }

    /// <summary>Opens the matters that come of others by a day (see <see cref="MatterType.FollowOns"/>); the planning of care does the same.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the opening; nothing is then opened.</param>
    /// <returns>What was opened; none where nothing is due or everything is open already.</returns>
    public async Task<IReadOnlyList<Matter>> OpenFollowOnsAsync(DateOnly asOf, CancellationToken cancellationToken = default)
    {
        await _store.CatchUpAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        return await new FollowOnOpening(_store, _catalogue).RunAsync(asOf, cancellationToken).ConfigureAwait(false);
    }

    internal MatterType Type(string name) => _catalogue.MatterTypes.GetValueOrDefault(name)
        ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registers the matter type '{name}' now; there are {string.Join(", ", _catalogue.MatterTypes.Keys)}.");

    // The store's own fold decides: the fact is appended, folded, and undone where it moved nothing.
    private async Task<MoveAnswer?> TryAsync(Touchpoint touchpoint, Func<StoreBatch, Touchpoint, Task> together, CancellationToken cancellationToken)
    {
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.AppendAsync(touchpoint, cancellationToken).ConfigureAwait(false);
            await batch.ProjectAsync(_catalogue.MatterTypes, _catalogue.Moves.Allowed, cancellationToken).ConfigureAwait(false);
            if (await batch.MovedByAsync(touchpoint.Id, cancellationToken).ConfigureAwait(false) is not { } stage)
            {
                return null;
            }

            await together(batch, touchpoint).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            var (history, _) = await ReadAsync(touchpoint.Matter!.Value, touchpoint.OccurredOn, null, cancellationToken).ConfigureAwait(false);
            var before = history.Stages.TakeWhile(passed => passed.By != touchpoint.Id).Last();
            var made = StageFold.Permitted(history.Type, before.Stage, touchpoint.Kind).First(move => move.To == stage.Stage);
            return new MoveAnswer(new(history.Matter, before), [], _catalogue.Moves.Ask(made, history), touchpoint, stage);
        }
    }

    private async Task<MoveAnswer> RefuseAsync(Touchpoint touchpoint, TouchpointKind kind, List<Reason> missing, CancellationToken cancellationToken)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var (history, _) = await ReadAsync(touchpoint.Matter!.Value, touchpoint.OccurredOn, touchpoint, cancellationToken).ConfigureAwait(false);
        var stage = history.Stages[^1];

        // The requirements are asked as if the fact were there; the stage is what it is without it.
        var nearest = StageFold.Permitted(history.Type, stage.Stage, touchpoint.Kind)
            .Select(move => _catalogue.Moves.Ask(move, history)).OrderBy(answers => answers.Count(answer => !answer.Met)).FirstOrDefault();
        missing.AddRange(nearest?.Where(answer => !answer.Met).Select(Reason) ?? []);
        return new MoveAnswer(new(history.Matter, stage), missing.Count > 0 && nearest is not null ? missing : [.. missing, NoMove(history, kind)], nearest ?? [], null, null);
    }

    private async Task<(MatterHistory History, IReadOnlyList<Touchpoint> Facts)> ReadAsync(MatterId id, DateOnly asOf, Touchpoint? besides, CancellationToken cancellationToken)
    {
        var matter = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        var type = Type(matter.Type);
        var facts = await _store.Touchpoints.OfMatterAsync(id, asOf, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var linked = await _store.Matters.LinkedAsync(id, cancellationToken).ConfigureAwait(false);
        List<MatterFact> folded = [.. facts.Concat(besides is null ? [] : [besides]).Select(fact => new MatterFact(fact.Id, fact.Kind, fact.OccurredOn, fact.Amount?.Amount, fact.Details)).OrderBy(fact => fact.OccurredOn).ThenBy(fact => fact.Id)];
        return (new MatterHistory(matter, type, asOf, StageFold.Fold(matter, type, besides is null ? folded : folded.Where(fact => fact.Id != besides.Id), linked, _catalogue.Moves.Allowed), folded, linked), facts);
    }

    private async Task<Matter> FindAsync(MatterId id, CancellationToken cancellationToken) =>
        await _store.Matters.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no matter {id}; list them with 'clientele matters list'.");

    private async Task<(TouchpointKind Kind, Matter Matter)> CheckAsync(MatterMove move, CancellationToken cancellationToken)
    {
        var kind = _catalogue.Kinds.GetValueOrDefault(move.Kind)
            ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registers the kind of touchpoint '{move.Kind}' now.");
        DetailCheck.Check(kind, move.Details);
        return (kind, await FindAsync(move.Matter, cancellationToken).ConfigureAwait(false));
    }

    private Touchpoint Fact(MatterMove move, Matter matter) => new()
    {
        Id = TouchpointId.New(_store.Time),
        Client = matter.Client,
        Matter = matter.Id,
        Kind = move.Kind,
        OccurredOn = move.On,
        By = move.By,
        Channel = move.Channel,
        Note = move.Note,
        Contact = move.Contact,
        Amount = move.Amount,
        Details = Referring(move, matter),
    };

    // Facts of one matter that reached us one by one are told apart by the reference they carry; recorded with the matter at hand, that is the matter.
    private IReadOnlyDictionary<string, string> Referring(MatterMove move, Matter matter) =>
        move.Details.ContainsKey("reference") || _catalogue.Kinds[move.Kind].Details.All(field => field.Name != "reference")
            ? move.Details
            : new SortedDictionary<string, string>(move.Details.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { ["reference"] = matter.ExternalId.Length > 0 ? matter.ExternalId : matter.Id.ToString() };

    private static Reason Reason(RequirementAnswer answer) => new("requirement", answer.Requirement.Otherwise)
    {
        Facts = new SortedDictionary<string, string>(Operands(answer.Explanation).DistinctBy(operand => operand.Name).ToDictionary(operand => operand.Name, operand => operand.Printed), StringComparer.Ordinal),
    };

    private static IEnumerable<Templating.RuleOperand> Operands(Templating.RuleExplanation clause) => clause.Operands.Concat(clause.Clauses.SelectMany(Operands));

    private Reason NoMove(MatterHistory history, TouchpointKind kind)
    {
        var stage = StageOf(history.Type, history.Stages[^1].Stage);
        var ways = history.Type.Moves.Where(move => move.From == stage.Name).Select(move => (On: KindTitle(move.On), StageOf(history.Type, move.To).Title)).Distinct().ToList();
        return new Reason("no_move", new(
            $"In stage '{stage.Title.En}' the fact '{kind.Title.En}' moves nothing; {(ways.Count == 0 ? "the matter is over." : $"what does: {string.Join("; ", ways.Select(way => $"'{way.On.En}' to '{way.Title.En}'"))}.")}",
            $"处于“{stage.Title.Zh}”阶段时，“{kind.Title.Zh}”不能推进该事项；{(ways.Count == 0 ? "该事项已结束。" : $"可行的是：{string.Join("；", ways.Select(way => $"“{way.On.Zh}”转入“{way.Title.Zh}”"))}。")}"))
        {
            Facts = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["kind"] = kind.Name, ["stage"] = stage.Name },
        };
    }

    private LocalizedText KindTitle(string kind) => _catalogue.Kinds.GetValueOrDefault(kind)?.Title ?? LocalizedText.Same(kind);

    private static Stage StageOf(MatterType type, string stage) => type.Stages.First(known => known.Name == stage);
}
