using System.Globalization;
using Clientele.Import;
using Clientele.ImportVictim;
using Clientele.Storage;

// Imports a file so that a test can kill the process in the middle. Arguments: database, file, mapping, rows in a batch.
await using var store = await Store.OpenAsync(new StoreOptions { Database = args[0] }, TimeProvider.System);
var options = new ImportOptions { BatchRows = int.Parse(args[3], CultureInfo.InvariantCulture) };
await new Importer(store).ImportAsync(args[1], await ImportMapping.LoadAsync(args[2]), options, new RowReport());
