using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele.Templating.Tests;

/// <summary>Every row of the table of quirks in docs/scriban.md, shown by a template: what it gives here, and with the compatibility option. An error is written as "!".</summary>
public sealed class QuirkTests
{
    private static readonly RenderOptions German = new() { Culture = CultureInfo.GetCultureInfo("de-DE"), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    public static TheoryData<string, string, string, string> Rows { get; } = new()
    {
        { "`capture x` gives", "{{ capture x }}ab{{ end }}{{ x + 1 }} {{ x.size }}", "ab1 2", "ab1 2" },
        { "`$\"{true} {1.5} {[1]}\"`", "{{ $\"{true} {1.5} {[1]}\" }}", "true 1,5 [1]", "True 1,5 Scriban.Runtime.ScriptArray" },
        { "`array.sort` compares", "{{ ['z', 'ä', 'a'] | array.sort | array.join '' }}", "aäz", "aäz" },
        { "`array.sort` compares", "{{ [1, 'a', {}] | array.sort }}", "!", "!" },
        { "`string.starts_with`", "{{ 'ab' | string.starts_with '\u00AD' }} {{ 'ae' | string.index_of 'æ' }} {{ 'e' | string.ends_with '\u200D' }}", "false -1 false", "false -1 false" },
        { "`date.parse` gives 0001", "{{ date.parse 'no date' }}", "", "01 Jan 0001" },
        { "`%B` in `date.parse`", "{{ date.parse '31 March 2026' '%d %B %Y' 'en-US' | date.to_string '%F' }}", "2026-03-31", "0001-01-01" },
        { "text with an offset", "{{ date.parse '2026-03-31T23:00:00+00:00' | date.to_string '%F %H' }}", "2026-04-01 07", "2026-04-01 07" },
        { "`string.truncatewords`", "{{ 'a b c' | string.truncatewords 2 '!' }}|{{ ' a b ' | string.truncatewords 2 }}", "a b!|a b", "a b...| a..." },
        { "`[1, 2] != [1, 3]`", "{{ [1, 2] != [1, 3] }}", "true", "false" },
        { "`array.contains`, `array.uniq`", "{{ [1] | array.contains 1.0 }} {{ [1, 1.0] | array.uniq | array.size }}", "true 1", "false 2" },
        { "`(1..9) / 2`", "{{ (1..9) / 2 }} {{ [1, 2, 3, 4] / 2 }}", "[1, 2, 3] [1, 2]", "[1, 2, 3] [1, 2]" },
        { "a whole number of a million bits", "{{ 1 << 1000000 }}", "!", "!" },
        { "`\"abc\"[10]`", "{{ x = 'abc'; y = [1]; x[10] }}{{ y[10] }}", "", "!" },
        { "`[1, 2][0]`", "{{ [1, 2][0] }}", "!", "!" },
        { "an unknown named argument", "{{ string.upcase foo: 'a' }}", "!", "A" },
        { "too many arguments", "{{ string.upcase 'a' 'b' 'c' }}", "!", "!" },
        { "`for x in null", "{{ for x in null; x; else; 'none'; end }}{{ for x in []; x; else; 'empty'; end }}", "empty", "empty" },
        { "`while` has no `else`", "{{ while false; else; 1; end }}", "!", "!" },
        { "`object.eval \"x = 5\"`", "{{ object.eval 'x = 5' }}{{ x }}", "5", "5" },
        { "`b = this` inside `with`", "{{ a = {c: 1}; with a; b = this; end; a.b.c }}", "1", "1" },
        { "positions of errors", "{{ 1 +", "!", "!" },
        { "a big integer and a decimal", "{{ x = 99999999999999999999 + 1.5m; x }}", "100000000000000000000,5", "!" },
        { "an unknown option letter", "{{ 'a' | regex.match 'A' 'q' }}", "!", "[]" },
        { "output over `LimitToString`", "{{ x = 'a' * 900000; x; x; x | string.size }}", "aaaa900000", "aaaaaaa..." },
        { "`LoopLimit` 1000", "{{ for i in 1..40; for j in 1..40; end; end }}", "", "!" },
        { "nested indented blocks", "  {{ for x in [1] }}\n  {{ \"a\\nb\" }}\n  {{ end }}|", "  \n    a\n    b\n    |", "  \n    a\n  b\n    |" },
        { "templates may write to the model", "{{ model.a = 2; model.a }}", "!", "2" },
        { "no escaping", "{{ '<' }}", "&lt;", "<" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_quirk_is_as_the_table_says(string row, string template, string here, string compatible)
    {
        Assert.Contains(Table(), line => line.Contains(row, StringComparison.Ordinal));
        Assert.Equal(here, Rendered(template, isCompatible: false));
        Assert.Equal(compatible, Rendered(template, isCompatible: true));
    }

    [Fact]
    public void Every_row_of_the_table_is_shown() =>
        Assert.All(Table(), line => Assert.Contains(Rows, row => line.Contains((string)row[0], StringComparison.Ordinal)));

    private static string Rendered(string template, bool isCompatible)
    {
        // Escaping follows the file's name, and unchanged Scriban has none.
        var engine = new TemplateEngine(new TemplateOptions { ScribanCompatible = isCompatible, Loader = new Part() });
        try
        {
            var text = engine.Compile(template, isCompatible ? "quirk" : "quirk.html").Render(new Dictionary<string, object?> { ["model"] = new Dictionary<string, object?> { ["a"] = 1 } }, German);
            return text.Length > 100 ? text[^10..] : text;
        }
        catch (TemplateException)
        {
            return "!";
        }
    }

    private static string[] Table([CallerFilePath] string path = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(path)!, "../../docs/scriban.md")).SkipWhile(line => !line.StartsWith("| Scriban's quirk", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))];

    private sealed class Part : ITemplateLoader
    {
        public string Load(string path) => "  {{ \"x\\ny\" }}";
    }
}
