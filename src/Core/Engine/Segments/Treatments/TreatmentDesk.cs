using Clientele.Analysis.Allocation;
using Clientele.Measures;
using Clientele.Storage;

namespace Clientele.Segments;

/// <summary>A request for units of something scarce.</summary>
/// <param name="Client">Who asks.</param>
/// <param name="At">When.</param>
/// <param name="Units">How many.</param>
public sealed record UnitRequest(ClientId Client, DateTimeOffset At, int Units);

/// <summary>What a client gets of scarce capacity, beside what was booked on it.</summary>
/// <param name="Client">Who.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="Planned">The capacity it gets, in the unit that was divided.</param>
/// <param name="Booked">What was booked on it; <see langword="null"/> when no measure was asked for or it has no value.</param>
public sealed record ClientCapacity(ClientId Client, string Segment, decimal Planned, decimal? Booked)
{
    /// <summary>What was booked beyond the plan; negative below it.</summary>
    public decimal? Beyond => Booked - Planned;
}

/// <summary>Capacity divided among the clients of a scheme.</summary>
/// <param name="Segments">What each segment gets; together exactly what there was.</param>
/// <param name="Clients">What each client gets, by id; together exactly what its segment gets.</param>
public sealed record CapacityPlan(IReadOnlyList<CapacityShare> Segments, IReadOnlyList<ClientCapacity> Clients);

/// <summary>Applies what belonging to a segment means: shares of scarce capacity, early information, priority.</summary>
/// <remarks>Thread-safe. Reads memberships as of a day and changes nothing.</remarks>
public sealed class TreatmentDesk
{
    private const decimal Unit = 0.01m;

    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly MeasureReader _measures;

    internal TreatmentDesk(Store store, Catalogue catalogue, MeasureReader measures)
    {
        _store = store;
        _catalogue = catalogue;
        _measures = measures;
    }

    /// <summary>Divides capacity, such as hours, among the segments by weight within floors and caps, and evenly among the clients of a segment.</summary>
    /// <param name="scheme">The scheme whose treatments say the weights.</param>
    /// <param name="total">What there is to divide, in hours or money.</param>
    /// <param name="asOf">The day of the memberships.</param>
    /// <param name="booked">The measure that says what was booked, such as <c>core.service_hours_12m</c>; empty for none.</param>
    /// <param name="cancellationToken">Stops the dividing.</param>
    /// <returns>The plan, to a hundredth, adding up exactly (largest remainders), or why there is none.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>) or the measure (<see cref="ErrorCodes.ExpressionInvalid"/>).</exception>
    public async Task<Finding<CapacityPlan>> DivideAsync(string scheme, decimal total, DateOnly asOf, string booked = "", CancellationToken cancellationToken = default)
    {
        var known = _catalogue.Scheme(scheme);
        var members = await _store.Memberships.OfSchemeAsync(scheme, asOf, cancellationToken).Select(member => (member.Client, member.Segment)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var classes = known.All.Select(segment =>
        {
            var treatment = known.Treatments.GetValueOrDefault(segment.Name) ?? new Treatment();
            return new CapacityClass(segment.Name, members.Count(member => member.Segment == segment.Name), treatment.CapacityWeight, treatment.CapacityFloor, treatment.CapacityCap);
        }).ToList();
        var shares = Capacity.Allocate(total, classes, Unit);
        if (!shares.IsKnown)
        {
            return Finding.Refused<CapacityPlan>(shares.Refusal);
        }

        var hours = booked.Length == 0 ? null : await _measures.OfAllAsync(booked, asOf, cancellationToken).ToDictionaryAsync(pair => pair.Key, pair => pair.Value, cancellationToken: cancellationToken).ConfigureAwait(false);
        var clients = new List<ClientCapacity>();
        foreach (var share in shares.Value)
        {
            var (least, more) = Even(share);
            foreach (var (client, place) in members.Where(member => member.Segment == share.Name).Select((member, place) => (member.Client, place)))
            {
                clients.Add(new ClientCapacity(client, share.Name, least + (place < more ? Unit : 0), hours is not null && hours.TryGetValue(client, out var number) ? number : null));
            }
        }

        return Finding.Of(new CapacityPlan(shares.Value, [.. clients.OrderBy(client => client.Client)]));
    }

    /// <summary>The first day a client sees what is launched on a day.</summary>
    /// <param name="client">The client.</param>
    /// <param name="scheme">The scheme whose treatments say how long before.</param>
    /// <param name="launch">The launch, whose memberships count.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The day; the launch itself for a client without an entitlement.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public async Task<DateOnly> VisibleFromAsync(ClientId client, string scheme, DateOnly launch, CancellationToken cancellationToken = default) =>
        launch.AddDays(-(await OfAsync(client, scheme, launch, cancellationToken).ConfigureAwait(false)).LeadDays);

    /// <summary>What belonging to its segment means for a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The treatment; one without any entitlement when its segment has none or it is in no segment.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public async Task<Treatment> OfAsync(ClientId client, string scheme, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var known = _catalogue.Scheme(scheme);
        var membership = (await _store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false)).FirstOrDefault(membership => membership.Scheme == scheme);
        return membership is null ? new Treatment() : known.Treatments.GetValueOrDefault(membership.Segment) ?? new Treatment();
    }

    /// <summary>Gives out scarce units: clients of segments with a higher priority first, then by time of request.</summary>
    /// <param name="scheme">The scheme whose treatments say the priorities.</param>
    /// <param name="units">How many there are.</param>
    /// <param name="requests">Who asks, each client once.</param>
    /// <param name="asOf">The day of the memberships.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What each gets with its place in the order of service, or why nothing is given out.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public async Task<Finding<IReadOnlyList<Ration>>> GiveAsync(string scheme, int units, IReadOnlyList<UnitRequest> requests, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var asked = new List<RationRequest>();
        foreach (var request in requests)
        {
            var treatment = await OfAsync(request.Client, scheme, asOf, cancellationToken).ConfigureAwait(false);
            asked.Add(new RationRequest(request.Client.ToString(), treatment.Priority, request.At, request.Units));
        }

        return Rationing.Give(units, asked);
    }

    // What a segment gets is divided to a hundredth; the first clients by id take what is left over.
    private static (decimal Least, int More) Even(CapacityShare share)
    {
        if (share.Clients == 0)
        {
            return (0, 0);
        }

        var least = decimal.Floor(share.Hours / share.Clients / Unit) * Unit;
        return (least, (int)((share.Hours - (least * share.Clients)) / Unit));
    }
}
