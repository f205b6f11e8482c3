namespace Clientele.Templating.Tests;

public sealed class LanguageTests
{
    [Fact]
    public void Text_without_code_is_written_as_it_is() => Assert.Equal("a\n b", Render.Text("a\n b"));

    [Fact]
    public void A_missing_member_prints_nothing() => Assert.Equal("<>", Render.Text("<{{ a.b }}>", new { A = new { C = 1 } }));

    [Theory]
    [InlineData("{{ 1 + 2 * 3 }}", "7")]
    [InlineData("{{ 'a' + 1 }}", "a1")]
    [InlineData("{{ 4 / 2 }}", "2")]
    [InlineData("{{ 2147483647 + 1 }}", "2147483648")]
    [InlineData("{{ null ?? 'x' }}", "x")]
    [InlineData("{{ 'x' | string.upcase | string.append '!' }}", "X!")]
    [InlineData("{{ 1..3 | array.join ',' }}", "1,2,3")]
    [InlineData("{{ [1, 'a', null] }}", "[1, \"a\", null]")]
    [InlineData("{{ {a: 1, \"b c\": 2} }}", "{a: 1, \"b c\": 2}")]
    [InlineData("{{ if 0 }}yes{{ else }}no{{ end }}", "yes")]
    [InlineData("{{ for i in 1..3 }}{{ i }}{{ if !for.last }},{{ end }}{{ end }}", "1,2,3")]
    [InlineData("{{ x = 5; while x > 3; x = x - 1; x; end }}", "43")]
    [InlineData("{{ case 2; when 1; 'a'; when 2, 3; 'b'; else; 'c'; end }}", "b")]
    [InlineData("{{ func add(a, b = 10); ret a + b; end; add 1; ' '; add 1 2 }}", "11 3")]
    [InlineData("{{ capture x }}hello{{ end }}{{ x | string.size }}", "5")]
    [InlineData("{{ with {a: 1} }}{{ a }}{{ end }}", "1")]
    [InlineData("{{ 1234.5 | math.format 'N2' }}", "1,234.50")]
    [InlineData("{{ date.parse '2026-01-05' | date.to_string '%Y/%m/%d' }}", "2026/01/05")]
    public void The_language_computes(string template, string expected) => Assert.Equal(expected, Render.Text(template));

    [Fact]
    public void Whitespace_control_removes_what_it_says() =>
        Assert.Equal("a\nb\nc", Render.Text("a\n{{~ if true ~}}\nb\n{{~ end ~}}\nc"));

    [Fact]
    public void A_model_is_read_through_snake_case_names() =>
        Assert.Equal("2026-03-01 12.50 yes", Render.Text(
            "{{ occurred_on | date.to_string '%F' }} {{ amount }} {{ if is_open; 'yes'; end }}",
            new { OccurredOn = new DateOnly(2026, 3, 1), Amount = 12.50m, IsOpen = true }));

    [Fact]
    public void An_include_sees_its_arguments_and_the_globals()
    {
        var engine = Render.Engine(files: new() { ["part"] = "{{ greeting }} {{ $1 }} {{ $name }}" });
        Assert.Equal("hi 1 Ada", engine.Compile("{{ include 'part' 1 name: 'Ada' }}", "t").Render(new { Greeting = "hi" }));
    }

    [Fact]
    public void A_module_without_a_name_gives_functions_called_by_their_bare_name()
    {
        var module = new FunctionModule("").Add("t", call => call.Text(0) + "/" + call.Text(1), required: 2, most: 2);
        var engine = new TemplateEngine(new TemplateOptions { Modules = [module] });

        Assert.Equal("a/b", engine.Compile("{{ t 'a' 'b' }}", "test").Render(null));
        Assert.Equal("a/b", engine.Compile("{{ 'a' | t 'b' }}", "test").Render(null));
        Assert.Throws<TemplateException>(() => engine.Compile("{{ t 'a' }}", "test").Render(null));
    }

    [Fact]
    public void A_host_function_is_called_with_the_culture_of_the_render()
    {
        var module = new FunctionModule("format").Add("money", call => call.Number(0).ToString("N2", call.Culture), required: 1);
        var engine = new TemplateEngine(new TemplateOptions { Modules = [module] });
        Assert.Equal("1,234.50", engine.Compile("{{ price | format.money }}", "t").Render(new { Price = 1234.5m }));
    }

    [Fact]
    public void The_variables_of_a_template_are_listed() => Assert.Equal(
        ["client.name", "items", "items.price"],
        Render.Engine().Compile("{{ x = client.name; x; for i in items; i.price; end; items.size }}", "t").Variables);
}
