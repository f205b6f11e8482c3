namespace Clientele.Plugins;

/// <summary>Finds plugins on disk, judges them, and loads those that are in order, each into its own world of assemblies.</summary>
/// <remarks>Thread-safe: every call loads anew. A plugin that fails is reported by id and code, what depends on it is skipped, and the rest goes on.</remarks>
public static class PluginLoader
{
    /// <summary>Loads all plugins and puts what they register together with the core's registrations.</summary>
    /// <param name="options">Where to look and how to load.</param>
    /// <param name="builtIn">What the core and the application register.</param>
    /// <param name="check">Judges rules; <see langword="null"/> to take them as they are.</param>
    /// <param name="cancellationToken">Stops between two plugins; those already loaded are let go.</param>
    /// <returns>The plugins and the catalogue.</returns>
    /// <exception cref="ClienteleException">A built-in registration is not in order, or a required directory is missing.</exception>
    /// <example>
    /// <code>
    /// var plugins = PluginLoader.Load(new PluginOptions { Directories = ["plugins"] }, [core]);
    /// foreach (var diagnostic in plugins.Diagnostics) Console.Error.WriteLine(diagnostic);
    /// </code>
    /// </example>
    public static PluginSet Load(PluginOptions options, IReadOnlyList<Registration>? builtIn = null, RuleCheck? check = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var shadow = options.ShadowDirectory is { } directory ? new ShadowStore(directory) : null;
        try
        {
            var pipeline = new PluginPipeline(options, builtIn ?? [], check, shadow);
            var set = new PluginSet(pipeline, pipeline.Load(cancellationToken), shadow);
            shadow = null;
            return set;
        }
        finally
        {
            shadow?.Dispose();
        }
    }

    /// <summary>Finds and judges all plugins without loading any: the state <see cref="PluginState.Running"/> then means that nothing speaks against running it.</summary>
    /// <param name="options">Where to look; nothing is copied.</param>
    /// <returns>The plugins, with an empty catalogue.</returns>
    /// <exception cref="ClienteleException">A required directory is missing.</exception>
    public static PluginSet Inspect(PluginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var pipeline = new PluginPipeline(options, [], check: null, shadow: null);
        var (candidates, notes) = pipeline.Judge();
        PluginGraph.Plan(candidates);
        return new(pipeline, new(candidates, notes, [], Catalogue.Empty), shadow: null);
    }
}
