using Microsoft.Extensions.DependencyInjection;

namespace Clientele;

/// <summary>All that one origin registers, not yet checked against what others register.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="RegistrationBuilder"/>, which copies every collection, so that of a plugin's own types only its computations and its services stay referenced.</remarks>
public sealed record Registration
{
    /// <summary>Who registers.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The ids of the origins whose names it may refer to, besides the core's and its own; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? Requires { get; init; }

    /// <summary>Typed properties of clients and of people.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes { get; init; } = [];

    /// <summary>Kinds of facts.</summary>
    public IReadOnlyList<TouchpointKind> Kinds { get; init; } = [];

    /// <summary>State machines.</summary>
    public IReadOnlyList<MatterType> MatterTypes { get; init; } = [];

    /// <summary>Measures.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Segmentations.</summary>
    public IReadOnlyList<Scheme> Schemes { get; init; } = [];

    /// <summary>Results about the whole population.</summary>
    public IReadOnlyList<Insight> Insights { get; init; } = [];

    /// <summary>Care policies.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>Rules that can refuse a letter.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>Letters.</summary>
    public IReadOnlyList<LetterDefinition> Letters { get; init; } = [];

    /// <summary>Reports.</summary>
    public IReadOnlyList<ReportDefinition> Reports { get; init; } = [];

    /// <summary>Times in which it is wrong, or right, to propose business.</summary>
    public IReadOnlyList<TimingWindow> Windows { get; init; } = [];

    /// <summary>Words that no letter may contain.</summary>
    public IReadOnlyList<TextGuard> TextGuards { get; init; } = [];

    /// <summary>Lists of the firm's own.</summary>
    public IReadOnlyList<RegisterDefinition> Registers { get; init; } = [];

    /// <summary>What is to be done to stored data, the oldest first.</summary>
    public IReadOnlyList<DataMigration> Migrations { get; init; } = [];

    /// <summary>The origin's own services.</summary>
    public IReadOnlyList<ServiceDescriptor> Services { get; init; } = [];

    /// <summary>Says where a problem lies. A built-in registration that has this is left out with a diagnostic; one without it stops the opening.</summary>
    internal Func<RegistrationProblem, string>? Explain { get; init; }
}
