using Clientele.Matters;
using Clientele.Storage.Reading;

namespace Clientele;

/// <summary>Everything registered that is in order, by name: the vocabulary a run works with.</summary>
/// <remarks>
/// Immutable and thread-safe. The dictionaries enumerate in the order of registration, which is the same on every machine.
/// Holding a catalogue holds the computations of its plugins, and so keeps them from being unloaded; take the current one for each run.
/// </remarks>
public sealed class Catalogue
{
    private readonly OrderedDictionary<string, Origin> _origins = new(StringComparer.Ordinal);

    private readonly Lazy<MoveRules> _moves;

    internal Catalogue(IReadOnlyList<Registration> accepted)
    {
        _moves = new(() => new MoveRules(this));
        Origins = [.. accepted.Select(registration => registration.Origin)];
        Attributes = Index(accepted, registration => About(registration, AttributeSubject.Client), attribute => attribute.Name);
        ContactAttributes = Index(accepted, registration => About(registration, AttributeSubject.Contact), attribute => attribute.Name);
        Kinds = Index(accepted, registration => registration.Kinds, kind => kind.Name);
        MatterTypes = Index(accepted, registration => registration.MatterTypes, type => type.Name);
        Measures = Index(accepted, registration => registration.Measures, measure => measure.Name);
        Schemes = Index(accepted, registration => registration.Schemes, scheme => scheme.Name);
        Insights = Index(accepted, registration => registration.Insights, insight => insight.Name);
        Policies = Index(accepted, registration => registration.Policies, policy => policy.Name);
        Guards = Index(accepted, registration => registration.Guards, guard => guard.Name);
        Letters = Index(accepted, registration => registration.Letters, letter => letter.Name);
        Reports = Index(accepted, registration => registration.Reports, report => report.Name);
        Windows = Index(accepted, registration => registration.Windows, window => window.Name);
        TextGuards = Index(accepted, registration => registration.TextGuards, guard => guard.Name);
        Registers = Index(accepted, registration => registration.Registers, register => register.Name);
    }

    /// <summary>What the moves of matters require, compiled when first asked for.</summary>
    internal MoveRules Moves => _moves.Value;

    /// <summary>A catalogue with nothing in it.</summary>
    public static Catalogue Empty { get; } = new([]);

    /// <summary>The origins that were accepted, in order.</summary>
    public IReadOnlyList<Origin> Origins { get; }

    /// <summary>Typed properties of clients.</summary>
    public IReadOnlyDictionary<string, AttributeDefinition> Attributes { get; }

    /// <summary>Typed properties of people at clients.</summary>
    public IReadOnlyDictionary<string, AttributeDefinition> ContactAttributes { get; }

    /// <summary>Kinds of facts.</summary>
    public IReadOnlyDictionary<string, TouchpointKind> Kinds { get; }

    /// <summary>State machines.</summary>
    public IReadOnlyDictionary<string, MatterType> MatterTypes { get; }

    /// <summary>Measures.</summary>
    public IReadOnlyDictionary<string, Measure> Measures { get; }

    /// <summary>Segmentations.</summary>
    public IReadOnlyDictionary<string, Scheme> Schemes { get; }

    /// <summary>Results about the whole population.</summary>
    public IReadOnlyDictionary<string, Insight> Insights { get; }

    /// <summary>Care policies.</summary>
    public IReadOnlyDictionary<string, Policy> Policies { get; }

    /// <summary>Rules that can refuse a letter.</summary>
    public IReadOnlyDictionary<string, Guard> Guards { get; }

    /// <summary>Letters.</summary>
    public IReadOnlyDictionary<string, LetterDefinition> Letters { get; }

    /// <summary>Reports.</summary>
    public IReadOnlyDictionary<string, ReportDefinition> Reports { get; }

    /// <summary>Times in which it is wrong, or right, to propose business.</summary>
    public IReadOnlyDictionary<string, TimingWindow> Windows { get; }

    /// <summary>Words that no letter may contain.</summary>
    public IReadOnlyDictionary<string, TextGuard> TextGuards { get; }

    /// <summary>Lists of the firm's own.</summary>
    public IReadOnlyDictionary<string, RegisterDefinition> Registers { get; }

