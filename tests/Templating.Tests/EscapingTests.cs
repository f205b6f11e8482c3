namespace Clientele.Templating.Tests;

public sealed class EscapingTests
{
    [Fact]
    public void Values_are_escaped_and_template_text_is_not() =>
        Assert.Equal("<b>&lt;i&gt;</b>", Render.Text("<b>{{ x }}</b>", new { X = "<i>" }, Escaping.Html));

    [Fact]
    public void Raw_opts_out() => Assert.Equal("<i>", Render.Text("{{ x | raw }}", new { X = "<i>" }, Escaping.Html));

    [Fact]
    public void A_capture_is_not_escaped_twice() =>
        Assert.Equal("<p>&amp;</p>", Render.Text("{{ capture c }}<p>{{ '&' }}</p>{{ end }}{{ c }}", null, Escaping.Html));

    [Fact]
    public void An_include_is_not_escaped_twice() => Assert.Equal(
        "<p>&lt;</p>", Render.Engine(Escaping.Html, new() { ["p"] = "<p>{{ '<' }}</p>" }).Compile("{{ include 'p' }}", "t").Render(null));

    [Fact]
    public void The_extension_of_the_name_decides() => Assert.Equal(
        "&lt;", new TemplateEngine(new TemplateOptions()).Compile("{{ '<' }}", "a.html").Render(null));

    [Theory]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("*x*", "\\*x\\*")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("一行\n# 二行", "一行 # 二行")]
    [InlineData("上海市政工程设计研究总院（集团）有限公司", "上海市政工程设计研究总院（集团）有限公司")]
    public void A_value_cannot_become_markdown(string value, string expected) =>
        Assert.Equal(expected, Render.Text("{{ x }}", new { X = value }, Escaping.Markdown));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=1+2", "\"'=1+2\"")]
    [InlineData("-5", "-5")]
    public void A_value_stays_in_its_csv_field(string value, string expected) =>
        Assert.Equal(expected, Render.Text("{{ x }}", new { X = value }, Escaping.Csv));
}
