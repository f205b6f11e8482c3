using Clientele.Tests;

namespace Clientele.Import.Tests;

public sealed class ImporterTests : IAsyncLifetime
{
    private const string Sales = """
        source: test
        client:
          external_id: code
          name: name
          since: date
        touchpoints:
          - kind: = core.sale
            external_id: id
            occurred_on: date
            amount: amount
        """;

    private ImportFixture _import = null!;

    public async Task InitializeAsync() => _import = await ImportFixture.OpenAsync();

    public Task DisposeAsync() => _import.DisposeAsync().AsTask();

    [Fact]
    public async Task Rows_become_clients_and_their_facts()
    {
        var result = await _import.ImportAsync(
            """
            id,code,name,date,amount
            1,A,甲公司,2025-03-02,"1,200.50"
            2,A,甲公司,2025-01-05,300
            3,B,乙公司,2025-02-01,
            """,
            Sales);

        Assert.Equal((3, 3, 0), (result.Rows, result.TakenIn, result.Rejected));
        Assert.Equal(new RecordCounts(2, 0, 0), result.Clients);
        Assert.Equal(new RecordCounts(3, 0, 0), result.Touchpoints);
        var client = await _import.ClientAsync("A");
        Assert.Equal(("甲公司", new DateOnly(2025, 1, 5)), (client.Name, client.Since));
        Assert.Equal([1200.50m, 300m], (await _import.TimelineAsync("A")).Select(sale => sale.Amount!.Value.Amount));
        Assert.Null(Assert.Single(await _import.TimelineAsync("B")).Amount);
    }

    [Fact]
    public async Task A_second_import_of_the_same_file_changes_nothing()
    {
        const string csv = "id,code,name,date,amount\n1,A,甲公司,2025-03-02,100\n2,A,甲公司,2025-01-05,300\n3,B,乙公司,2025-02-01,7\n";
        await _import.ImportAsync(csv, Sales);

        var second = await _import.ImportAsync(csv, Sales);

        Assert.False(second.ChangedAnything);
        Assert.Equal((2, 3), (second.Clients.Unchanged, second.Touchpoints.Unchanged));
    }

    [Fact]
    public async Task A_client_that_differs_is_updated_and_a_touchpoint_that_differs_is_corrected()
    {
        await _import.ImportAsync("id,code,name,date,amount\n1,A,甲公司,2025-03-02,100\n", Sales);

        var second = await _import.ImportAsync("id,code,name,date,amount\n1,A,甲集团,2025-03-02,120\n", Sales);

        Assert.Equal(new RecordCounts(0, 0, 1), second.Clients);
        Assert.Equal(new RecordCounts(0, 0, 1), second.Touchpoints);
        Assert.Equal("甲集团", (await _import.ClientAsync("A")).Name);
        Assert.Equal(120, Assert.Single(await _import.TimelineAsync("A")).Amount!.Value.Amount);
    }

    [Fact]
    public async Task Bad_rows_land_in_the_error_file_with_their_reasons_and_the_good_ones_go_in()
    {
        var result = await _import.ImportAsync(
            """
            id,code,name,date,amount
            1,A,甲公司,2025-03-02,100
            2,B,乙公司,03/04/2025,100
            3,C,丙公司,2025-03-02,ten
            4,D,,2025-03-02,100
            5,E,戊公司,2025-03-02,"1,234"
            6,F,己公司,2025-03-02
            7,G,庚公司,2025-03-02,1,2,3
            1,A,甲公司,2025-03-02,999
            8,,辛公司,2025-03-02,5
            9,I,壬公司,,5
            10,J,"癸,公司",2025-03-02,$5
            11,K,好公司,2025-03-02,5
            """,
            Sales);

        Assert.Equal((12, 2, 10), (result.Rows, result.TakenIn, result.Rejected));
        Assert.Equal("IMP101 IMP102 IMP201 IMP202 IMP203 IMP204 IMP205 IMP206 IMP301", string.Join(' ', result.RejectedByReason.Keys));
        Assert.Equal(2, await _import.Store.Clients.CountAsync());
        Golden.Verify("Importer.errors.csv", _import.Errors());
    }

