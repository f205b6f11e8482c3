using System.Diagnostics;
using System.Globalization;
using System.Text;
using Clientele.Storage;

namespace Clientele.Import.Tests;

public sealed class KilledImportTests : IDisposable
{
    private const int BatchRows = 500;

    private const string Mapping = """
        source: test
        client: { external_id: code, name: name, since: date }
        matter: { type: = test.project, external_id: id, title: name, opened_on: date }
        touchpoints:
          - { kind: = core.sale, external_id: id, occurred_on: date, amount: amount }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1000)]
    [InlineData(4000)]
    [InlineData(9000)]
    public async Task A_killed_import_leaves_whole_batches_and_a_second_run_completes_it(int killAfterRows)
    {
        const int rows = 40_000;
        var file = _folder.Write("long.csv", Rows(rows));
        var mapping = _folder.Write("long.yaml", Mapping);

        await ImportAndKillAsync(file, mapping, killAfterRows);

        await using var store = await Store.OpenAsync(new StoreOptions { Database = _folder.File("clientele.db"), Durable = false }, TimeProvider.System);
        var stored = await store.Touchpoints.CountAsync(ImportFixture.Late);
        Assert.InRange(stored, killAfterRows - BatchRows, rows - 1);
        Assert.Equal(0, stored % BatchRows);
        Assert.Equal(stored, await store.Clients.CountAsync());

        var second = await new Importer(store).ImportAsync(file, ImportFixture.Mapping(Mapping));

        Assert.Equal(new RecordCounts(rows - stored, stored, 0), second.Touchpoints);
        Assert.Equal(new RecordCounts(rows - stored, stored, 0), second.Matters);
    }

    /// <summary>Kills the process as the kernel does, without a chance to finish anything.</summary>
    private async Task ImportAndKillAsync(string file, string mapping, int afterRows)
    {
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "Clientele.ImportVictim.dll"), _folder.File("clientele.db"), file, mapping, BatchRows.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (int.Parse(line, CultureInfo.InvariantCulture) >= afterRows)
            {
                break;
            }
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static string Rows(int count)
    {
        var text = new StringBuilder("id,code,name,date,amount\n");
        for (var row = 0; row < count; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row},C{row},客户{row},2025-01-01,{row}\n");
        }

        return text.ToString();
    }
}
