using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Host.Workspaces;
using Clientele.Plugins;

namespace Clientele.Host;

/// <summary>One run of a command: its options, its output, and the workspace it opens when it needs one.</summary>
internal sealed class Run(ParseResult parsed, Globals globals, TimeProvider time, TextWriter output, TextWriter error) : IAsyncDisposable
{
    private Crm? _crm;
    private Workspace? _workspace;

    public Language Language => globals.Language;

    public TextWriter Output => output;

    public TextWriter Error => error;

    public TimeProvider Time => time;

    public bool Json => parsed.GetValue(globals.Json);

    public Workspace Workspace => _workspace ??= Workspace.Open(Folder);

    public string Folder => Path.GetFullPath(parsed.GetValue(globals.Workspace) ?? ".");

    /// <summary>The as-of day: stated, or the workspace's, or today.</summary>
    public DateOnly AsOf => parsed.GetValue(globals.AsOf) ?? (Workspace.IsOne(Folder) ? Workspace.Settings.AsOf : null) ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public DateOnly? StatedAsOf => parsed.GetValue(globals.AsOf);

    public IReadOnlyList<string> StatedPlugins => parsed.GetValue(globals.Plugins) is { Length: > 0 } stated ? [.. stated.Select(Path.GetFullPath)] : [];

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T? Value<T>(Argument<T> argument) => parsed.GetValue(argument);

    public string Say(string en, string zh) => Language.Say(en, zh);

    public string Say(LocalizedText text) => Language.Say(text);

    public string Say(Reason reason) => Language.Say(reason.Text);

    public async Task LineAsync(string text = "") => await output.WriteLineAsync(text).ConfigureAwait(false);

    public async Task NoteAsync(string text) => await error.WriteLineAsync(text).ConfigureAwait(false);

    public Task ListAsync<T>(Listing<T> listing, IReadOnlyList<T> rows) => listing.WriteAsync(this, rows);

    public Task CardAsync<T>(Listing<T> listing, T row) => listing.WriteCardAsync(this, row);

    /// <summary>Opens the workspace's CRM; a plugin that does not run is said so on standard error.</summary>
    public async Task<Crm> CrmAsync(CancellationToken cancellationToken)
    {
        if (_crm is null)
        {
            new PluginStore(Workspace.InstalledPlugins).CleanUp();
            _crm = await Crm.OpenAsync(Workspace.Options(StatedPlugins), time, cancellationToken).ConfigureAwait(false);
            await _crm.Plugins.StartAsync(cancellationToken).ConfigureAwait(false);
            foreach (var diagnostic in _crm.Plugins.Diagnostics.Where(diagnostic => diagnostic.Severity == PluginSeverity.Error))
            {
                await NoteAsync(string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Code} {diagnostic.PluginId}: {diagnostic.Message} {diagnostic.Hint}")).ConfigureAwait(false);
            }
        }

        return _crm;
    }

    /// <summary>Finds a client by id, external id or the one name that contains the text.</summary>
    public async Task<Client> ClientAsync(string text, CancellationToken cancellationToken)
    {
        var crm = await CrmAsync(cancellationToken).ConfigureAwait(false);
        if (ClientId.TryParse(text, out var id) && await crm.Store.Clients.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        var found = await crm.Store.Clients.SearchAsync(text, cancellationToken).Take(6).ToListAsync(cancellationToken).ConfigureAwait(false);
        var exact = found.Where(client => client.Name == text || client.ExternalId == text).ToList();
        return (exact.Count == 1 ? exact : found) switch
        {
            [var one] => one,
            [] => throw new ClienteleException(ErrorCodes.NotFound, Say($"No client is called '{text}'; list them with 'clientele clients list'.", $"没有名为“{text}”的客户；可用 clientele clients list 查看。")),
            var several => throw new ClienteleException(ErrorCodes.NotFound, Say($"'{text}' may be {string.Join(", ", several.Select(client => $"{client.Name} ({client.Id})"))}; give the id.", $"“{text}”可能是 {string.Join("、", several.Select(client => $"{client.Name}({client.Id})"))}；请给出编号。")),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_crm is not null)
        {
            await _crm.DisposeAsync().ConfigureAwait(false);
        }
    }
}