    [Fact]
    public async Task The_error_file_opens_in_Excel_and_can_be_imported_again_once_corrected()
    {
        await _import.ImportAsync("id,code,name,date,amount\n1,A,甲公司,2025-03-02,ten\n", Sales);
        var bytes = await File.ReadAllBytesAsync(_import.Folder.File("errors.csv"));

        var again = await _import.ImportAsync(_import.Errors().Replace(",ten", ",10"), Sales);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(1, again.Touchpoints.Added);
        Assert.Equal("", again.ErrorFile);
        Assert.False(File.Exists(_import.Folder.File("errors.csv")), "an error file of an earlier run must not be taken for this one's");
    }

    [Fact]
    public async Task An_error_file_never_takes_the_place_of_the_file_it_is_about()
    {
        var file = _import.Folder.Write("errors.csv", "id,code,name,date,amount\n1,A,甲公司,bad,1\n");

        await Assert.ThrowsAsync<ClienteleException>(() => new Importer(_import.Store).ImportAsync(file, ImportFixture.Mapping(Sales), new ImportOptions { ErrorFile = file }));

        Assert.Contains("bad", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_row_repeated_exactly_is_counted_and_changes_nothing()
    {
        var result = await _import.ImportAsync("id,code,name,date,amount\n1,A,甲公司,2025-03-02,100\n1,A,甲公司,2025-03-02,100\n", Sales);

        Assert.Equal((1, 0, 1), (result.Duplicates, result.Rejected, result.Touchpoints.Total));
    }

    [Fact]
    public async Task A_column_that_the_file_lacks_refuses_the_whole_file_and_names_the_nearest()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _import.ImportAsync("id,Code,Naame,day,amount\n1,A,甲,2025-01-01,1\n", Sales));

        Assert.Equal(ErrorCodes.MappingInvalid, refused.Code);
        Assert.Contains("line 4: The file has no column 'name'; did you mean 'Naame'?", refused.Message);
        Assert.Contains("line 9: The file has no column 'date'; there are 'id', 'Code', 'Naame', 'day', 'amount'.", refused.Message);
        Assert.Equal(0, await _import.Store.Clients.CountAsync());
    }

    [Fact]
    public async Task A_client_described_in_two_ways_keeps_the_first_and_its_facts_all_go_in()
    {
        const string csv = "id,code,name,date,amount\n1,A,West 57 Street,2025-03-02,100\n2,A,WEST 57 ST,2025-01-02,100\n";
        var result = await _import.ImportAsync(csv, Sales);
        var again = await _import.ImportAsync(csv, Sales);

        Assert.Equal(("West 57 Street", 2, 1), ((await _import.ClientAsync("A")).Name, result.Touchpoints.Added, result.Noticed));
        Assert.Equal("IMP901", Assert.Single(result.FirstNoticed).Reason.Code);
        Assert.False(again.ChangedAnything);
    }

    [Fact]
    public async Task A_dry_run_finds_everything_and_keeps_nothing()
    {
        var result = await _import.ImportAsync(
            "id,code,name,date,amount\n1,A,甲公司,2025-03-02,100\n2,B,乙公司,bad,100\n",
            Sales,
            new ImportOptions { DryRun = true, BatchRows = 1, ErrorFile = _import.Folder.File("errors.csv") });

        Assert.Equal((1, 1, 1), (result.Clients.Added, result.Touchpoints.Added, result.Rejected));
        Assert.Equal(0, await _import.Store.Clients.CountAsync());
        Assert.True(File.Exists(result.ErrorFile));
    }

    [Fact]
    public async Task Batches_of_any_size_give_the_same_facts()
    {
        var csv = "id,code,name,date,amount\n" + string.Concat(Enumerable.Range(0, 50).Select(row => $"{row},C{row % 7},客户{row % 7},2025-01-{28 - (row / 2):00},{row}\n"));

        var result = await _import.ImportAsync(csv, Sales, new ImportOptions { BatchRows = 3 });
        var again = await _import.ImportAsync(csv, Sales, new ImportOptions { BatchRows = 7 });

        Assert.Equal((7, 50), (result.Clients.Added, result.Touchpoints.Added));
        Assert.Equal(new DateOnly(2025, 1, 4), (await _import.ClientAsync("C0")).Since);
        Assert.False(again.ChangedAnything);
    }

