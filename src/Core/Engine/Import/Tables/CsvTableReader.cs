using System.Text;
using CsvHelper;

namespace Clientele.Import;

/// <summary>Reads CSV text: quoted cells over several lines, quotes inside cells, and whatever encoding the file turns out to have.</summary>
internal sealed class CsvTableReader : ITableReader
{
    // A quote that is never closed makes one record of the rest of the file; this bounds what it can cost.
    private const int LargestRecord = 16 * 1024 * 1024;

    private readonly Encoding _encoding;
    private readonly char? _delimiter;
    private CsvReader _reader;
    private long _lineOffset;
    private string? _swallowed;
    private bool _quoteNeverEnds;

    public CsvTableReader(Stream stream, TableFormat format)
    {
        _encoding = TextEncoding.Choose(stream, format.Encoding);
        _delimiter = format.Delimiter;
        _reader = CsvReader.Create(new StreamReader(stream, _encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true), Options(_delimiter), leaveOpen: false);
    }

    public string Description => $"CSV, {_encoding.WebName}, {DelimiterName(_reader.Separator)}";

    public TableRow? Read()
    {
        while (true)
        {
            if (!_reader.Read())
            {
                return null;
            }

            var row = Current();
            if (_quoteNeverEnds)
            {
                return GiveBackTheRest(row);
            }

            if (!row.IsBlank)
            {
                return row;
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private TableRow Current()
    {
        var cells = new string[_reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = _reader.GetString(index);
        }

        return new TableRow(_lineOffset + _reader.LineNumber, cells);
    }

    /// <summary>The record with the open quote has swallowed every row after it: reports its first line and reads the others again.</summary>
    private TableRow GiveBackTheRest(TableRow row)
    {
        var swallowed = _swallowed!;
        var delimiter = _reader.Separator;
        var end = swallowed.AsSpan().IndexOf('\n');
        _reader.Dispose();
        _reader = CsvReader.FromText(end < 0 ? "" : swallowed[(end + 1)..], Options(delimiter));
        _lineOffset = row.Number;
        _quoteNeverEnds = false;
        var line = (end < 0 ? swallowed : swallowed[..end]).TrimEnd('\r');
        return new TableRow(row.Number, line.Split(delimiter)) { QuoteNeverEnds = true };
    }

    private CsvReaderOptions Options(char? delimiter) => new()
    {
        HasHeader = false,
        Separator = delimiter,
        TrackLineNumbers = true,
        MaxRecordSize = LargestRecord,
        OnMalformedRecord = Notice,
    };

    private void Notice(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            _quoteNeverEnds = true;
            _swallowed = record.RawRecord;
        }
    }

    private static string DelimiterName(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => $"'{delimiter}'",
    };
}
