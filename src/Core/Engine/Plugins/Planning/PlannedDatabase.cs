using Clientele.Storage;

namespace Clientele.Plugins;

/// <summary>The database of a workspace; where there is none yet, an empty one that is gone afterwards, because a plan makes none.</summary>
internal sealed class PlannedDatabase : IDisposable
{
    private readonly DirectoryInfo? _folder;

    public PlannedDatabase(ClienteleOptions options, bool mayMake)
    {
        Options = options.Store;
        if (!mayMake && !File.Exists(options.Database))
        {
            _folder = Directory.CreateTempSubdirectory("clientele-plan-");
            Options = Options with { Database = Path.Combine(_folder.FullName, "empty.db") };
        }
    }

    public StoreOptions Options { get; }

    public void Dispose() => _folder?.Delete(recursive: true);
}
