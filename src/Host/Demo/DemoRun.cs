using Clientele.Documents;
using Clientele.Host.Commands;
using Clientele.Host.Workspaces;
using Clientele.Import;
using Clientele.Plugins;
using Clientele.Testing;

namespace Clientele.Host.Demo;

/// <summary>Runs one firm of the demo from its files to its documents, in a workspace that can be explored further with the same commands.</summary>
internal sealed class DemoRun(Run run, DemoCase demo, DemoPlugins plugins, string data, string folder, bool pdf)
{
    private static readonly IReadOnlyList<DocumentLanguage> Both = [DocumentLanguage.English, DocumentLanguage.Chinese];

    private readonly DateOnly _asOf = run.StatedAsOf ?? demo.AsOf;

    public async Task<DemoResult> RunAsync(CancellationToken cancellationToken)
    {
        var result = new DemoResult(demo, _asOf, Path.Combine(folder, demo.Name));
        if (demo.Plugin.Length > 0 && !plugins.Runs(demo.Plugin))
        {
            return result with { MissingPlugin = demo.Plugin };
        }

        var workspace = Prepare(result.Folder);
        var crm = await Crm.OpenAsync(workspace.Options(run.StatedPlugins), run.Time, cancellationToken).ConfigureAwait(false);
        await using (crm.ConfigureAwait(false))
        {
            if (demo.Plugin.Length > 0 && crm.Plugins.Find(demo.Plugin) is not { State: PluginState.Running })
            {
                return result with { MissingPlugin = demo.Plugin };
            }

            return await FillAsync(result, workspace, crm, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DemoResult> FillAsync(DemoResult result, Workspace workspace, Crm crm, CancellationToken cancellationToken)
    {
        var imports = new List<(DemoImport, ImportResult)>();
        foreach (var import in demo.Imports)
        {
            var mapping = await ImportMapping.LoadAsync(Path.Combine(data, import.Mapping), cancellationToken).ConfigureAwait(false);
            imports.Add((import, await crm.Importer.ImportAsync(Path.Combine(data, import.File), mapping, new ImportOptions { ErrorFile = Path.Combine(result.Folder, $"{Path.GetFileName(import.File)}.errors.csv") }, cancellationToken: cancellationToken).ConfigureAwait(false)));
        }

        if (demo.Sample)
        {
            await SampleFacts.AddAsync(crm, _asOf, cancellationToken).ConfigureAwait(false);
        }

        var registered = demo.Sample ? crm.Plugins.Registrations.First(registration => registration.Origin.Id == demo.Plugin) : null;
        var segments = await crm.Segments.RunAsync(_asOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        await crm.Planner.PlanAsync(_asOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        var requests = new List<LetterRequest>();
        foreach (var letter in registered?.Letters.Select(letter => new DemoLetter(letter.Name, 1)) ?? demo.Letters)
        {
            requests.AddRange((await CandidatesAsync(crm, letter.Letter, cancellationToken).ConfigureAwait(false)).Take(letter.Count));
        }

        return result with
        {
            Imports = imports,
            Clients = await crm.Store.Clients.CountAsync(cancellationToken).ConfigureAwait(false),
            Touchpoints = await crm.Store.Touchpoints.CountAsync(_asOf, cancellationToken).ConfigureAwait(false),
            Segments = segments.Schemes,
            FollowUpsDue = await crm.Care.DueAsync(_asOf, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false),
            Letters = await new LetterFiles(crm, Path.Combine(workspace.Output, "letters"), Both) { Formats = Formats(pdf) }.WriteAsync(run.Language, requests, new Progress<double>(), cancellationToken).ConfigureAwait(false),
            Reports = await ReportsCommands.WriteAsync(crm, registered is null ? demo.Reports : [.. registered.Reports.Select(report => report.Name)], _asOf, Both, Path.Combine(workspace.Output, "reports"), cancellationToken).ConfigureAwait(false),
        };
    }

    private static IReadOnlyList<LetterFormat> Formats(bool pdf) => [LetterFormat.Html, LetterFormat.Text, LetterFormat.Eml, LetterFormat.Docx, .. pdf ? [LetterFormat.Pdf] : Array.Empty<LetterFormat>()];

    /// <summary>For whom a letter is written: the due follow-ups of its policy; else the matters in its stages; else the clients with most sales.</summary>
    private async Task<IReadOnlyList<LetterRequest>> CandidatesAsync(Crm crm, string name, CancellationToken cancellationToken)
    {
        var letter = crm.Letters.Request(name, default, _asOf).Letter;
        if (letter.Policy.Length > 0 && await DueAsync(crm, name, letter, cancellationToken).ConfigureAwait(false) is var due && (due.Count > 0 || !demo.Sample))
        {
            return due;
        }

        if (letter.MatterType.Length > 0)
        {
            return await crm.Store.Matters.InStageAsync(_asOf, letter.MatterType, cancellationToken: cancellationToken).Where(matter => letter.Stages.Count == 0 || letter.Stages.Contains(matter.Stage.Stage))
                .OrderByDescending(matter => matter.Matter.OpenedOn).ThenBy(matter => matter.Matter.Id)
                .Select(matter => crm.Letters.Request(name, matter.Matter.Client, _asOf) with { Matter = matter.Matter.Id }).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        return await crm.Measures.OfAllAsync("core.touches_12m", _asOf, cancellationToken).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => crm.Letters.Request(name, pair.Key, _asOf)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    // Those somebody is to do come first: a firm writes where it also visits.
    private async Task<IReadOnlyList<LetterRequest>> DueAsync(Crm crm, string name, LetterDefinition letter, CancellationToken cancellationToken) =>
        await crm.Care.DueAsync(_asOf, cancellationToken).Where(followUp => followUp.Policy == letter.Policy).OrderBy(followUp => followUp.Owner.Length == 0)
                .Select(followUp => crm.Letters.Request(name, followUp.Client, _asOf) with { FollowUp = followUp, Matter = followUp.Matter }).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>A fresh workspace: what an earlier demo left in this folder is removed, and nothing else.</summary>
    private Workspace Prepare(string path)
    {
        if (Workspace.IsOne(path))
        {
            foreach (var database in Directory.GetFiles(path, "clientele.db*"))
            {
                File.Delete(database);
            }

            if (Directory.Exists(Path.Combine(path, "output")))
            {
                Directory.Delete(Path.Combine(path, "output"), recursive: true);
            }
        }

        return Workspace.Create(path, new WorkspaceSettings
        {
            Firm = demo.Firm, Currency = demo.Currency, Culture = demo.Culture, AsOf = _asOf, Demonstration = true, Trust = plugins.Trust,
            Plugins = [.. plugins.Directories.Where(directory => directory != Workspace.OwnPlugins)], DisabledPlugins = plugins.Besides(demo.Plugin),
        });
    }
}
