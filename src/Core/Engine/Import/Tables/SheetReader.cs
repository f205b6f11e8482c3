using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Clientele.Import;

/// <summary>Reads one sheet of an XLSX or XLS file, its dates and numbers in invariant form.</summary>
internal sealed class SheetReader : ITableReader
{
    private readonly IExcelDataReader _reader;
    private readonly string _sheet;
    private long _row;

    public SheetReader(Stream stream, string sheet)
    {
        // The package asks the process for code page 1252 before it looks at any file; registering the box's own provider twice does nothing.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        _sheet = Find(sheet);
    }

    public string Description => $"spreadsheet, sheet '{_sheet}'";

    /// <summary>Whether the file is a ZIP (XLSX) or a compound document (XLS). Leaves the stream where it was.</summary>
    public static bool Recognises(Stream stream)
    {
        var start = stream.Position;
        Span<byte> first = stackalloc byte[8];
        var count = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = start;
        return first[..count] is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    }

    public TableRow? Read()
    {
        while (_reader.Read())
        {
            _row++;
            var cells = new string[_reader.FieldCount];
            HashSet<int>? exact = null;
            for (var index = 0; index < cells.Length; index++)
            {
                var value = _reader.GetValue(index);
                cells[index] = Text(value);
                if (value is double or int)
                {
                    (exact ??= []).Add(index);
                }
            }

            var row = new TableRow(_row, cells);
            if (!row.IsBlank)
            {
                return exact is null ? row : row with { Exact = exact };
            }
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    private string Find(string sheet)
    {
        if (sheet.Length == 0)
        {
            return _reader.Name;
        }

        var names = new List<string>();
        do
        {
            if (string.Equals(_reader.Name, sheet, StringComparison.OrdinalIgnoreCase))
            {
                return _reader.Name;
            }

            names.Add(_reader.Name);
        }
        while (_reader.NextResult());
        throw new ClienteleException(ErrorCodes.MappingInvalid, $"The file has no sheet '{sheet}'; it has {string.Join(", ", names.Select(name => $"'{name}'"))}.");
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number => Number(number),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Through decimal, so that a telephone number is its digits and not 1.38E+10, and 0.1 + 0.2 is 0.3.
    private static string Number(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
