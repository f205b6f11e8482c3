namespace Clientele;

/// <summary>The C# part of an <see cref="Insight"/>, supplied by a plugin or a practice.</summary>
/// <remarks>
/// The framework calls <see cref="ComputeAsync"/> once per request, on a thread of its own and within a deadline; requests may overlap, so an implementation keeps no state.
/// It may throw: the insight then has no result, with the error as its reason. The instance lives as long as the plugin; nobody disposes it.
/// </remarks>
public interface IInsightComputation
{
    /// <summary>Computes the insight.</summary>
    /// <param name="input">The facts of the population, as of a day.</param>
    /// <param name="cancellationToken">Stops the computing, at the deadline or for the caller's reasons.</param>
    /// <returns>What was found, or a refusal with its reason.</returns>
    ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken);
}

/// <summary>What an insight may read: what it declared, streamed, as of a day.</summary>
/// <remarks>Supplied by the framework and by test kits; valid only during the call it is given to. Not thread-safe. Every stream may be read more than once, and gives the same rows in the same order.</remarks>
public interface IInsightInput
{
    /// <summary>The as-of day.</summary>
    DateOnly AsOf { get; }

    /// <summary>The ISO 4217 code of every amount.</summary>
    string Currency { get; }

    /// <summary>The value of a declared setting: what was asked for, or what the operator set, or its default.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="setting">A setting that the insight declares in <see cref="Insight.Settings"/>. The measures, attributes and schemes that a <see cref="NamesSetting"/> names may be read as if they were declared.</param>
    /// <returns>The value, always one that the setting allows.</returns>
    T Setting<T>(Setting<T> setting) => Require.Some(setting).Default;

    /// <summary>The title under which a measure, an attribute, a touchpoint kind or a scheme is registered; a segment as <c>scheme.segment</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The title; the name itself where nobody registered it.</returns>
    LocalizedText Title(string name) => LocalizedText.Same(name);

    /// <summary>The segments of a scheme, in its order.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The names of the segments; none where nobody registered the scheme.</returns>
    IReadOnlyList<string> Segments(string scheme) => [];

    /// <summary>The roles of a touchpoint kind.</summary>
    /// <param name="kind">The kind, such as that of a <see cref="ClientMonth"/>.</param>
    /// <returns>Its roles; none where nobody registered it.</returns>
    TouchpointRoles Roles(string kind) => TouchpointRoles.None;

    /// <summary>The measures with an <see cref="Measure.Indicator"/>, in the order of registration, where the insight declares that it <see cref="Insight.ReadsIndicators"/>.</summary>
    IReadOnlyList<IndicatorMeasure> Indicators => [];

    /// <summary>Who registered something beside the core, with the tags that the manifests state: the running plugins and the application.</summary>
    IReadOnlyList<TaggedPart> Parts => [];

    /// <summary>Streams all clients with the declared measures, attributes and segments, in the order of ids.</summary>
    /// <param name="asOf">The day; the input's own by default, an earlier one to compare with. Segments are those stored for that day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The clients; each row is valid until the next is read.</returns>
    IAsyncEnumerable<InsightClient> ClientsAsync(DateOnly? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Streams all people with the declared attributes (<see cref="Insight.ContactReads"/>), in the order of clients, then of ids.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The people, without their names; each is valid until the next is read.</returns>
    IAsyncEnumerable<ContactFacts> ContactsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ContactFacts>();

    /// <summary>Streams the sums of the declared kinds by client, calendar month and kind, in the order of clients, then of days.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The sums; the month of the as-of day counts up to that day.</returns>
    IAsyncEnumerable<ClientMonth> MonthsAsync(CancellationToken cancellationToken = default);

    /// <summary>Streams the touchpoints of the declared kinds up to the day, corrections applied, in the order of clients, then of days, then of ids.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoints.</returns>
    IAsyncEnumerable<Touchpoint> TouchpointsAsync(CancellationToken cancellationToken = default);

    /// <summary>Streams the memberships in a declared scheme that were in force on any day of a period, in the order of clients, then of days.</summary>
    /// <param name="scheme">A declared scheme.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The memberships, without their reasons.</returns>
    IAsyncEnumerable<Membership> MembershipsAsync(string scheme, DateOnly first, DateOnly last, CancellationToken cancellationToken = default);

    /// <summary>Streams the follow-ups due in a period that are open or done, in the order of clients, then of due days; for an insight that declares <see cref="Insight.FollowUps"/>.</summary>
    /// <param name="first">The first due day.</param>
    /// <param name="last">The last due day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups, with the title of the policy and the day on which each was done.</returns>
    /// <exception cref="NotSupportedException">The host is older than follow-ups in insights.</exception>
    IAsyncEnumerable<AskedFollowUp> FollowUpsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) => throw new NotSupportedException("This host gives no follow-ups to insights.");

