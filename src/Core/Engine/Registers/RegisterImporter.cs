using System.Globalization;
using Clientele.Import;
using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Registers;

/// <summary>Takes the rows of one file into a register, in one transaction; a row that does not go in is told and does not stop the others.</summary>
internal sealed class RegisterImporter(Store store, RegisterDefinition register, RegisterImportOptions options)
{
    private readonly AmountCell _numbers = new(store.Currency, DecimalMark.Unknown, 1m);
    private readonly DateCell _dates = new([]);
    private readonly List<RejectedRow> _rejected = [];
    private long _rows;
    private long _added;
    private long _unchanged;
    private long _superseded;

    public async Task<RegisterImportResult> RunAsync(string file, CancellationToken cancellationToken)
    {
        using var table = TableFile.Open(file, options.File);
        var columns = RegisterColumns.Of(register, table.Headers, options.Columns);
        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var write = new RegisterWrite(batch, register);
            foreach (var row in table.Rows())
            {
                cancellationToken.ThrowIfCancellationRequested();
                _rows++;
                await TakeAsync(write, Path.GetFileName(file), columns, row, cancellationToken).ConfigureAwait(false);
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new RegisterImportResult(_rows, _added, _unchanged, _superseded, _rejected);
    }

    private async Task TakeAsync(RegisterWrite write, string source, RegisterColumns columns, TableRow row, CancellationToken cancellationToken)
    {
        try
        {
            var fields = register.Fields.Where(field => columns.Of(field.Name) is not null).ToDictionary(field => field.Name, field => Value(field.Kind, columns, field.Name, row), StringComparer.Ordinal);
            var from = Day(columns, RegisterColumns.From, row) ?? options.From;
            var addition = new RegisterAddition(register.Name, fields, from, options.Author) { Until = Day(columns, RegisterColumns.Until, row), Role = options.Role, Source = source };
            await PutAsync(write, addition, cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error) when (error.Code is ErrorCodes.RecordInvalid or ErrorCodes.RegisterConflict or ErrorCodes.RoleMayNot)
        {
            Reject(row, Because.Refused(error.Message));
        }
        catch (RowRejectedException error)
        {
            Reject(row, error.Reason);
        }
    }

    private async Task PutAsync(RegisterWrite write, RegisterAddition addition, CancellationToken cancellationToken)
    {
        if (options.Supersede.Length > 0 && await write.OtherwiseAsync(addition, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            await write.SupersedeAsync(entry, new Supersession(entry.Id, addition.Fields, addition.From, options.Author, options.Role, options.Supersede) { Until = addition.Until }, cancellationToken).ConfigureAwait(false);
            _superseded++;
        }
        else if ((await write.AddAsync(addition, cancellationToken).ConfigureAwait(false)).Added)
        {
            _added++;
        }
        else
        {
            _unchanged++;
        }
    }

    private string Value(ValueKind kind, RegisterColumns columns, string field, TableRow row)
    {
        var (cell, exact) = columns.Cell(field, row);
        if (cell.Length == 0)
        {
            return "";
        }

        var column = columns.Of(field)!;
        return kind switch
        {
            ValueKind.Number => _numbers.ReadPlain(cell, exact, out var number) switch
            {
                AmountFault.None => number.ToString(CultureInfo.InvariantCulture),
                AmountFault.Ambiguous => throw new RowRejectedException(Because.AmbiguousAmount(cell, column)),
                _ => throw new RowRejectedException(Because.NotANumber(cell, column)),
            },
            ValueKind.Date => _dates.TryRead(cell, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : throw new RowRejectedException(Because.BadDate(cell, column)),
            ValueKind.Boolean => YesNoCell.TryRead(cell, out var yes) ? yes ? "true" : "false" : throw new RowRejectedException(Because.NotYesOrNo(cell, column)),
            ValueKind.Choice => register.Fields.First(known => known.Name == field).Choices.FirstOrDefault(choice => cell == choice.Title.En || cell == choice.Title.Zh)?.Value ?? cell,
            _ => cell,
        };
    }

    private DateOnly? Day(RegisterColumns columns, string name, TableRow row) =>
        columns.Of(name) is not null && Value(ValueKind.Date, columns, name, row) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private void Reject(TableRow row, RowReason reason) => _rejected.Add(new RejectedRow(row.Number, reason, row.Cells));
}
