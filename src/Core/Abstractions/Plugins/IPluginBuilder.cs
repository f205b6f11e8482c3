using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

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

    /// <summary>The plugin's own log, whose category is its id. It may be kept, by a computation for instance: what is logged leaves the plugin as text.</summary>
    ILogger Logger => NullLogger.Instance;

    /// <summary>The level of the contract's vocabulary that was agreed on: the highest that both the host offers and the manifest's <c>apiLevels</c> list.</summary>
    /// <value>1 where the manifest lists none.</value>
    int ApiLevel => 1;

    /// <summary>A text that the plugin keeps in its files <c>texts/en.json</c> and <c>texts/zh-CN.json</c>, for translators to work on.</summary>
    /// <param name="key">The key in both files; not blank.</param>
    /// <returns>The text. Where one language lacks it, the other's words; where both do, the key. What is missing is a warning (<c>PLG6006</c>).</returns>
    LocalizedText Text(string key) => LocalizedText.Same(key);

    /// <summary>Declares a setting and reads it.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="setting">Its name, bounds and default.</param>
    /// <returns>What the operator set; the default where nothing is set, or where what is set is not allowed: the plugin is then turned down after <see cref="IPlugin.Configure"/>, with every such setting listed.</returns>
    /// <exception cref="ClienteleException">The default is not within the bounds, or the setting was declared already.</exception>
    /// <remarks>Settings are read once. When an operator changes one, the plugin is loaded again with the new value, and goes on with the old one if the new one is not allowed.</remarks>
    /// <example><code>var months = builder.Setting(new WholeSetting { Name = "visit_months", Title = new("Months between visits", "回访间隔（月）"), Default = 3, Least = 1, Most = 24 });</code></example>
    T Setting<T>(Setting<T> setting) => Require.Some(setting).Default;

    /// <summary>Registers typed properties of clients and of their people.</summary>
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

    /// <summary>Registers times in which it is wrong, or right, to propose business.</summary>
    /// <param name="windows">The definitions.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NotSupportedException">The host is older than windows.</exception>
    IPluginBuilder Windows(params IReadOnlyList<TimingWindow> windows) => throw new NotSupportedException("This host knows no timing windows yet.");

    /// <summary>Registers words that no letter may contain.</summary>
    /// <param name="guards">The definitions.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NotSupportedException">The host is older than guards of texts.</exception>
    IPluginBuilder TextGuards(params IReadOnlyList<TextGuard> guards) => throw new NotSupportedException("This host guards no texts yet.");

    /// <summary>Registers letters.</summary>
    /// <param name="letters">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Letters(params IReadOnlyList<LetterDefinition> letters);

    /// <summary>Registers reports.</summary>
    /// <param name="reports">The definitions.</param>
    /// <returns>The builder.</returns>
    IPluginBuilder Reports(params IReadOnlyList<ReportDefinition> reports);

    /// <summary>Registers lists of the firm's own that are about no one client; see <see cref="RegisterDefinition"/>.</summary>
    /// <param name="registers">The definitions.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NotSupportedException">The host is older than registers.</exception>
    IPluginBuilder Registers(params IReadOnlyList<RegisterDefinition> registers) => throw new NotSupportedException("This host keeps no registers yet.");

    /// <summary>Registers what is to be done to stored data when the plugin is updated; see <see cref="DataMigration"/>.</summary>
    /// <param name="migrations">All migrations the plugin ever had, the oldest first.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NotSupportedException">The host runs no migrations.</exception>
    IPluginBuilder Migrations(params IReadOnlyList<DataMigration> migrations) => throw new NotSupportedException("This host runs no migrations.");
}
