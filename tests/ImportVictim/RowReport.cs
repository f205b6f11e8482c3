using Clientele.Import;

namespace Clientele.ImportVictim;

/// <summary>Tells the test how far the import has come.</summary>
internal sealed class RowReport : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => Console.WriteLine(value.Rows);
}
