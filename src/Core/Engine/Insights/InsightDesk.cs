using Clientele.Measures;
using Clientele.Storage;
using Clientele.Templating;

namespace Clientele.Insights;

/// <summary>An insight as of a day.</summary>
/// <param name="Insight">Which one.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Result">What it found, or why there is no result.</param>
public sealed record InsightRun(Insight Insight, DateOnly AsOf, InsightResult Result)
{
    /// <summary>The settings it was computed with.</summary>
    public IReadOnlyList<ShownSetting> Settings { get; init; } = [];
}

/// <summary>Computes insights from the facts, anew on each request.</summary>
/// <remarks>Thread-safe. Segments are read as the last run stored them; run them first where an insight reads any.</remarks>
public sealed class InsightDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly TemplateEngine _engine;
    private readonly IDictionary<string, IReadOnlyDictionary<string, string?>> _settings;

    internal InsightDesk(Store store, Catalogue catalogue, TemplateEngine engine, ClienteleOptions options)
    {
        _settings = options.InsightSettings;
        _store = store;
        _catalogue = catalogue;
        _engine = engine;
    }

    /// <summary>Computes an insight with the settings of <see cref="ClienteleOptions.InsightSettings"/>.</summary>
    /// <param name="insight">Its name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the computing.</param>
    /// <returns>What it found. A computation that throws is a result too: a refusal with the error as its reason.</returns>
    /// <exception cref="ClienteleException">Nobody registered the insight (<see cref="ErrorCodes.RegistrationUnknown"/>), or what is set for it is not allowed (<see cref="ErrorCodes.SettingInvalid"/>).</exception>
    public Task<InsightRun> RunAsync(string insight, DateOnly asOf, CancellationToken cancellationToken = default) => RunAsync(insight, asOf, null, cancellationToken);

    /// <summary>Computes an insight with settings of its own.</summary>
    /// <param name="insight">Its name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="settings">The settings that differ from those of <see cref="ClienteleOptions.InsightSettings"/>: name and value, numbers and days in invariant form.</param>
    /// <param name="cancellationToken">Stops the computing.</param>
    /// <returns>What it found. A computation that throws is a result too: a refusal with the error as its reason.</returns>
    /// <exception cref="ClienteleException">Nobody registered the insight (<see cref="ErrorCodes.RegistrationUnknown"/>), or what is set for it is not allowed (<see cref="ErrorCodes.SettingInvalid"/>).</exception>
    public Task<InsightRun> RunAsync(string insight, DateOnly asOf, IReadOnlyDictionary<string, string?>? settings, CancellationToken cancellationToken = default) => RunAsync(insight, asOf, settings, null, cancellationToken);

    /// <summary>Computes an insight of one client.</summary>
    /// <param name="insight">Its name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="settings">The settings that differ from those of <see cref="ClienteleOptions.InsightSettings"/>; <see langword="null"/> for none.</param>
    /// <param name="focus">The client, and perhaps the matter, that it is narrowed to; <see langword="null"/> for everybody.</param>
    /// <param name="cancellationToken">Stops the computing.</param>
    /// <returns>What it found. A computation that throws is a result too: a refusal with the error as its reason.</returns>
    /// <exception cref="ClienteleException">Nobody registered the insight (<see cref="ErrorCodes.RegistrationUnknown"/>), or what is set for it is not allowed (<see cref="ErrorCodes.SettingInvalid"/>).</exception>
    public async Task<InsightRun> RunAsync(string insight, DateOnly asOf, IReadOnlyDictionary<string, string?>? settings, InsightFocus? focus, CancellationToken cancellationToken = default)
    {
        var definition = Definition(insight);
        var used = new InsightSettings(definition, _catalogue, _settings.TryGetValue(definition.Name, out var standing) ? standing : null, settings);
        var result = await ComputeAsync(definition, used, asOf, focus, cancellationToken).ConfigureAwait(false);
        return new InsightRun(definition, asOf, result with { Reasons = [.. result.Reasons, .. used.Reasons] }) { Settings = used.Shown };
    }

    /// <summary>The settings of an insight with the values in use.</summary>
    /// <param name="insight">Its name.</param>
    /// <returns>The settings, in the order of their declaration.</returns>
    /// <exception cref="ClienteleException">Nobody registered the insight (<see cref="ErrorCodes.RegistrationUnknown"/>), or what is set for it is not allowed (<see cref="ErrorCodes.SettingInvalid"/>).</exception>
    public IReadOnlyList<ShownSetting> SettingsOf(string insight)
    {
        var definition = Definition(insight);
        return new InsightSettings(definition, _catalogue, _settings.TryGetValue(definition.Name, out var standing) ? standing : null).Shown;
    }

    /// <summary>Reads the names of the clients and people that the first rows of an insight's tables show.</summary>
    /// <param name="run">The insight.</param>
    /// <param name="rows">How many rows of each table are shown; the default is all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The insight with the names.</returns>
    public async Task<ShownInsight> NameAsync(InsightRun run, int rows = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var cells = run.Result.Tables.SelectMany(table => table.Rows.Take(rows)).SelectMany(row => row.Cells).ToList();
        var clients = cells.Select(cell => cell.Client).OfType<ClientId>().ToHashSet();
        var people = cells.Select(cell => cell.Contact).OfType<ContactId>().ToHashSet();
        return new ShownInsight(run, await _store.Clients.NamesAsync(clients, cancellationToken).ConfigureAwait(false))
        {
            People = await _store.Clients.NamesAsync(people, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Keeps what an insight found, so that it can be read later as it was: which model was chosen and why, what was forecast.</summary>
    /// <param name="shown">The insight with the names it shows.</param>
    /// <param name="cancellationToken">Stops the keeping.</param>
    /// <returns>A task that ends when it is stored. The same insight of the same day and settings is replaced.</returns>
    public async Task KeepAsync(ShownInsight shown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var set = new SortedDictionary<string, string>(shown.Run.Settings.Where(setting => setting.IsSet && setting.Value != setting.Default).ToDictionary(setting => setting.Name, setting => setting.Value), StringComparer.Ordinal);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.KeepAsync(new KeptInsight(shown.Run.Insight.Name, shown.Run.AsOf, InsightJson.Settings(set), InsightJson.Write(shown)), cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Insight Definition(string insight) => _catalogue.Insights.GetValueOrDefault(insight) ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, new LocalizedText(
        $"Nobody registered the insight '{insight}'; 'clientele insights' lists all of them.",
        $"没有名为“{insight}”的洞察；可用 clientele insights 查看全部。"));

    private async Task<InsightResult> ComputeAsync(Insight definition, InsightSettings settings, DateOnly asOf, InsightFocus? focus, CancellationToken cancellationToken)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var input = new StoredInsightInput(_store, _catalogue, _engine, definition, settings, asOf, focus);
        try
        {
            return ResultCheck.Judged(await definition.Computation.ComputeAsync(input, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The boundary to a computation: whatever it throws becomes the reason why there is no result.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return InsightResult.Refused(new Reason("fault", new($"The computation failed: {error.Message}", $"计算失败：{error.Message}")));
        }
    }
}