    [Fact]
    public async Task A_cancelled_import_keeps_the_batches_that_landed()
    {
        using var cancellation = new CancellationTokenSource();
        var csv = "id,code,name,date,amount\n" + string.Concat(Enumerable.Range(0, 5000).Select(row => $"{row},C,客户,2025-01-01,{row}\n"));
        var file = _import.Folder.Write("long.csv", csv);
        var progress = new Immediately(state => { if (state.Rows >= 3000) { cancellation.Cancel(); } });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Importer(_import.Store).ImportAsync(file, ImportFixture.Mapping(Sales), new ImportOptions { BatchRows = 1000 }, progress, cancellation.Token));

        Assert.InRange((await _import.TimelineAsync("C")).Count, 2000, 3000);
        Assert.Equal(0, (await _import.TimelineAsync("C")).Count % 1000);
    }

    [Fact]
    public async Task Progress_ends_at_the_end_of_the_file()
    {
        ImportProgress last = default;
        var file = _import.Folder.Write("p.csv", "id,code,name,date,amount\n1,A,甲公司,2025-03-02,100\n");

        await new Importer(_import.Store).ImportAsync(file, ImportFixture.Mapping(Sales), progress: new Immediately(state => last = state));

        Assert.Equal((1, new FileInfo(file).Length, last.BytesTotal), (last.Rows, last.BytesRead, last.BytesTotal));
    }

    [Fact]
    public async Task A_file_in_GB18030_gives_the_same_clients_as_in_UTF8()
    {
        const string yaml = """
            source: h-company
            dates: { undated: 2025-12-31 }
            amounts: { factor: 10000 }
            client: { name: 公司名 }
            touchpoints:
              - kind: = core.sale
                external_id: "{{ 公司名 }}/2025"
                amount: 年销售额(万元)
            """;
        var importer = new Importer(_import.Store);

        var first = await importer.ImportAsync(TemporaryFolder.Given("h-company-clients.csv"), ImportFixture.Mapping(yaml));
        var second = await importer.ImportAsync(TemporaryFolder.Given("h-company-clients-gb18030.csv"), ImportFixture.Mapping(yaml));

        Assert.Equal(7, first.Clients.Added);
        Assert.Equal(8_000_000, Assert.Single(await _import.TimelineAsync("宝岛眼镜公司", "h-company")).Amount!.Value.Amount);
        Assert.False(second.ChangedAnything);
    }

    [Fact]
    public async Task A_spreadsheet_is_imported_like_a_text_file()
    {
        var file = Workbook.Write(_import.Folder.File("w.xlsx"), "Sheet1", ["id", "code", "name", "date", "amount"], [1, "A", "甲公司", new DateOnly(2025, 3, 2), 1.234]);

        await new Importer(_import.Store).ImportAsync(file, ImportFixture.Mapping(Sales));

        var sale = Assert.Single(await _import.TimelineAsync("A"));
        Assert.Equal((new DateOnly(2025, 3, 2), 1.234m), (sale.OccurredOn, sale.Amount!.Value.Amount));
    }

    [Fact]
    public async Task A_character_that_cannot_be_read_rejects_its_row_only()
    {
        byte[] bytes = [.. "id,code,name,date,amount\n1,A,甲公司,2025-03-02,1\n2,B,乙"u8, 0xFF, .. "公司,2025-03-02,1\n3,C,丙公司,2025-03-02,1\n"u8];
        await File.WriteAllBytesAsync(_import.Folder.File("damaged.csv"), bytes);

        var result = await new Importer(_import.Store).ImportAsync(_import.Folder.File("damaged.csv"), ImportFixture.Mapping(Sales));

        Assert.Equal((2, "IMP104"), (result.Clients.Added, Assert.Single(result.FirstRejected).Reason.Code));
    }

    [Fact]
    public async Task A_quote_that_never_ends_rejects_its_row_only()
    {
        var result = await _import.ImportAsync("id,code,name,date,amount\n1,A,\"甲公司,2025-03-02,1\n2,B,乙公司,2025-03-02,1\n", Sales);

        Assert.Equal((1, "IMP103"), (result.Clients.Added, Assert.Single(result.FirstRejected).Reason.Code));
    }

    [Fact]
    public async Task Amounts_of_another_currency_than_the_workspaces_refuse_the_file()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _import.ImportAsync("id,code,name,date,amount\n", Sales + "\namounts: { currency: AUD }"));

        Assert.Contains("AUD", refused.Message);
    }

    private sealed class Immediately(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
