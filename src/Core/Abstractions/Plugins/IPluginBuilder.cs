using Microsoft.Extensions.DependencyInjection;

namespace Clientele;

/// <summary>Receives what a plugin or a practice registers, and reads like its table of contents.</summary>
/// <remarks>
/// Supplied by the framework and by test kits. Every name must begin with <see cref="Prefix"/> and a dot. Nothing is checked until <see cref="IPlugin.Configure"/> returns;
/// then a duplicate, an unknown reference or a rule that does not compile rejects the whole plugin with all its problems listed.
/// Members may be added in a minor version, always with an implementation. Not thread-safe.
/// </remarks>
public interface IPluginBuilder
{
    /// <summary>The prefix of the plugin's names, as its manifest states it.</summary>
    string Prefix { get; }

    /// <summary>Services of the plugin's own, for its computations.</summary>
    IServiceCollection Services { get; }

    /// <summary>Registers typed properties of clients.</summary>
    /// <param name="attributes">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Attributes(params IReadOnlyList<AttributeDefinition> attributes);

    /// <summary>Registers kinds of facts.</summary>
    /// <param name="kinds">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder TouchpointKinds(params IReadOnlyList<TouchpointKind> kinds);

    /// <summary>Registers state machines.</summary>
    /// <param name="types">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder MatterTypes(params IReadOnlyList<MatterType> types);

    /// <summary>Registers measures.</summary>
    /// <param name="measures">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Measures(params IReadOnlyList<Measure> measures);

    /// <summary>Registers segmentations.</summary>
    /// <param name="schemes">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Schemes(params IReadOnlyList<Scheme> schemes);

    /// <summary>Registers results about the whole population.</summary>
    /// <param name="insights">The definitions.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NotSupportedException">The host is older than insights.</exception>
    IPluginBuilder Insights(params IReadOnlyList<Insight> insights) => throw new NotSupportedException("This host takes no insights yet.");

    /// <summary>Registers care policies.</summary>
    /// <param name="policies">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Policies(params IReadOnlyList<Policy> policies);

    /// <summary>Registers rules that can refuse a letter.</summary>
    /// <param name="guards">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Guards(params IReadOnlyList<Guard> guards);

    /// <summary>Registers letters.</summary>
    /// <param name="letters">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Letters(params IReadOnlyList<LetterDefinition> letters);

    /// <summary>Registers reports.</summary>
    /// <param name="reports">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Reports(params IReadOnlyList<ReportDefinition> reports);
}
