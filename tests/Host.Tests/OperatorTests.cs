namespace Clientele.Host.Tests;

/// <summary>A workspace of the test's own, without plugins, and an operator who works in it with a list of clients and sales.</summary>
public abstract class OperatorTests : IDisposable
{
    private const string Mapping = """
        source: my-list
        client:
          external_id: code
          name: name
          since: date
        amounts:
          decimal: point
        touchpoints:
          - kind: = core.sale
            external_id: "{{ code }}/{{ date }}"
            occurred_on: date
            amount: amount
        """;

    private readonly string _noPlugins = Directory.CreateTempSubdirectory("clientele-").FullName;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(_noPlugins, recursive: true);
    }

    private protected Task<Cli.Outcome> RunAsync(params string[] args) => RunInAsync("en", args);

    private protected Task<Cli.Outcome> RunInAsync(string language, params string[] args) => Cli.RunInAsync(language, [.. args, "--workspace", Folder, "--plugins", _noPlugins]);

    private protected Task<Cli.Outcome> InitAsync(string firm = "Northern Works") => RunAsync("init", Folder, "--firm", firm);

    /// <summary>Imports a list with the columns code, name, date and amount into the workspace, which is made where there is none yet.</summary>
    private protected async Task<Cli.Outcome> ImportAsync(string list, params string[] more)
    {
        if (!File.Exists(Path.Combine(Folder, "clientele.json")))
        {
            await InitAsync();
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, "list.csv"), list);
        await File.WriteAllTextAsync(Path.Combine(Folder, "list.csv.mapping.yaml"), Mapping);
        return await RunAsync(["import", Path.Combine(Folder, "list.csv"), .. more]);
    }
}