    /// <summary>Puts registrations together. An origin with a problem is left out as a whole, with all its problems, and so is one that refers to it; the rest goes on.</summary>
    /// <param name="registrations">The registrations, the core's first.</param>
    /// <param name="check">Judges the rules; <see langword="null"/> to take them as they are.</param>
    /// <returns>The catalogue and the problems.</returns>
    public static CatalogueResult Build(IReadOnlyList<Registration> registrations, RuleCheck? check = null)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        var problems = new List<RegistrationProblem>();
        var accepted = registrations;
        while (true)
        {
            // Rejecting one origin can leave another without what it refers to, so look again until nothing more falls.
            var found = new RegistrationCheck(accepted, check).Run();
            if (found.Count == 0)
            {
                return new(new Catalogue(accepted), problems);
            }

            problems.AddRange(found);
            var rejected = found.Select(problem => problem.OriginId).ToHashSet(StringComparer.OrdinalIgnoreCase);
            accepted = [.. accepted.Where(registration => !rejected.Contains(registration.Origin.Id))];
        }
    }

    /// <summary>Who registered a name.</summary>
    /// <param name="name">A registered name.</param>
    /// <returns>The origin.</returns>
    /// <exception cref="ClienteleException">Nobody registered the name (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public Origin OriginOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _origins.TryGetValue(name, out var origin)
            ? origin
            : throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered '{name}'; is the plugin that owns it running?");
    }

    /// <summary>The title under which a measure, an attribute, a touchpoint kind or a scheme is registered; a segment as <c>scheme.segment</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The title; the name itself where nobody registered it.</returns>
    public LocalizedText TitleOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Measures.GetValueOrDefault(name)?.Title
            ?? Attributes.GetValueOrDefault(name)?.Title
            ?? Kinds.GetValueOrDefault(name)?.Title
            ?? Schemes.GetValueOrDefault(name)?.Title
            ?? (name.LastIndexOf('.') is var dot and > 0 ? Schemes.GetValueOrDefault(name[..dot])?.All.FirstOrDefault(segment => segment.Name == name[(dot + 1)..])?.Title : null)
            ?? LocalizedText.Same(name.Length > 0 ? name : "–");
    }

    /// <summary>A scheme by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The scheme.</returns>
    /// <exception cref="ClienteleException">Nobody registered it (<see cref="ErrorCodes.RegistrationUnknown"/>); the message lists those there are.</exception>
    public Scheme Scheme(string name) => Schemes.TryGetValue(name, out var scheme)
        ? scheme
        : throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the scheme '{name}'; there are {string.Join(", ", Schemes.Keys)}.");

    /// <summary>An attribute of either, by its name.</summary>
    internal AttributeDefinition? Attribute(string name) => Attributes.GetValueOrDefault(name) ?? ContactAttributes.GetValueOrDefault(name);

    /// <summary>Whether a matter in a stage is over; no for a type that nobody registers now.</summary>
    internal bool IsOver(MatterInStage matter) => MatterTypes.GetValueOrDefault(matter.Matter.Type)?.Stages.FirstOrDefault(stage => stage.Name == matter.Stage.Stage)?.Final == true;

    /// <summary>A register by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The register.</returns>
    /// <exception cref="ClienteleException">Nobody registered it (<see cref="ErrorCodes.RegistrationUnknown"/>); the message lists those there are.</exception>
    public RegisterDefinition Register(string name) => Registers.TryGetValue(name, out var register)
        ? register
        : throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the register '{name}'; there are {string.Join(", ", Registers.Keys)}.");

    /// <summary>The kinds meant by some names and by some roles together.</summary>
    internal HashSet<string> KindsOf(IReadOnlyList<string> names, TouchpointRoles roles) =>
        [.. names, .. Kinds.Values.Where(kind => (kind.Roles & roles) != TouchpointRoles.None).Select(kind => kind.Name)];

    private static IReadOnlyList<AttributeDefinition> About(Registration registration, AttributeSubject subject) => [.. registration.Attributes.Where(attribute => attribute.About == subject)];

    private OrderedDictionary<string, T> Index<T>(IReadOnlyList<Registration> accepted, Func<Registration, IReadOnlyList<T>> section, Func<T, string> name)
    {
        var index = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var registration in accepted)
        {
            foreach (var item in section(registration))
            {
                index.Add(name(item), item);
                _origins.TryAdd(name(item), registration.Origin);
            }
        }

        return index;
    }
}
