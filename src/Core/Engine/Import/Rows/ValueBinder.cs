namespace Clientele.Import;

/// <summary>Finds the columns that a mapping names in a file, and keeps what it cannot find.</summary>
internal sealed class ValueBinder(Columns columns, RowLanguage language, List<MappingProblem> problems)
{
    private static readonly RowText Nothing = _ => "";

    public ValueReader? Optional(MappedValue? value) => value is null ? null : Bind(value);

    public ValueReader Bind(MappedValue value) => value.Kind switch
    {
        MappedValueKind.Constant => new(value.Text, -1, _ => value.Text),
        MappedValueKind.Expression => new(value.Text, -1, Compile(() => language.Text(value.Text, columns), value.Line) ?? Nothing),
        _ => Column(value),
    };

    public IReadOnlyList<(string Name, ValueReader Value)> Bind(IReadOnlyDictionary<string, MappedValue> values) =>
        [.. values.Select(pair => (pair.Key, Bind(pair.Value)))];

    public RowRule? Rule(string rule, int line) => rule.Length == 0 ? null : Compile(() => language.Rule(rule, columns), line);

    public int Column(string header, int line)
    {
        var column = columns.Find(header);
        if (column < 0)
        {
            problems.Add(new(line, $"The file has no column '{header}'; {Nearest.Hint(header, [.. columns.Headers.Where(known => known.Length > 0)])}"));
        }

        return column;
    }

    public void Problem(int line, string message) => problems.Add(new(line, message));

    private ValueReader Column(MappedValue value)
    {
        var column = Column(value.Text, value.Line);
        return column < 0 ? new(value.Text, -1, Nothing) : new(columns.Headers[column], column, row => row.Cell(column));
    }

    private T? Compile<T>(Func<T> compile, int line)
        where T : class
    {
        try
        {
            return compile();
        }
        catch (ClienteleException error)
        {
            problems.Add(new(line, error.Message));
            return null;
        }
    }
}
