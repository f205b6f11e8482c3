namespace Clientele.Import;

/// <summary>A mapping guessed from the headers and first rows of a file, in both languages: to be shown, written beside the file and corrected.</summary>
/// <remarks>Immutable and thread-safe. What the file does not prove, such as whether 03/04/2025 is in March or in April, is left open: those rows are rejected until the mapping says it.</remarks>
public sealed record MappingGuess
{
    /// <summary>The mapping.</summary>
    public required ImportMapping Mapping { get; init; }

    /// <summary>What each column was taken for, in the order of the file.</summary>
    public required IReadOnlyList<GuessedColumn> Columns { get; init; }

    /// <summary>What was detected in the file, such as <c>CSV, gb18030, comma</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Guesses a mapping.</summary>
    /// <param name="file">The file.</param>
    /// <param name="asOf">The day for facts and clients that the file does not date.</param>
    /// <param name="format">How the file is to be read, where that cannot be seen.</param>
    /// <returns>The guess.</returns>
    /// <exception cref="ClienteleException">The file cannot be read (<see cref="ErrorCodes.ImportUnreadable"/>), or no column looks like a client's name or id (<see cref="ErrorCodes.MappingInvalid"/>).</exception>
    public static MappingGuess From(string file, DateOnly asOf, TableFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var table = TableFile.Open(file, format ?? new TableFormat());
        var sample = new ColumnSample(table);
        var columns = new GuessedColumns(sample);
        return columns.Has(ColumnMeaning.ClientName) || columns.Has(ColumnMeaning.ClientId)
            ? new MappingGuess
            {
                Mapping = new MappingDraft(Path.GetFileNameWithoutExtension(file), columns, sample, asOf, format ?? new TableFormat()).Build(),
                Columns = columns.All,
                Format = sample.Description,
            }
            : throw new ClienteleException(ErrorCodes.MappingInvalid, $"No column of '{file}' looks like a client's name or id; write a mapping file. The columns are {string.Join(", ", sample.Headers.Select(header => $"'{header}'"))}.");
    }

    /// <summary>The mapping file, with the columns it does not use listed at its end.</summary>
    /// <returns>YAML.</returns>
    public string ToYaml() => MappingWriter.Write(
        Mapping,
        [$"Guessed from the headers ({Format}); please check. 根据表头猜测,请核对。"],
        [.. Columns.Where(column => column.Meaning == ColumnMeaning.Unknown).Select(column => $"not used 未使用: {column.Header}{(column.Example.Length > 0 ? $" ({Short(column.Example)})" : "")}")]);

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 40 ? line : $"{line[..40]}…";
    }
}
