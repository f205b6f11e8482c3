namespace Clientele.Plugins;

/// <summary>The stages from a folder to a running plugin, over what the core registers.</summary>
internal sealed class PluginPipeline(PluginOptions options, IReadOnlyList<Registration> builtIn, RuleCheck? check, ShadowStore? shadow)
{
    public PluginOptions Options => options;

    public IReadOnlyList<Registration> BuiltIn => builtIn;

    /// <summary>Finds and judges everything, without running any of it.</summary>
    public (List<Candidate> Candidates, List<PluginDiagnostic> Notes) Judge()
    {
        var notes = new List<PluginDiagnostic>();
        var candidates = PluginDiscovery.Find(options, notes);
        if (notes.Find(note => note.Severity == PluginSeverity.Error) is { } missing)
        {
            throw new ClienteleException(missing.Code, $"{missing.Message} {missing.Hint}");
        }

        candidates.ForEach(Stage);
        PluginJudge.Judge(candidates, options);
        foreach (var section in options.Settings.Keys.Where(section => !section.StartsWith("application.", StringComparison.OrdinalIgnoreCase) && !candidates.Exists(candidate => string.Equals(candidate.Id, section, StringComparison.OrdinalIgnoreCase))))
        {
            notes.Add(new(PluginCodes.SettingUnknown, PluginSeverity.Warning, PluginStage.Discover, section, "There are settings for it, and no such plugin was found.", "Look for a typing error in the id, or remove the settings."));
        }

        return (candidates, notes);
    }

    /// <summary>Loads what was judged to be in order, and puts together what it registers.</summary>
    public PluginSnapshot Load(CancellationToken cancellationToken)
    {
        var (candidates, notes) = Judge();
        var loaded = new List<LoadedPlugin>();
        foreach (var candidate in PluginGraph.Plan(candidates))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                loaded.ForEach(plugin => plugin.Release());
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!PluginGraph.SkipIfStranded(candidate, candidates) && PluginActivation.Activate(candidate, loaded, options) is { } plugin)
            {
                loaded.Add(plugin);
            }
        }

        return Register(loaded, candidates, notes);
    }

    /// <summary>Builds the catalogue. Rejecting a plugin for what it registers strands those that depend on it, so it is built again without them.</summary>
    public PluginSnapshot Register(IReadOnlyList<LoadedPlugin> loaded, IReadOnlyList<Candidate> candidates, IReadOnlyList<PluginDiagnostic> notes)
    {
        while (true)
        {
            var going = loaded.Where(plugin => plugin.Candidate.GoesOn).ToList();
            var result = Catalogue.Build([.. builtIn, .. going.Select(plugin => plugin.Registration)], check);
            if (result.Problems.FirstOrDefault(problem => builtIn.Any(registration => registration.Origin.Id == problem.OriginId && registration.Explain is null)) is { } own)
            {
                throw new ClienteleException(own.Code, $"{own.Message} {own.Hint}");
            }

            foreach (var problem in result.Problems)
            {
                going.Find(plugin => plugin.Id == problem.OriginId)?.Candidate.End(PluginState.Faulted, problem.Code, PluginStage.Configure, problem.Message, problem.Hint);
            }

            PluginGraph.SkipDependents(candidates);
            if (going.TrueForAll(plugin => plugin.Candidate.GoesOn))
            {
                return new(candidates, [.. notes, .. LeftOut(result)], going, result.Catalogue);
            }

            going.Where(plugin => !plugin.Candidate.GoesOn).ToList().ForEach(plugin => plugin.Release());
        }
    }

    /// <summary>Loads a new generation of one plugin beside the running one; what went wrong, if anything did, is in the candidate.</summary>
    /// <param name="old">The generation that runs.</param>
    /// <param name="now">The others it has to fit among.</param>
    /// <param name="leaving">The generations that will be replaced as well, so that it need not fit among these.</param>
    public (Candidate Fresh, LoadedPlugin? Plugin) LoadAgain(Candidate old, PluginSnapshot now, IReadOnlyList<Candidate> leaving)
    {
        var fresh = PluginDiscovery.FindAgain(old);
        Candidate[] all = [.. now.Candidates.Where(candidate => candidate != old && candidate.Folder != fresh.Folder), fresh];
        Stage(fresh);
        PluginJudge.JudgeAgain(fresh, all, options);
        if (fresh.Manifest is { } manifest && (manifest.Id != old.Id || all.Any(other => other != fresh && other.GoesOn && other.Manifest!.Prefix == manifest.Prefix)))
        {
            fresh.End(PluginState.Rejected, PluginCodes.IdClaimedTwice, PluginStage.Validate, $"Its id or its prefix is now another plugin's ('{manifest.Id}', '{manifest.Prefix}').", "Keep the id and the prefix of a plugin for its whole life.");
        }

        PluginGraph.Replace(fresh, all);
        var plugin = fresh.GoesOn ? PluginActivation.Activate(fresh, now.Loaded, options) : null;
        if (plugin is not null)
        {
            Fit(plugin, now.Loaded.Where(other => other.Candidate != old && !leaving.Contains(other.Candidate)));
        }

        return (fresh, plugin);
    }

    // What the new generation registers must be in order, and must not take from others what they refer to.
    private void Fit(LoadedPlugin fresh, IEnumerable<LoadedPlugin> others)
    {
        var result = Catalogue.Build([.. builtIn, .. others.Select(other => other.Registration), fresh.Registration], check);
        foreach (var problem in result.Problems.Where(problem => builtIn.All(registration => registration.Origin.Id != problem.OriginId || registration.Explain is null)))
        {
            fresh.Candidate.End(PluginState.Faulted, problem.Code, PluginStage.Configure, problem.Message, problem.Hint);
        }
    }

    private IEnumerable<PluginDiagnostic> LeftOut(CatalogueResult result) =>
        from problem in result.Problems
        from registration in builtIn
        where registration.Origin.Id == problem.OriginId && registration.Explain is not null
        select new PluginDiagnostic(problem.Code, PluginSeverity.Error, PluginStage.Configure, problem.OriginId, registration.Explain!(problem), "");

    private void Stage(Candidate candidate)
    {
        if (shadow is null)
        {
            return;
        }

        try
        {
            (candidate.Files, candidate.Hashes) = shadow.Copy(candidate.Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            candidate.End(PluginState.Rejected, PluginCodes.CopyFailed, PluginStage.Validate, $"It cannot be copied: {error.Message}", "Put plain files only into its folder, and let the host read them.");
        }
    }
}
