using Clientele.Storage.Projection;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Tests.Crash;

/// <summary>The other process of a test: appends batches to a database and says what it was told is committed, until it is done or killed.</summary>
internal static class Program
{
    public const int Rows = 300;

    public static async Task Main(string[] arguments)
    {
        var (database, source, batches) = (arguments[0], arguments[1], int.Parse(arguments[2]));
        await using var store = await Store.OpenAsync(new StoreOptions { Database = database }, TimeProvider.System);
        var start = await store.Touchpoints.CountAsync(DateOnly.MaxValue) / Rows;
        for (var number = start; number < start + batches; number++)
        {
            await using var batch = await store.BeginAsync();
            await AppendAsync(batch, source, number);
            await batch.CommitAsync();
            Console.WriteLine($"committed {number}");
        }
    }

    private static async Task AppendAsync(StoreBatch batch, string source, long number)
    {
        var client = Some.Client($"{source}-{number}");
        await batch.PutAsync(client);
        for (var row = 0; row < Rows; row++)
        {
            await batch.AppendAsync(Some.Sale(client, $"{source}-{number}-{row}", new(2026, 3, 1), 1) with { Note = $"{source}-{number}" });
            if (row == Rows / 2)
            {
                Console.WriteLine($"halfway {number}");
            }
        }

        await batch.ProjectAsync(new Dictionary<string, MatterType>());
    }
}
