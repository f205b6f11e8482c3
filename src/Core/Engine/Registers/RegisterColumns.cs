using Clientele.Import;

namespace Clientele.Registers;

/// <summary>Which column of a file is which field of a register: the one named so, or headed by the field's title in either language.</summary>
internal sealed class RegisterColumns
{
    /// <summary>The column of the first day in force, and that of the first day no longer.</summary>
    public const string From = "from";

    /// <inheritdoc cref="From"/>
    public const string Until = "until";

    private readonly Dictionary<string, (string Header, int Index)> _columns = new(StringComparer.Ordinal);

    private RegisterColumns()
    {
    }

    /// <exception cref="ClienteleException">A column that was named is not there, or a field that every entry must have is in no column (<see cref="ErrorCodes.MappingInvalid"/>).</exception>
    public static RegisterColumns Of(RegisterDefinition register, IReadOnlyList<string> headers, IReadOnlyDictionary<string, string> stated)
    {
        var columns = new RegisterColumns();
        foreach (var field in register.Fields)
        {
            columns.Find(field.Name, headers, stated.TryGetValue(field.Name, out var named) ? [named] : [field.Name, field.Title.En, field.Title.Zh], named is not null);
        }

        columns.Find(From, headers, [stated.GetValueOrDefault(From, From), "生效日期"], stated.ContainsKey(From));
        columns.Find(Until, headers, [stated.GetValueOrDefault(Until, Until), "失效日期"], stated.ContainsKey(Until));
        var missing = register.Fields.Where(field => (field.Required || register.Key.Contains(field.Name, StringComparer.Ordinal)) && columns.Of(field.Name) is null).Select(field => field.Name).ToList();
        return missing.Count == 0
            ? columns
            : throw new ClienteleException(ErrorCodes.MappingInvalid, $"No column is headed {string.Join(", ", missing)}; there are {string.Join(", ", headers.Select(header => $"'{header}'"))}. Say which column is which field.");
    }

    /// <summary>The header of a field's column; <see langword="null"/> when it has none.</summary>
    public string? Of(string field) => _columns.TryGetValue(field, out var column) ? column.Header : null;

    /// <summary>A field's cell, and whether it is a number to the spreadsheet program; blank when the field has no column.</summary>
    public (string Cell, bool Exact) Cell(string field, TableRow row) =>
        _columns.TryGetValue(field, out var column) && column.Index < row.Cells.Count ? (row.Cells[column.Index].Trim(), row.Exact.Contains(column.Index)) : ("", false);

    private void Find(string field, IReadOnlyList<string> headers, IReadOnlyList<string> names, bool stated)
    {
        for (var index = 0; index < headers.Count; index++)
        {
            if (names.Contains(headers[index], StringComparer.OrdinalIgnoreCase))
            {
                _columns[field] = (headers[index], index);
                return;
            }
        }

        if (stated)
        {
            throw new ClienteleException(ErrorCodes.MappingInvalid, $"There is no column '{names[0]}' for {field}; there are {string.Join(", ", headers.Select(header => $"'{header}'"))}.");
        }
    }
}