    /// <summary>Streams the matters of the declared types that were opened by the day, in the order of ids.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The matters, with the stages they went through up to the day.</returns>
    /// <exception cref="NotSupportedException">Whoever supplies the input keeps no matters.</exception>
    IAsyncEnumerable<InsightMatter> MattersAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException("This input has no matters.");

    /// <summary>Streams the entries of a declared register that are in force on a day, in the order of their keys.</summary>
    /// <param name="name">A declared register.</param>
    /// <param name="asOf">The day; the input's own by default.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="NotSupportedException">Whoever supplies the input keeps no registers.</exception>
    IAsyncEnumerable<RegisterEntry> RegisterAsync(string name, DateOnly? asOf = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("This input has no registers.");
}

/// <summary>A client's values, as an insight reads them.</summary>
/// <param name="id">The client.</param>
/// <param name="since">The day since which the client is known.</param>
/// <param name="number">Gives the number of a declared name, or <see langword="null"/>.</param>
/// <param name="text">Gives the text of a declared attribute, or <see langword="null"/>.</param>
/// <param name="segment">Gives the segment of a declared scheme, or <see langword="null"/>.</param>
public sealed class InsightClient(ClientId id, DateOnly since, Func<string, decimal?> number, Func<string, string?> text, Func<string, string?> segment)
{
    /// <summary>The client.</summary>
    public ClientId Id { get; } = id;

    /// <summary>The day since which the client is known.</summary>
    public DateOnly Since { get; } = since;

    /// <summary>The number of a measure or a numeric attribute.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The number; <see langword="null"/> when it is missing.</returns>
    public decimal? Number(string name) => number(name);

    /// <summary>The text of an attribute.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The text; <see langword="null"/> when it is missing.</returns>
    public string? Text(string name) => text(name);

    /// <summary>The segment of a scheme.</summary>
    /// <param name="scheme">A declared scheme.</param>
    /// <returns>The segment's name; <see langword="null"/> when the client is in none.</returns>
    public string? Segment(string scheme) => segment(scheme);
}

/// <summary>A follow-up as an insight reads it.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Title">The title of its policy.</param>
/// <param name="DoneOn">The day on which it was done; <see langword="null"/> while it is open.</param>
public sealed record AskedFollowUp(FollowUp FollowUp, LocalizedText Title, DateOnly? DoneOn);

/// <summary>A client's touchpoints of one kind in one calendar month, summed up.</summary>
/// <param name="Client">The client.</param>
/// <param name="Kind">The kind.</param>
/// <param name="First">The day of the first.</param>
/// <param name="Last">The day of the last.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">The sum of their amounts.</param>
public readonly record struct ClientMonth(ClientId Client, string Kind, DateOnly First, DateOnly Last, long Count, decimal Amount);

/// <summary>A matter, as an insight reads it.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Type">Its type as registered now.</param>
/// <param name="Stages">The stages it went through up to the day, in order.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InsightMatter(Matter Matter, MatterType Type, IReadOnlyList<MatterStage> Stages)
{
    /// <summary>Whether it is over.</summary>
    public bool Over => Is(Stages[^1], stage => stage.Final);

    /// <summary>Whether it reached a stage that is a success, such as an order won.</summary>
    public bool Succeeded => Stages.Any(stage => Is(stage, known => known.Success));

    private bool Is(MatterStage stage, Func<Stage, bool> holds) => Type.Stages.Any(known => known.Name == stage.Stage && holds(known));
}
