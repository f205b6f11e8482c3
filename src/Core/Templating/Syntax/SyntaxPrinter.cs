using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>Writes a syntax tree back as text that parses to the same tree.</summary>
internal sealed partial class SyntaxPrinter
{
    private readonly StringBuilder _text = new();

    private SyntaxPrinter()
    {
    }

    /// <summary>A whole template, as one code block with the text between.</summary>
    public static string Print(BlockSyntax page)
    {
        var printer = new SyntaxPrinter();
        printer._text.Append("{{ ");
        printer.Statements(page);
        return printer._text.Append(" }}").ToString();
    }

    /// <summary>An anonymous function, on one line.</summary>
    public static string Print(FunctionSyntax function)
    {
        var printer = new SyntaxPrinter();
        printer.Anonymous(function);
        return printer._text.ToString();
    }

    private void Anonymous(FunctionSyntax function)
    {
        _text.Append("do; ");
        Body(function.Body);
    }

    private void Body(BlockSyntax block)
    {
        if (Statements(block))
        {
            _text.Append("; ");
        }

        _text.Append("end");
    }

    private bool Statements(BlockSyntax block)
    {
        var isFirst = true;
        foreach (var statement in block.Statements.Where(s => s is not IndentSyntax))
        {
            _text.Append(isFirst ? "" : "; ");
            isFirst = false;
            Statement(statement);
        }

        return !isFirst;
    }

    // Text in the middle of code ends the block and begins another; whatever could be read as code is quoted.
    private void Raw(string text)
    {
        // A sign beside the quotation would read as whitespace control.
        var start = text.Length - text.TrimStart('-', '~').Length;
        var end = Math.Max(start, text.TrimEnd('-', '~').Length);
        var level = 1;
        while (text.Contains("}" + new string('%', level) + "}", StringComparison.Ordinal))
        {
            level++;
        }

        var marks = new string('%', level);
        var isQuoted = text.AsSpan().IndexOfAny("{}%-~") >= 0;
        _text.Append(" }}");
        _text.Append(text, 0, isQuoted ? start : text.Length);
        if (isQuoted)
        {
            _text.Append('{').Append(marks).Append('{').Append(text, start, end - start).Append('}').Append(marks).Append('}').Append(text, end, text.Length - end);
        }

        _text.Append("{{ ");
    }

    private static string Literal(in Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Bool => value.Bool ? "true" : "false",
        ValueKind.String => $"\"{TextLiteral.Escape(value.Text)}\"",
        ValueKind.Float => Point(value.Float.ToString("R", CultureInfo.InvariantCulture)) + "f",
        ValueKind.Double => Point(value.Double.ToString("R", CultureInfo.InvariantCulture)),
        ValueKind.Decimal => Point(value.Decimal.ToString(CultureInfo.InvariantCulture)) + "m",
        _ => value.BigInteger.ToString(CultureInfo.InvariantCulture),
    };

    private static string Point(string number) => number.Contains('.', StringComparison.Ordinal) ? number
        : number.IndexOf('E', StringComparison.Ordinal) is >= 0 and var exponent ? number.Insert(exponent, ".0")
        : number + ".0";
}
