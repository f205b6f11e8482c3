namespace Clientele.Import;

/// <summary>A file of rows under headers, read as a stream.</summary>
/// <remarks>For one thread at a time; read once. Dispose it to close the file.</remarks>
internal sealed class TableFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly ITableReader _reader;

    private TableFile(string path, FileStream stream, ITableReader reader, IReadOnlyList<string> headers)
    {
        _path = path;
        _stream = stream;
        _reader = reader;
        Headers = headers;
    }

    public IReadOnlyList<string> Headers { get; }

    public string Description => _reader.Description;

    public long Length => _stream.Length;

    /// <summary>How far the file was read, in bytes, for progress; a reader reads somewhat ahead.</summary>
    public long Position => _stream.Position;

    /// <exception cref="ClienteleException">The file does not exist, cannot be opened, is no table or has no header (<see cref="ErrorCodes.ImportUnreadable"/>).</exception>
    public static TableFile Open(string path, TableFormat format)
    {
        var stream = OpenStream(path);
        try
        {
            var reader = CreateReader(stream, format);
            return new TableFile(path, stream, reader, ReadHeaders(reader, path, format.HeaderRow));
        }
        catch (Exception error) when (error is not ClienteleException)
        {
            stream.Dispose();
            throw new ClienteleException(ErrorCodes.ImportUnreadable, $"'{path}' cannot be read as a table ({error.Message}); open it in a spreadsheet program and save it as CSV or XLSX.", error);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next row after the header; <see langword="null"/> at the end.</summary>
    /// <exception cref="ClienteleException">The file is damaged from here on (<see cref="ErrorCodes.ImportUnreadable"/>).</exception>
    public TableRow? Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (Exception error) when (error is not ClienteleException)
        {
            throw new ClienteleException(ErrorCodes.ImportUnreadable, $"'{_path}' cannot be read to its end ({error.Message}); what came before is imported. Repair the file and import it again.", error);
        }
    }

    /// <summary>The rows after the header.</summary>
    public IEnumerable<TableRow> Rows()
    {
        while (Read() is { } row)
        {
            yield return row;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private static FileStream OpenStream(string path)
    {
        try
        {
            // Shared for writing too: an operator often has the file open in the spreadsheet program.
            return new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, BufferSize = 65536, Options = FileOptions.SequentialScan });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ClienteleException(ErrorCodes.ImportUnreadable, $"The file '{path}' cannot be opened ({error.Message}); check the path and that no program keeps it locked.", error);
        }
    }

    private static ITableReader CreateReader(FileStream stream, TableFormat format)
    {
        var isSheet = format.Format switch
        {
            "csv" => false,
            "xlsx" or "xls" => true,
            _ => SheetReader.Recognises(stream),
        };
        return isSheet ? new SheetReader(stream, format.Sheet) : new CsvTableReader(stream, format);
    }

    private static List<string> ReadHeaders(ITableReader reader, string path, int headerRow)
    {
        while (reader.Read() is { } row)
        {
            if (row.Number >= headerRow && !row.IsBlank)
            {
                return Headed(row.Cells);
            }
        }

        throw new ClienteleException(ErrorCodes.ImportUnreadable, $"'{path}' has no row of headers; the first row that is not blank must name the columns.");
    }

    // Spreadsheets often carry empty columns at the right; a header without a name cannot be referred to, so it only keeps its place.
    private static List<string> Headed(IReadOnlyList<string> cells)
    {
        var last = cells.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(cells[last - 1]))
        {
            last--;
        }

        return [.. cells.Take(last).Select(cell => cell.Trim().Trim('\uFEFF'))];
    }
}
