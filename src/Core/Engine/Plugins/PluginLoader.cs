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
        var (candidates, notes) = Judge(options);
        var plan = PluginGraph.Plan(candidates);
        var loaded = Activate(plan, candidates, options, cancellationToken);
        var catalogue = Register(loaded, candidates, builtIn ?? [], check);
        return new(Infos(candidates), notes, catalogue, [.. loaded.Where(plugin => plugin.Candidate.GoesOn)]);
    }

    /// <summary>Finds and judges all plugins without loading any: the state <see cref="PluginState.Running"/> then means that nothing speaks against running it.</summary>
    /// <param name="options">Where to look.</param>
    /// <returns>The plugins, with an empty catalogue.</returns>
    public static PluginSet Inspect(PluginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (candidates, notes) = Judge(options);
        PluginGraph.Plan(candidates);
        return new(Infos(candidates), notes, Catalogue.Empty, []);
    }

    private static (List<Candidate> Candidates, List<PluginDiagnostic> Notes) Judge(PluginOptions options)
    {
        var notes = new List<PluginDiagnostic>();
        var candidates = PluginDiscovery.Find(options, notes);
        if (notes.Find(note => note.Severity == PluginSeverity.Error) is { } missing)
        {
            throw new ClienteleException(missing.Code, $"{missing.Message} {missing.Hint}");
        }

        PluginJudge.Judge(candidates, options);
        return (candidates, notes);
    }

    private static List<LoadedPlugin> Activate(List<Candidate> plan, List<Candidate> candidates, PluginOptions options, CancellationToken cancellationToken)
    {
        var loaded = new List<LoadedPlugin>();
        foreach (var candidate in plan)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                loaded.ForEach(plugin => plugin.Release());
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!PluginGraph.SkipIfStranded(candidate, candidates) && PluginActivation.Activate(candidate, options.Collectible) is { } plugin)
            {
                loaded.Add(plugin);
            }
        }

        return loaded;
    }

    // Rejecting a plugin for what it registers strands those that depend on it, so the catalogue is built again without them.
    private static Catalogue Register(List<LoadedPlugin> loaded, List<Candidate> candidates, IReadOnlyList<Registration> builtIn, RuleCheck? check)
    {
        while (true)
        {
            var going = loaded.Where(plugin => plugin.Candidate.GoesOn).ToList();
            var result = Catalogue.Build([.. builtIn, .. going.Select(plugin => plugin.Registration)], check);
            foreach (var plugin in going)
            {
                Reject(plugin.Candidate, [.. result.Problems.Where(problem => problem.OriginId == plugin.Candidate.Id)]);
            }

            if (result.Problems.FirstOrDefault(problem => builtIn.Any(registration => registration.Origin.Id == problem.OriginId)) is { } own)
            {
                throw new ClienteleException(own.Code, $"{own.Message} {own.Hint}");
            }

            PluginGraph.SkipDependents(candidates);
            if (going.TrueForAll(plugin => plugin.Candidate.GoesOn))
            {
                return result.Catalogue;
            }

            going.Where(plugin => !plugin.Candidate.GoesOn).ToList().ForEach(plugin => plugin.Release());
        }
    }

    private static void Reject(Candidate candidate, IReadOnlyList<RegistrationProblem> problems)
    {
        foreach (var problem in problems)
        {
            candidate.End(PluginState.Faulted, problem.Code, PluginStage.Configure, problem.Message, problem.Hint);
        }
    }

    private static List<PluginInfo> Infos(List<Candidate> candidates) =>
        [.. candidates.Select(candidate => candidate.ToInfo()).OrderBy(plugin => plugin.Id, StringComparer.Ordinal).ThenBy(plugin => plugin.Folder, StringComparer.Ordinal)];
}
