using System.Globalization;
using Clientele.Templating;

namespace Clientele.Import;

/// <summary>Compiles the rules and expressions of a mapping, in the language of the templates. Columns are texts, blank cells empty ones; <c>cell.number</c> and <c>cell.day</c> read them as the mapping says.</summary>
internal sealed class RowLanguage
{
    private const string Part = "part";
    private const string Parts = "parts";

    private readonly TemplateEngine _engine;

    public RowLanguage(TypedCells cells) => _engine = new TemplateEngine(new TemplateOptions
    {
        Escaping = Escaping.None,
        Modules =
        [
            new FunctionModule("cell")
                .Add("number", call => cells.NumberOrNull(call.Text(0)), required: 1, most: 1, isPure: true)
                .Add("day", call => cells.DayOrNull(call.Text(0)), required: 1, most: 1, isPure: true),
        ],
    });

    /// <exception cref="ClienteleException">The rule does not compile, or names a column the file does not have (<see cref="ErrorCodes.ExpressionInvalid"/>).</exception>
    public RowRule Rule(string rule, Columns columns)
    {
        var compiled = Compile(() => _engine.CompileRule(rule, ""));
        var reads = Reads(compiled.Names, columns);
        return row => Compute(rule, () => compiled.Evaluate(new Facts(row, reads)) == RuleOutcome.Holds);
    }

    /// <exception cref="ClienteleException">The expression does not compile, or names a column the file does not have (<see cref="ErrorCodes.ExpressionInvalid"/>).</exception>
    public RowText Text(string template, Columns columns)
    {
        var compiled = Compile(() => _engine.Compile(template, ""));
        string[] names = [.. compiled.Variables.Select(path => path.Split('.')[0]).Distinct(StringComparer.Ordinal)];
        var reads = Reads(names, columns);
        return row => Compute(template, () => compiled.Render(Model(row, names, reads)).Trim());
    }

    private static Dictionary<string, object?> Model(SourceRow row, string[] names, Func<SourceRow, object>[] reads)
    {
        var model = new Dictionary<string, object?>(names.Length, StringComparer.Ordinal);
        for (var index = 0; index < names.Length; index++)
        {
            model[names[index]] = reads[index](row);
        }

        return model;
    }

    private static Func<SourceRow, object>[] Reads(IReadOnlyList<string> names, Columns columns)
    {
        var unknown = names.Where(name => name is not (Part or Parts) && columns.FindName(name) < 0).ToList();
        if (unknown.Count > 0)
        {
            throw new ClienteleException(ErrorCodes.ExpressionInvalid, string.Join(' ', unknown.Select(name => $"No column is called '{name}' in rules; {Nearest.Hint(name, columns.Names)}")));
        }

        return [.. names.Select(name => Read(name, columns))];
    }

    private static Func<SourceRow, object> Read(string name, Columns columns)
    {
        var column = columns.FindName(name);
        return column >= 0 ? row => row.Cell(column)
            : name == Part ? row => row.Part
            : row => row.Parts;
    }

    private static T Compile<T>(Func<T> compile)
    {
        try
        {
            return compile();
        }
        catch (TemplateException error)
        {
            throw new ClienteleException(ErrorCodes.ExpressionInvalid, Sentence(error), error);
        }
    }

    private static T Compute<T>(string text, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (TemplateException error)
        {
            throw new RowRejectedException(Because.Expression(Sentence(error), text));
        }
    }

    // One line for the problem list and the error file; the place within the expression instead of a caret.
    private static string Sentence(TemplateException error)
    {
        var first = error.Diagnostics[0];
        var suggestion = first.Suggestion is null ? "" : $" Did you mean '{first.Suggestion}'?";
        return string.Create(CultureInfo.InvariantCulture, $"{first.Message}{suggestion} (line {first.Line}, column {first.Column} of the expression)");
    }

    private sealed class Facts(SourceRow row, Func<SourceRow, object>[] reads) : IRuleFacts
    {
        public RuleValue Get(int nameIndex) => reads[nameIndex](row) switch
        {
            int number => RuleValue.Of((decimal)number),
            var text => RuleValue.Of((string)text),
        };
    }
}
