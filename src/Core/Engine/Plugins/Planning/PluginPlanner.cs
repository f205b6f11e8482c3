using Clientele.Care;
using Clientele.Storage;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele.Plugins;

/// <summary>Says what installing, updating or removing plugins would do to a workspace, and does it.</summary>
/// <param name="options">The workspace: its database, its plugin directories, how it loads them.</param>
/// <param name="store">The directory that is installed into and removed from; one of the plugin directories, whether it exists yet or not.</param>
/// <param name="time">Gives the instant at which a migration is recorded.</param>
/// <remarks>
/// A plan is made by doing everything for real: the plugins are loaded aside, each after it was judged as always, and the migrations run in a transaction that is then taken back.
/// So it is exact, takes as long as applying it, and waits while somebody else writes; it changes neither the database nor the store. Not thread-safe; any number of planners may work beside each other.
/// </remarks>
/// <example>
/// <code>
/// var planner = new PluginPlanner(options, "workspace/plugins", TimeProvider.System);
/// var plan = await planner.PlanAsync(new PluginRequest { Packages = ["acme.garden.2.0.0.nupkg"] });
/// if (plan.IsApplicable &amp;&amp; !plan.NeedsAcceptance)
/// {
///     await planner.ApplyAsync(new PluginRequest { Packages = ["acme.garden.2.0.0.nupkg"] }, planned: plan.Fingerprint);
/// }
/// </code>
/// </example>
public sealed class PluginPlanner(ClienteleOptions options, string store, TimeProvider time)
{
    private readonly TemplateEngine _rules = new(new TemplateOptions());

    /// <summary>Says what a request would do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the planning; nothing was changed.</param>
    /// <returns>The plan; what speaks against it is in <see cref="PluginPlan.Refusals"/>.</returns>
    /// <exception cref="ClienteleException">The database cannot be opened, or somebody else keeps writing to it.</exception>
    public Task<PluginPlan> PlanAsync(PluginRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, end: null, cancellationToken);

    /// <summary>Does what a request asks for: the migrations in one transaction, and the files with it. When anything fails, nothing was done.</summary>
    /// <param name="request">The request.</param>
    /// <param name="accept">Whether what would be lost, or would stop running, is accepted.</param>
    /// <param name="planned">The fingerprint of the plan that was looked at; <see langword="null"/> to apply whatever is found now.</param>
    /// <param name="cancellationToken">Stops it before it is done; nothing was changed.</param>
    /// <returns>The plan as it was carried out.</returns>
    /// <exception cref="ClienteleException">The plan cannot be applied (the code of its first refusal), has changed since (<c>PLG7007</c>), or needs to be accepted (<c>PLG7006</c>).</exception>
    public Task<PluginPlan> ApplyAsync(PluginRequest request, bool accept = false, string? planned = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            request,
            async (plan, packages, batch, token) =>
            {
                Check(plan, accept, planned);
                await new PlanExecution(store, Loading(null), Load).RunAsync(packages, batch, token).ConfigureAwait(false);
                foreach (var id in request.Remove)
                {
                    // Those that need it are removed as well, or it would have been refused.
                    new PluginStore(store, Loading(null)).Uninstall(id, withDependents: true);
                }
            },
            cancellationToken);

    // How it ends when it is applied; a plan ends by taking everything back.
    private async Task<PluginPlan> RunAsync(PluginRequest request, Func<PluginPlan, IReadOnlyList<CandidatePackage>, StoreBatch, CancellationToken, Task>? end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var packages = await CandidatePackages.OpenAsync(request.Packages, store, Loading(null), cancellationToken).ConfigureAwait(false);
        using var database = new PlannedDatabase(options, mayMake: end is not null);
        var opened = await Store.OpenAsync(database.Options, time, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            // Begun first, so that what is planned is still so when it is applied.
            var batch = await opened.BeginAsync(cancellationToken).ConfigureAwait(false);
            await using (batch.ConfigureAwait(false))
            {
                var before = Load(Loading(null), cancellationToken);
                await using (before.ConfigureAwait(false))
                {
                    var after = Load(Loading(new(store, [.. packages.Packages.Select(package => (package.Manifest.Id, package.Folder))], request.Remove)), cancellationToken);
                    await using (after.ConfigureAwait(false))
                    {
                        var plan = await new PlanMaking(request, packages, before, after, store, Loading(null)).RunAsync(batch, cancellationToken).ConfigureAwait(false);
                        if (end is not null)
                        {
                            await end(plan, InOrder(packages, after), batch, cancellationToken).ConfigureAwait(false);
                        }

                        return plan;
                    }
                }
            }
        }
    }

    private static void Check(PluginPlan plan, bool accept, string? planned)
    {
        if (planned is not null && planned != plan.Fingerprint)
        {
            throw new ClienteleException(PluginCodes.PlanOutdated, $"This is no longer the plan {planned}: the plugins or the data have changed since, and it is now {plan.Fingerprint}. Look at the new plan, then apply that.");
        }

        if (plan.Refusals is [var refusal, ..])
        {
            throw new ClienteleException(refusal.Code, $"{refusal.PluginId}: {refusal.Message} {refusal.Hint}".TrimEnd());
        }

        if (plan.NeedsAcceptance && !accept)
        {
            throw new ClienteleException(PluginCodes.NotAccepted, "Something would be lost or stop running; look at the plan, and apply it with --accept if that is what you want.");
        }
    }

    // Those that others depend on first.
    private static IReadOnlyList<CandidatePackage> InOrder(CandidatePackages packages, PluginSet after)
    {
        var order = after.Registrations.Select(registration => registration.Origin.Id).ToList();
        return [.. packages.Packages.OrderBy(package => order.IndexOf(package.Manifest.Id))];
    }

    // Aside and to be let go again, from every directory that exists by now.
    private PluginOptions Loading(PluginSelection? selection) => BuiltIn.Loading(options) with
    {
        Directories = [.. options.PluginDirectories.Append(store).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Where(directory => Directory.Exists(directory) || Path.GetFullPath(store) != directory)],
        Collectible = true,
        Selection = selection,
    };

    private PluginSet Load(PluginOptions loading, CancellationToken cancellationToken) => BuiltIn.Load(options, loading, CareFile.Load(options.CareRules), _rules, cancellationToken);
}
