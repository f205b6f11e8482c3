using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Markdig;

namespace Clientele.Templating.Tests;

/// <summary>What holds for arbitrary templates and values.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Fragments =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", " ", "\n", "x", "y", "$x", "$", "$0", "1", "2.5", "'a'", "\"b{\"", "$'a{x}'", "`c`", "[", "]", "{", "}", "(", ")",
        ",", ":", ";", ".", "?.", "?", "|", "+", "-", "*", "/", "//", "%", "==", "!=", "<", ">=", "&&", "||", "??", "..", "<<", "=", "+=", "++", "!", "@", "^", "if ", "else ",
        "end ", "for ", " in ", "while ", "case ", "when ", "func f ", "func g(a, b = 1) ", "ret ", "break ", "capture c ", "with {a: 1} ", "wrap f ", "do ", "tablerow ",
        "import ", "readonly ", "string.upcase", "array.map", "math.plus ", "1..3", "include 'p'", "empty", "null", "true", "# c", "## d ##", "a: 1", "[1,2]", "{b: 2}", "text",
    ];

    private static readonly Arbitrary<string> Templates = Gen.Elements(Fragments).ArrayOf().Select(string.Concat)
        .Select(code => "{{ " + code + " }}").ToArbitrary();

    private static readonly Arbitrary<string> Values = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements(
            "<", ">", "&", "\"", "'", "`", "*", "_", "#", "-", "+", "1.", "1)", "|", "~", "[", "]", "(", ")", "!", "\\", "\n", "\r\n", "    ", "\t", "=", "---", "***", "```", "~~~",
            "<script>", "</td>", "<!--", "&lt;", "http://x.y", "www.a.b", "a@b.c", "中文", "javascript:", ",", ";", "\0", " ", "x", "1", "](", ":", "|--|", "{", "$").ArrayOf().Select(string.Concat)).ToArbitrary();

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void The_parser_throws_nothing_but_its_own_diagnostics() => Prop.ForAll(Templates, text =>
    {
        try
        {
            new TemplateEngine(new TemplateOptions()).Compile(text, "t");
        }
        catch (TemplateException)
        {
            // What is wrong is said.
        }
    }).Check(Runs);

    [Fact]
    public void Rendering_ends_within_the_budget() => Prop.ForAll(Templates, text =>
    {
        var budget = new TemplateBudget { Steps = 10_000, Deadline = TimeSpan.FromSeconds(5), StringChars = 100_000, OutputChars = 100_000 };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            new TemplateEngine(new TemplateOptions { Budget = budget }).Compile(text, "t").Render(new { X = 1, Y = new[] { 1, 2 } });
        }
        catch (TemplateException)
        {
            // Crossing the budget is an error like any other.
        }

        return watch.Elapsed < TimeSpan.FromSeconds(6);
    }).Check(Runs);

    [Fact]
    public void A_printed_tree_parses_to_the_same_tree() => Prop.ForAll(Templates, text =>
    {
        BlockSyntax page;
        try
        {
            page = Parser.Parse(new SourceText(text, "t"), ScribanSettings.Default);
        }
        catch (TemplateException)
        {
            return true;
        }

        var printed = SyntaxPrinter.Print(page);
        var again = SyntaxPrinter.Print(Parser.Parse(new SourceText(printed, "t"), ScribanSettings.Default));
        return again == printed ? true : throw new InvalidOperationException($"{printed}\nthen\n{again}");
    }).Check(Runs);

    [Fact]
    public void A_value_stays_in_its_html_element_and_attribute() => Prop.ForAll(Values, value =>
    {
        var text = Render.Text("{{ x }}", new { X = value }, Escaping.Html);
        return text.IndexOfAny(['<', '>', '"', '\'']) < 0 && WebUtility.HtmlDecode(text) == value.Replace('\0', '\uFFFD');
    }).Check(Runs);

    [Fact]
    public void A_value_stays_in_an_attribute_without_quotes() => Prop.ForAll(Values, value =>
        Render.Text("{{ x }}", new { X = value }, Escaping.HtmlAttribute).IndexOfAny([' ', '\t', '\n', '\r', '\f', '<', '>', '"', '\'', '`', '=']) < 0).Check(Runs);

    [Fact]
    public void A_value_stays_in_its_json_string() => Prop.ForAll(Values, value =>
    {
        var json = Render.Text("{\"a\": \"{{ x }}\"}", new { X = value }, Escaping.Json);
        var whole = new System.Text.UnicodeEncoding().GetString(new System.Text.UnicodeEncoding().GetBytes(value));
        return JsonDocument.Parse(json).RootElement.GetProperty("a").GetString() == whole;
    }).Check(Runs);

    [Fact]
    public void A_value_stays_in_its_csv_field() => Prop.ForAll(Values, Values, (a, b) =>
    {
        var fields = CsvFields(Render.Text("{{ a }},{{ b }}", new { A = a, B = b }, Escaping.Csv));
        return fields.Count == 2 && Same(fields[0], a) && Same(fields[1], b);

        static bool Same(string field, string value) => field == value || field == "'" + value;
    }).Check(Runs);

    [Theory]
    [InlineData("{{ x }}")]
    [InlineData("text {{ x }} text")]
    [InlineData("# {{ x }}")]
    [InlineData("- {{ x }}")]
    [InlineData("> {{ x }}")]
    [InlineData("1. {{ x }}")]
    [InlineData("a\n{{ x }}\nb")]
    [InlineData("| h | g |\n|---|---|\n| {{ x }} | y |\n")]
    [InlineData("[{{ x }}](http://a.b)")]
    [InlineData("![{{ x }}](http://a.b)")]
    [InlineData("[a](/to/{{ x }})")]
    [InlineData("<b title=\"{{ x }}\">{{ x }}</b>")]
    [InlineData("{{ x }}{{ x }}")]
    public void A_value_cannot_become_markdown_structure_or_html(string template)
    {
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();
        var allowed = Tags(Markdown.ToHtml(Render.Text(template, new { X = "x" }, Escaping.Markdown), pipeline));
        Prop.ForAll(Values.Filter(value => !string.IsNullOrWhiteSpace(value)), value =>
        {
            var tags = Tags(Markdown.ToHtml(Render.Text(template, new { X = value }, Escaping.Markdown), pipeline));
            foreach (var tag in allowed)
            {
                tags.Remove(tag);
            }

            return tags.Count == 0 ? true : throw new InvalidOperationException(string.Join(' ', tags));
        }).Check(Runs);
    }

    private static List<string> Tags(string html) =>
        [.. html.Split('<').Skip(1).Select(tag => "<" + tag.Split(' ', '>', '\n')[0])];

    private static List<string> CsvFields(string text)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[i++]);
            }
            else if (text[i] == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (text[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(text[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
