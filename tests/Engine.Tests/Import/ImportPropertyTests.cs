using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Import.Tests;

public sealed class ImportPropertyTests
{
    private const string Mapping = """
        source: test
        client:
          external_id: code
          name: name
          since: date
          attributes: { core.region: region }
          attributes_from: date
        touchpoints:
          - { kind: = core.sale, external_id: id, occurred_on: date, amount: amount, note: note }
        """;

    [Fact]
    public void Importing_twice_changes_nothing_and_the_order_of_the_rows_does_not_matter() =>
        Prop.ForAll(Rows.ToArbitrary(), rows => HoldsAsync(rows).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static Gen<Row[]> Rows =>
        (from client in Gen.Choose(0, 5)
         from day in Gen.Choose(0, 700)
         from cents in Gen.Choose(-100_000, 5_000_000)
         from note in Gen.Elements("", "a,b", "say \"hi\"", "两行\n文字", "  blanks  ", "=1+1", "é𠮷")
         select new Row(client, day, cents, note)).ArrayOf();

    private static async Task<bool> HoldsAsync(Row[] rows)
    {
        string[] lines = [.. rows.Select(Line)];
        await using var forwards = await ImportFixture.OpenAsync();
        await using var backwards = await ImportFixture.OpenAsync();

        var first = await forwards.ImportAsync(Csv(lines), Mapping);
        var second = await forwards.ImportAsync(Csv(lines), Mapping);
        await backwards.ImportAsync(Csv(lines.Reverse()), Mapping, new ImportOptions { BatchRows = int.MaxValue });

        return first.Rejected == 0 && first.Touchpoints.Added == rows.Length && !second.ChangedAnything
            && await ContentAsync(forwards) == await ContentAsync(backwards);
    }

    private static string Csv(IEnumerable<string> lines) => string.Concat(["id,code,name,date,amount,note,region\n", .. lines]);

    // The region follows from the day, so that no two rows contradict each other.
    private static string Line(Row row, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{index},C{row.Client},客户{row.Client},{Day(row):yyyy-MM-dd},{row.Cents / 100m},\"{row.Note.Replace("\"", "\"\"")}\",R{row.Day / 90}\n");

    private static DateOnly Day(Row row) => new DateOnly(2024, 1, 1).AddDays(row.Day);

    private static async Task<string> ContentAsync(ImportFixture import)
    {
        var text = new StringBuilder();
        await foreach (var client in import.Store.Clients.AllAsync())
        {
            text.Append(client with { Version = 0 }).Append('\n');
            for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2026, 1, 1); day = day.AddDays(17))
            {
                text.Append((await import.AttributesAsync(client.ExternalId, day)).GetValueOrDefault("core.region")).Append(' ');
            }

            foreach (var touchpoint in await import.TimelineAsync(client.ExternalId))
            {
                text.Append(touchpoint with { RecordedAt = default, Details = new Dictionary<string, string>() }).Append('\n');
            }
        }

        return text.ToString();
    }

    internal sealed record Row(int Client, int Day, int Cents, string Note);
}
