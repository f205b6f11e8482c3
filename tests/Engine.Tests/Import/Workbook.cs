using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Clientele.Import.Tests;

/// <summary>Makes an XLSX file whose cells are texts, numbers and dates as a spreadsheet program writes them.</summary>
internal static class Workbook
{
    private const uint DateStyle = 1;

    public static string Write(string path, string sheet, params object?[][] rows)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, index) => new Row(cells.Select(Cell)) { RowIndex = (uint)index + 1 })));
        workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet }));
        workbook.Workbook.Save();
        return path;
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        DateOnly day => new Cell { CellValue = new CellValue(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = DateStyle },
        bool truth => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(truth ? "1" : "0") },
        IFormattable number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture)) },
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text((string)value)) },
    };
}
