using Clientele.Documents;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Storage;

namespace Clientele.Handovers;

/// <summary>Hands clients over: puts the file together, keeps it from being submitted incomplete, and changes the owner on the day it is accepted.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class HandoverDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly MatterDesk _matters;
    private readonly HandoverAssembly _assembly;
    private readonly HandoverSheet _sheet;

    internal HandoverDesk(Store store, Catalogue catalogue, MatterDesk matters, TemplateSource templates, Firm firm)
    {
        _store = store;
        _catalogue = catalogue;
        _matters = matters;
        _assembly = new HandoverAssembly(store, catalogue);
        _sheet = new HandoverSheet(templates, firm, store.Currency);
    }

    /// <summary>Begins a handover. What the store knows fills its sections; what it does not know is left for the giver to state.</summary>
    /// <param name="request">What is handed over.</param>
    /// <param name="cancellationToken">Stops the beginning; nothing is then stored.</param>
    /// <returns>The handover.</returns>
    /// <exception cref="ClienteleException">The client is not stored (<see cref="ErrorCodes.NotFound"/>), or the giver, the receiver or the role is blank, or giver and receiver are one (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<MatterId> BeginAsync(HandoverRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.From) || string.IsNullOrWhiteSpace(request.To) || string.IsNullOrWhiteSpace(request.Role) || request.From == request.To || request.WithinDays < 0 || request.ConsultedDays < 0)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "A handover goes from one person to another, in a role at the client, within 0 or more days.");
        }

        var client = await _store.Clients.FindAsync(request.Client, cancellationToken).ConfigureAwait(false)
            ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no client {request.Client}.");
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var found = await _assembly.LinesAsync(client.Id, request.On, cancellationToken).ConfigureAwait(false);
        var details = new SortedDictionary<string, string>(found.Where(section => section.Value.Count > 0).ToDictionary(section => section.Key, section => section.Value.Count.Text()), StringComparer.Ordinal)
        {
            ["from"] = request.From, ["to"] = request.To, ["role"] = request.Role, ["due"] = request.On.AddDays(request.WithinDays).Text(), ["consulted_days"] = request.ConsultedDays.Text(),
        };
        var matter = new Matter { Id = MatterId.New(_store.Time), Client = client.Id, Type = Passings.MatterType, Title = $"{client.Name}: {request.From} → {request.To}", OpenedOn = request.On, Origin = request.Origin };
        await _matters.OpenAsync(matter, cancellationToken).ConfigureAwait(false);
        await _matters.RecordAsync(new MatterMove { Matter = matter.Id, Kind = Passings.Prepared, On = request.On, By = request.From, Details = details }, cancellationToken).ConfigureAwait(false);
        return matter.Id;
    }

    /// <summary>States what the store does not know, section by section.</summary>
    /// <param name="id">Which handover.</param>
    /// <param name="sections">The sections by name, such as <c>preferences</c>, with what is to be said; "none" says that there is nothing.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who states it.</param>
    /// <param name="cancellationToken">Stops the recording.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ClienteleException">There is no such handover (<see cref="ErrorCodes.NotFound"/>) or no such section (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public Task FillAsync(MatterId id, IReadOnlyDictionary<string, string> sections, DateOnly on, string by = "", CancellationToken cancellationToken = default) =>
        _matters.RecordAsync(new MatterMove { Matter = id, Kind = Passings.Prepared, On = on, By = by, Details = sections }, cancellationToken);

    /// <summary>Submits the file to the receiver.</summary>
    /// <param name="id">Which handover.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="cancellationToken">Stops the submitting.</param>
    /// <returns>The answer; refused with a reason for each section that is missing.</returns>
    public Task<MoveAnswer> SubmitAsync(MatterId id, DateOnly on, string by = "", CancellationToken cancellationToken = default) =>
        _matters.MoveAsync(new MatterMove { Matter = id, Kind = "core.handover_submitted", On = on, By = by }, cancellationToken);

    /// <summary>Accepts the file: from that day on the receiver is the owner in the role; before it, the giver was.</summary>
    /// <param name="id">Which handover.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who accepts it; the receiver where empty.</param>
    /// <param name="cancellationToken">Stops the accepting; nothing is then changed.</param>
    /// <returns>The answer; refused when the file was not submitted.</returns>
    public async Task<MoveAnswer> AcceptAsync(MatterId id, DateOnly on, string by = "", CancellationToken cancellationToken = default)
    {
        var details = await LatestDetails.OfAsync(_store, id, on, cancellationToken).ConfigureAwait(false);
        var (to, role) = (Passings.Of(details, "to"), Passings.Of(details, "role"));
        return await _matters.MoveTogetherAsync(
            new MatterMove { Matter = id, Kind = "core.handover_accepted", On = on, By = by.Length > 0 ? by : to },
            (batch, touchpoint) => batch.PutAsync(new Ownership(touchpoint.Client, role, to, on, Source: "handover"), cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the file back to the giver.</summary>
    /// <param name="id">Which handover.</param>
    /// <param name="on">The day.</param>
    /// <param name="because">Why; without a reason it is refused.</param>
    /// <param name="by">Who rejects it.</param>
    /// <param name="cancellationToken">Stops the rejecting.</param>
    /// <returns>The answer.</returns>
    public Task<MoveAnswer> RejectAsync(MatterId id, DateOnly on, string because, string by = "", CancellationToken cancellationToken = default) =>
        _matters.MoveAsync(new MatterMove { Matter = id, Kind = "core.handover_rejected", On = on, By = by, Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = because } }, cancellationToken);

    /// <summary>Shows a handover with its file.</summary>
    /// <param name="id">Which handover.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ClienteleException">There is no such handover on that day (<see cref="ErrorCodes.NotFound"/>).</exception>
    public async Task<HandoverFile> ShowAsync(MatterId id, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var card = await _matters.ShowAsync(id, asOf, cancellationToken).ConfigureAwait(false);
        if (card.Matter.Type != Passings.MatterType || card.Matter.OpenedOn > asOf)
        {
            throw new ClienteleException(ErrorCodes.NotFound, $"The matter {id} is no handover on {asOf.Text()}; list them with 'clientele handover list'.");
        }

        var details = await LatestDetails.OfAsync(_store, id, asOf, cancellationToken).ConfigureAwait(false);
        var lines = await _assembly.LinesAsync(card.Matter.Client, asOf, cancellationToken).ConfigureAwait(false);
        var fields = _catalogue.Kinds[Passings.Prepared].Details;
        var mandatory = card.Type.Moves.Where(move => move.On == "core.handover_submitted").SelectMany(move => move.Requires).Select(requirement => requirement.Rule).ToHashSet(StringComparer.Ordinal);
        var sections = fields.Where(field => field.Name is not ("from" or "to" or "role" or "due" or "consulted_days"))
            .Select(field => new HandoverSection(field.Name, field.Title, Passings.Of(details, field.Name), lines.GetValueOrDefault(field.Name, []), mandatory.Contains($"detail.{field.Name} != null")));
        return Line(card.Matter, card.Stage, details, await ClientAsync(card.Matter.Client, cancellationToken).ConfigureAwait(false), asOf) with { Sections = [.. sections] };
    }

    /// <summary>Writes the file as one self-contained HTML page to be printed and signed by both.</summary>
    /// <param name="id">Which handover.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ClienteleException">As <see cref="ShowAsync"/>, or the template cannot be rendered (<see cref="ErrorCodes.TemplateInvalid"/>).</exception>
    public async Task<string> SheetAsync(MatterId id, DateOnly asOf, DocumentLanguage language, CancellationToken cancellationToken = default)
    {
        var file = await ShowAsync(id, asOf, cancellationToken).ConfigureAwait(false);
        var type = _catalogue.MatterTypes[Passings.MatterType];
        var invented = await _store.Touchpoints.AnyFromAsync(InventedSource.Prefix, asOf, file.Client.Id, cancellationToken).ConfigureAwait(false) || InventedSource.Is(file.Client.Source);
        return _sheet.Render(file, type.Stages.First(stage => stage.Name == file.Stage).Title, invented, asOf, language, cancellationToken);
    }

    /// <summary>Lists the handovers as of a day, those to be accepted before the others.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The handovers, without their files.</returns>
    public async Task<IReadOnlyList<HandoverFile>> ListAsync(DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var found = new List<HandoverFile>();
        await foreach (var (matter, stage) in _matters.ListAsync(asOf, Passings.MatterType, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var details = await LatestDetails.OfAsync(_store, matter.Id, asOf, cancellationToken).ConfigureAwait(false);
            found.Add(Line(matter, stage, details, await ClientAsync(matter.Client, cancellationToken).ConfigureAwait(false), asOf));
        }

        return [.. found.OrderBy(line => line.Stage == "accepted").ThenBy(line => line.Due ?? DateOnly.MaxValue).ThenBy(line => line.Matter.Id)];
    }

    private static HandoverFile Line(Matter matter, MatterStage stage, SortedDictionary<string, string> details, Client client, DateOnly asOf)
    {
        var due = InvariantText.Day(Passings.Of(details, "due"));
        var consulted = InvariantText.Number(Passings.Of(details, "consulted_days")) ?? 0;
        var accepted = stage.Stage == "accepted";
        return new HandoverFile(
            matter, client, stage.Stage, stage.From, Passings.Of(details, "from"), Passings.Of(details, "to"), Passings.Of(details, "role"), due,
            accepted ? stage.From.AddDays(consulted) : null,
            stage is { Stage: "preparing", By: not null } ? Passings.Of(details, "reason") : "",
            !accepted && due < asOf,
            []);
    }

    private async Task<Client> ClientAsync(ClientId id, CancellationToken cancellationToken) =>
        await _store.Clients.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no client {id}.");
}
