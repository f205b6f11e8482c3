using System.Globalization;
using Clientele;
using Clientele.Import;
using Clientele.ImportVictim;
using Clientele.Storage;

// Loads plugins and runs segments, so that a test sees what a plugin can do to the process. Arguments: plugins, database, directory of plugins, day.
if (args is ["plugins", var database, var directory, var day])
{
    await using var crm = await Crm.OpenAsync(new ClienteleOptions { Database = database, PluginDirectories = { directory } }, TimeProvider.System);
    await using (var batch = await crm.BeginAsync())
    {
        await batch.PutAsync(new Client { Id = ClientId.From("victim", "1"), Name = "Harbour", Since = new(2025, 1, 1) });
        await batch.CommitAsync();
    }

    Console.WriteLine("stored");
    await crm.Segments.RunAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture));
    Console.WriteLine("survived");
    return;
}

// Imports a file so that a test can kill the process in the middle. Arguments: database, file, mapping, rows in a batch.
await using var store = await Store.OpenAsync(new StoreOptions { Database = args[0] }, TimeProvider.System);
var options = new ImportOptions { BatchRows = int.Parse(args[3], CultureInfo.InvariantCulture) };
await new Importer(store).ImportAsync(args[1], await ImportMapping.LoadAsync(args[2]), options, new RowReport());
