using System.Text;

namespace Clientele.Import.Tests;

public sealed class TableFileTests : IDisposable
{
    private static readonly TableFormat Detected = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bom-utf8.csv")]
    [InlineData("bom-utf16le.csv")]
    public void A_byte_order_mark_decides_the_encoding_and_is_no_part_of_the_first_header(string file)
    {
        using var table = TableFile.Open(TemporaryFolder.Given(file), Detected);

        Assert.Equal(["column1", "column2", "column3"], table.Headers);
        Assert.Equal(["row1-1,row1-2,row1-3", "row2-1,row2-2,row2-3"], table.Rows().Select(Line));
    }

    [Theory]
    [InlineData("h-company-clients.csv", "CSV, utf-8, comma")]
    [InlineData("h-company-clients-gb18030.csv", "CSV, gb18030, comma")]
    public void Chinese_text_without_a_mark_is_read_as_what_its_bytes_are(string file, string description)
    {
        using var table = TableFile.Open(TemporaryFolder.Given(file), Detected);

        Assert.Equal(["公司名", "年销售额(万元)"], table.Headers);
        Assert.Equal("宝岛眼镜公司,800", Line(table.Rows().First()));
        Assert.Equal(description, table.Description, ignoreCase: true);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public void One_text_in_any_encoding_gives_the_same_rows(string encoding)
    {
        const string text = "名称;金额\r\n\"重明;眼镜\";1\r\n𠮷野家;2\r\n";
        var file = _folder.Write("a.csv", text, TextEncoding.Named(encoding));

        using var table = TableFile.Open(file, Detected);

        Assert.Equal(["名称", "金额"], table.Headers);
        Assert.Equal(["重明;眼镜,1", "𠮷野家,2"], table.Rows().Select(Line));
    }

    [Fact]
    public void A_file_whose_first_64_kilobytes_are_ascii_is_still_told_by_what_follows()
    {
        var text = new StringBuilder("name,note\n");
        for (var row = 0; row < 10_000; row++)
        {
            text.Append("abc,defghij\n");
        }

        var file = _folder.Write("late.csv", text.Append("明而达眼镜店,末行\n").ToString(), TextEncoding.Named("gb18030"));

        using var table = TableFile.Open(file, Detected);

        Assert.Equal("明而达眼镜店,末行", Line(table.Rows().Last()));
    }

    [Fact]
    public void One_damaged_character_does_not_make_another_encoding_of_a_UTF8_file()
    {
        var bytes = Encoding.UTF8.GetBytes("名称,城市\n宝岛眼镜公司,杭州\n杨氏眼镜店,宁波\n");
        bytes[20] = 0xFF;
        File.WriteAllBytes(_folder.File("damaged.csv"), bytes);

        using var table = TableFile.Open(_folder.File("damaged.csv"), Detected);

        Assert.Equal(["名称", "城市"], table.Headers);
        Assert.Equal("杨氏眼镜店,宁波", Line(table.Rows().Last()));
    }

    [Fact]
    public void A_stated_encoding_is_taken_at_its_word()
    {
        File.WriteAllBytes(_folder.File("latin.csv"), [.. "name\ncaf"u8, 0xE9, .. "\n"u8]);

        using var table = TableFile.Open(_folder.File("latin.csv"), new TableFormat { Encoding = "windows-1252" });

        Assert.Equal("café", Line(table.Rows().Single()));
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    public void The_delimiter_is_detected(string text)
    {
        using var table = TableFile.Open(_folder.Write("d.csv", text), Detected);

        Assert.Equal("1,2", Line(table.Rows().Single()));
    }

    [Fact]
    public void Quotes_inside_cells_are_kept()
    {
        using var table = TableFile.Open(TemporaryFolder.Given("escaped-quotes.csv"), Detected);

        Assert.Equal(["\"The Best\" Account,bla", "The \"Best\" Account,bla"], table.Rows().Select(Line));
    }

    [Fact]
    public void A_row_is_numbered_by_the_line_it_begins_on_even_after_cells_of_several_lines()
    {
        using var table = TableFile.Open(_folder.Write("m.csv", "a,b\n1,\"x\ny\nz\"\n\n2,w\n"), Detected);

        Assert.Equal([(2L, "1,x\ny\nz"), (6L, "2,w")], table.Rows().Select(row => (row.Number, Line(row))));
    }

    [Fact]
    public void A_quote_that_never_ends_costs_its_own_row_and_no_other()
    {
        using var table = TableFile.Open(_folder.Write("q.csv", "a,b\r\n1,\"x\r\ny\"\r\n2,\"open\r\n3,ok\r\n4,ok\r\n"), Detected);

        var rows = table.Rows().ToList();

        Assert.Equal([(2, false), (4, true), (5, false), (6, false)], rows.Select(row => ((int)row.Number, row.QuoteNeverEnds)));
        Assert.Equal(["3,ok", "4,ok"], rows.Skip(2).Select(Line));
    }

    [Fact]
    public void Dates_and_numbers_of_a_spreadsheet_become_invariant_text()
    {
        var file = Workbook.Write(_folder.File("w.xlsx"), "Clients", ["name", "since", "phone", "amount", "ok"], [], ["甲", new DateOnly(2025, 3, 31), 13800000000L, 0.1 + 0.2, true]);

        using var table = TableFile.Open(file, Detected);
        var row = table.Rows().Single();

        Assert.Equal("甲,2025-03-31,13800000000,0.3,true", Line(row));
        Assert.Equal(3, row.Number);
        Assert.Equal([2, 3], row.Exact.Order());
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_answered_with_those_that_are()
    {
        var file = Workbook.Write(_folder.File("w.xlsx"), "Clients", ["name"]);

        var refused = Assert.Throws<ClienteleException>(() => TableFile.Open(file, new TableFormat { Sheet = "Customers" }));

        Assert.Equal(ErrorCodes.MappingInvalid, refused.Code);
        Assert.Contains("'Clients'", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n,,\n")]
    public void A_file_without_headers_is_refused(string text)
    {
        var refused = Assert.Throws<ClienteleException>(() => TableFile.Open(_folder.Write("e.csv", text), Detected));

        Assert.Equal(ErrorCodes.ImportUnreadable, refused.Code);
    }

    [Fact]
    public void A_file_that_is_not_there_or_no_table_is_refused_with_a_sentence()
    {
        var missing = Assert.Throws<ClienteleException>(() => TableFile.Open(_folder.File("none.csv"), Detected));
        File.WriteAllBytes(_folder.File("broken.xlsx"), [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);
        var broken = Assert.Throws<ClienteleException>(() => TableFile.Open(_folder.File("broken.xlsx"), Detected));

        Assert.Equal(ErrorCodes.ImportUnreadable, missing.Code);
        Assert.Equal(ErrorCodes.ImportUnreadable, broken.Code);
    }

    private static string Line(TableRow row) => string.Join(',', row.Cells);
}
