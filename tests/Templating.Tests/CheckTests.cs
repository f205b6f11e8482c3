namespace Clientele.Templating.Tests;

public sealed class CheckTests
{
    private static readonly ModelSchema Schema = new ModelSchema().Add("client.name").Add("client.contacts.name").Add("today");

    [Theory]
    [InlineData("{{ client.nmae }}", "The model has no `client.nmae`: there is no `nmae`. Did you mean `name`?")]
    [InlineData("{{ clint.name }}", "The model has no `clint.name`: there is no `clint`. Did you mean `client`?")]
    [InlineData("{{ for c in client.contacts; c.phone; end }}", "The model has no `client.contacts.phone`: there is no `phone`.")]
    [InlineData("{{ 'a' | string.upcas }}", "There is no function `string.upcas`. Did you mean `string.upcase`?")]
    [InlineData("{{ 'a' | string.append }}", "`string.append` takes 2 arguments, not 1.")]
    [InlineData("{{ string.upcase 'a' 'b' }}", "`string.upcase` takes 1 arguments, not 2.")]
    public void A_mistake_is_found_without_rendering(string template, string expected)
    {
        var diagnostic = Assert.Single(Render.Engine().Compile(template, "t").Check(Schema));
        Assert.Equal(expected, diagnostic.Message + (diagnostic.Suggestion is { } other ? $" Did you mean `{other}`?" : ""));
    }

    [Theory]
    [InlineData("{{ client.name | string.upcase }} {{ today | date.to_string '%F' }}")]
    [InlineData("{{ x = 1; x.y }} {{ for c in client.contacts; c.name; for.index; end }} {{ client.contacts.size }}")]
    [InlineData("{{ func f(a); a.anything; end; f client }} {{ 'x' | string.replace 'a' replace: 'b' }}")]
    [InlineData("{{ math.plus ^[1, 2] }} {{ date.format }}")]
    public void A_good_template_has_no_diagnostics(string template) =>
        Assert.Empty(Render.Engine().Compile(template, "t").Check(Schema));

    [Fact]
    public void An_included_template_is_checked_where_it_is_included()
    {
        var engine = Render.Engine(files: new() { ["row"] = "{{ include 'cell' }}\n{{ client.nmae }}", ["cell"] = "{{ name }} {{ 'a' | string.upcas }}" });
        var diagnostics = engine.Compile("{{ name = 'x'; include 'row' }}{{ 'row' | include }}{{ include_join ['cell'] ', ' 'tpl:row' }}", "t").Check(Schema);
        Assert.Equal(["row(2,4): CLT2002", "cell(1,21): CLT2003"], diagnostics.Select(d => $"{d.File}({d.Line},{d.Column}): {d.Code}").OrderDescending());
        Assert.Equal(["row(1,12): include cell", "t(1,24): include row"], diagnostics.Single(d => d.File == "cell").Stack);
    }

    [Fact]
    public void Templates_that_include_each_other_are_checked_once_each()
    {
        var engine = Render.Engine(files: new() { ["a"] = "{{ clinet }}{{ include 'b' }}", ["b"] = "{{ include 'a' }}{{ today }}" });
        Assert.Equal("a", Assert.Single(engine.Compile("{{ include 'a' }}", "t").Check(Schema)).File);
        Assert.Equal(["clinet", "today"], engine.Compile("{{ include 'a' }}", "t").Variables);
    }

    [Theory]
    [InlineData("{{ include 'nowhere' }}", "t(1,12)", TemplateErrorCode.IncludeNotFound)]
    [InlineData("{{ include 'broken' }}", "broken(1,6)", TemplateErrorCode.Syntax)]
    [InlineData("{{ include_join ['nowhere'] ', ' }}", "t(1,18)", TemplateErrorCode.IncludeNotFound)]
    public void An_include_that_cannot_be_is_found_without_rendering(string template, string place, string code)
    {
        var compiled = Render.Engine(files: new() { ["broken"] = "{{ if" }).Compile(template, "t");
        var diagnostic = compiled.Check(Schema)[0];
        Assert.Equal((place, code), ($"{diagnostic.File}({diagnostic.Line},{diagnostic.Column})", diagnostic.Code));
        Assert.Empty(compiled.Variables);
    }

    [Fact]
    public void A_schema_without_names_checks_no_names() =>
        Assert.Empty(Render.Engine().Compile("{{ anything.at.all }}", "t").Check(new ModelSchema()));

    [Fact]
    public void A_schema_can_come_from_a_type()
    {
        var schema = ModelSchema.Of(typeof(Letter));
        Assert.Empty(Render.Engine().Compile("{{ sent_on }} {{ lines[0].text }} {{ for l in lines; l.text; end }}", "t").Check(schema));
        Assert.Single(Render.Engine().Compile("{{ for l in lines; l.txt; end }}", "t").Check(schema));
    }

    private sealed record Letter(DateOnly SentOn, IReadOnlyList<Line> Lines);

    private sealed record Line(string Text);
}
